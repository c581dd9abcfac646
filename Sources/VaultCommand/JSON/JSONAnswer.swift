import FoundationEssentials
import Terminal

/// Answers for programs: one JSON object a line, keys in alphabetical order.
enum JSONAnswer {
  /// Writes one object and its line end.
  static func write(_ value: some Encodable) throws { try write(lines: [value]) }

  /// One object and its line end, for a file.
  static func line(_ value: some Encodable) throws -> String { try line(value, encoder()) }

  private static func encoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  private static func line(_ value: some Encodable, _ encoder: JSONEncoder) throws -> String {
    DisplayText.json(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
  }

  /// Writes many objects, some at a time.
  static func write(lines values: [some Encodable]) throws {
    let encoder = encoder()
    for start in stride(from: 0, to: values.count, by: linesAtOnce) {
      let lines = try values[start..<min(start + linesAtOnce, values.count)].map { value in
        try line(value, encoder)
      }
      try StandardOutput.write(lines.joined())
    }
  }

  private static let linesAtOnce = 1024
}

/// Times in JSON: ISO 8601 in UTC.
enum JSONTime {
  static func text(_ seconds: UInt64) -> String {
    guard let time = CivilTime(seconds: Int64(clamping: seconds), in: .utc) else { return "" }
    return "\(pad(time.year, 4))-\(pad(time.month))-\(pad(time.day))"
      + "T\(pad(time.hour)):\(pad(time.minute)):\(pad(time.second))Z"
  }

  /// The day alone.
  static func day(_ seconds: UInt64) -> String { String(text(seconds).prefix(10)) }

  private static func pad(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
