/// Collects short runs of bytes that must not stand in a file any more. Of each
/// it keeps the first eight bytes, which tell random bytes apart well enough:
/// of 100,000 marks, one stands in a file of 50 MB by chance once in four million
/// searches.
package struct ByteMarks: Sendable {
  /// How many bytes a mark has.
  static let byteCount = 8

  /// Each mark as a little-endian number; one may be there twice.
  private(set) var words: [UInt64] = []

  /// How many were inserted.
  package var count: Int { words.count }

  package init() {}

  /// Makes room for `count` marks, so that inserting them takes no more memory.
  package mutating func reserveCapacity(_ count: Int) { words.reserveCapacity(count) }

  /// Inserts the first eight of `bytes`, which must have as many.
  package mutating func insert(_ bytes: [UInt8]) {
    precondition(bytes.count >= Self.byteCount, "a mark has eight bytes")
    var word: UInt64 = 0
    for index in 0..<Self.byteCount { word |= UInt64(bytes[index]) << (8 * UInt64(index)) }
    words.append(word)
  }
}
