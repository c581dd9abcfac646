/// A field's bytes as they are compared: nearly all rows are of other clients, and no text is made
/// of them.
extension Span<UInt8> {
  /// Where the bytes are without the blanks around them.
  var withoutBlanks: Range<Int> {
    var (start, end) = (0, count)
    while start < end, self[start] <= 0x20 { start += 1 }
    while end > start, self[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// Whether the bytes are these.
  func isSame(as bytes: [UInt8]) -> Bool {
    guard count == bytes.count else { return false }
    for place in 0..<count where self[place] != bytes[place] { return false }
    return true
  }

  /// The bytes, copied.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for place in 0..<count { bytes.append(self[place]) }
    return bytes
  }
}
