import FoundationEssentials
import Terminal

/// Answers for programs: one JSON object a line, keys in alphabetical order.
enum JSONAnswer {
  /// Writes one object and its line end.
  static func write(_ value: some Encodable) throws { try write(lines: [value]) }

  /// Writes many objects, some at a time.
  static func write(lines values: [some Encodable]) throws {
    let encoder = encoder()
    for start in stride(from: 0, to: values.count, by: linesAtOnce) {
      let lines = try values[start..<min(start + linesAtOnce, values.count)].map { value in
        try line(value, by: encoder)
      }
      try StandardOutput.write(lines.joined())
    }
  }

  private static let linesAtOnce = 1024

  /// Writes values as every answer does.
  static func encoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  /// One object and its line end.
  static func line(_ value: some Encodable, by encoder: JSONEncoder) throws -> String {
    DisplayText.json(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
  }
}

/// Times in JSON: ISO 8601 in UTC.
enum JSONTime {
  static func text(_ seconds: UInt64) -> String {
    guard let time = CivilTime(seconds: Int64(clamping: seconds), in: .utc) else { return "" }
    return "\(pad(time.year, 4))-\(pad(time.month))-\(pad(time.day))"
      + "T\(pad(time.hour)):\(pad(time.minute)):\(pad(time.second))Z"
  }

  /// Reads a time as `text` writes it; nil if it is none.
  static func seconds(_ text: String) -> UInt64? {
    guard text.utf8.count == 20, text.hasSuffix("Z") else { return nil }
    let time: Date
    do { time = try Date(text, strategy: .iso8601) } catch { return nil }
    return UInt64(exactly: time.timeIntervalSince1970)
  }

  /// The day alone.
  static func day(_ seconds: UInt64) -> String { String(text(seconds).prefix(10)) }

  private static func pad(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
