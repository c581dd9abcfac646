/// Reads lines of bytes, each of a bounded length, from a descriptor or a file.
package struct LineReader: ~Copyable {
  private let source: InputBytes
  private let limit: Int
  private var piece: ArraySlice<UInt8> = []
  private var hasEnded = false

  /// The number of the line that was read last, from 1; 0 before the first.
  package private(set) var number = 0

  /// Begins to read lines of at most `limit` bytes.
  package init(_ source: consuming InputBytes, limit: Int) {
    self.source = source
    self.limit = limit
  }

  /// The next line without its end (`\n` or `\r\n`); `nil` after the last.
  ///
  /// - Throws: `lineTooLong`, after which the next call goes on with the line after it; as for
  ///   `InputBytes.next()`.
  package mutating func next() throws(TerminalError) -> [UInt8]? {
    var line: [UInt8] = []
    var isTooLong = false
    var hasBegun = false
    while let part = try nextPart() {
      if !hasBegun { number += 1 }
      hasBegun = true
      // One more than the limit may be the `\r` of the line's end.
      if line.count + part.bytes.count > limit + 1 { isTooLong = true }
      if isTooLong { line = [] } else { line += part.bytes }
      if part.endsLine { break }
    }
    guard hasBegun else { return nil }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    if isTooLong || line.count > limit { throw .lineTooLong(limit: limit) }
    return line
  }

  private mutating func nextPart() throws(TerminalError) -> (
    bytes: ArraySlice<UInt8>, endsLine: Bool
  )? {
    if piece.isEmpty && !hasEnded {
      piece = try source.next()[...]
      hasEnded = piece.isEmpty
    }
    guard !piece.isEmpty else { return nil }
    guard let end = piece.firstIndex(of: UInt8(ascii: "\n")) else {
      defer { piece = [] }
      return (piece, false)
    }
    defer { piece = piece[(end + 1)...] }
    return (piece[..<end], true)
  }
}
