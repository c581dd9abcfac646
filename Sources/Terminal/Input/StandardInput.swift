/// Reads what scripts and tests send on standard input.
package enum StandardInput {
  static let descriptor: Int32 = 0

  /// Whether standard input is a terminal.
  package static var isTerminal: Bool {
    !ProcessGuard.wasClosed(descriptor) && Platform.isTerminal(descriptor)
  }

  // The longest client has far less; so much may stand in one line of JSON by mistake, and is
  // refused in the words of the field, not of the line.
  /// The longest line in bytes, 4 MiB.
  package static let lineLimit = 4 << 20

  /// All of standard input.
  ///
  /// - Parameter limit: Bytes that are read at most.
  /// - Returns: The bytes.
  /// - Throws: `descriptorNotOpen`, `descriptorNotReadable`, `inputTooLong`, `system`.
  package static func all(limit: Int = lineLimit) throws(TerminalError) -> [UInt8] {
    try InputBytes(descriptor: descriptor).all(limit: limit)
  }

  /// The lines of standard input.
  ///
  /// - Throws: `descriptorNotOpen`, `descriptorNotReadable`.
  package static func lines(limit: Int = lineLimit) throws(TerminalError) -> LineReader {
    LineReader(try InputBytes(descriptor: descriptor), limit: limit)
  }
}
