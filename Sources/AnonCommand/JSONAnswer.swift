import FoundationEssentials
import Terminal

/// Answers for programs: one JSON object a line, keys in alphabetical order.
enum JSONAnswer {
  /// Writes one object and its line end.
  static func write(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(value), as: UTF8.self)
    try StandardOutput.write(DisplayText.json(text) + "\n")
  }
}
