/// Writes the answer of a command to standard output.
package enum StandardOutput {
  static let descriptor: Int32 = 1

  /// Whether standard output is a terminal.
  package static var isTerminal: Bool {
    !ProcessGuard.wasClosed(descriptor) && Platform.isTerminal(descriptor)
  }

  /// Makes sure that somebody can still take what is written; to be asked before a reveal is
  /// recorded.
  ///
  /// - Throws: `outputClosed` if it was closed from the start, is only to be read, or its reader
  ///   has gone.
  package static func check() throws(TerminalError) {
    guard !ProcessGuard.wasClosed(descriptor), Platform.canWrite(descriptor) else {
      throw .outputClosed
    }
  }

  /// Writes all bytes at once.
  ///
  /// - Throws: `outputClosed` if nobody can take them, `full` if the device is full, `system` for
  ///   other failures.
  package static func write(_ bytes: RawSpan) throws(TerminalError) {
    guard !ProcessGuard.wasClosed(descriptor) else { throw .outputClosed }
    try ByteOutput.write(bytes, to: descriptor)
  }

  /// Writes a text as it is; what comes from outside is to be made safe before.
  ///
  /// - Throws: as for bytes.
  package static func write(_ text: String) throws(TerminalError) {
    try unsafe write(Array(text.utf8).span.bytes)
  }

  /// Writes lines of outside text, made safe.
  ///
  /// - Throws: as for bytes.
  package static func write(lines: [String]) throws(TerminalError) {
    try write(lines.map { DisplayText($0).description + "\n" }.joined())
  }
}
