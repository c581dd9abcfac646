/// Finds marks in bytes: a table of bits lets nearly all places through at once,
/// and the few that remain are looked up exactly. It never changes, and may be
/// used by all cores.
package struct MarkSieve: Sendable {
  private let bits: [UInt64]
  private let bitShift: UInt64
  /// The marks by the first bits of their hash, and where those of each begin.
  private let words: [UInt64]
  private let starts: [UInt32]
  private let startShift: UInt64

  package init(_ marks: ByteMarks) {
    let marks = marks.words
    bitShift = Self.shift(entries: marks.count * Self.bitsPerMark)
    startShift = Self.shift(entries: marks.count)
    bits = Self.bits(of: marks, bitShift)
    (starts, words) = Self.buckets(of: marks, startShift)
  }

  /// Whether a mark begins at any of the bytes and ends within them.
  package func finds(in bytes: RawSpan) -> Bool {
    guard bytes.byteCount >= ByteMarks.byteCount, !words.isEmpty else { return false }
    return unsafe bits.withUnsafeBufferPointer { bits in
      for offset in 0...(bytes.byteCount - ByteMarks.byteCount) {
        // In bounds: eight bytes are left at each offset, and a place is below the bits' number.
        let raw = unsafe bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: offset, as: UInt64.self)
        let word = UInt64(littleEndian: raw)
        let place = Self.hash(word) >> bitShift
        let group = unsafe bits[Int(place >> 6)]
        if (group >> (place & 63)) & 1 != 0, isMark(word) { return true }
      }
      return false
    }
  }

  private func isMark(_ word: UInt64) -> Bool {
    let bucket = Int(Self.hash(word) >> startShift)
    return words[Int(starts[bucket])..<Int(starts[bucket + 1])].contains(word)
  }

  // MARK: - Making the tables

  private static func bits(of marks: [UInt64], _ shift: UInt64) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: (1 << (64 - Int(shift))) >> 6)
    for mark in marks {
      let place = hash(mark) >> shift
      bits[Int(place >> 6)] |= 1 << (place & 63)
    }
    return bits
  }

  private static func buckets(of marks: [UInt64], _ shift: UInt64) -> ([UInt32], [UInt64]) {
    var ends = [UInt32](repeating: 0, count: (1 << (64 - Int(shift))) + 1)
    for mark in marks { ends[Int(hash(mark) >> shift)] += 1 }
    for index in ends.indices.dropFirst() { ends[index] += ends[index - 1] }
    var words = [UInt64](repeating: 0, count: marks.count)
    for mark in marks {  // From each bucket's end down, so that the ends become starts.
      let bucket = Int(hash(mark) >> shift)
      ends[bucket] -= 1
      words[Int(ends[bucket])] = mark
    }
    return (ends, words)
  }

  /// By how much a hash is shifted to number at least so many entries.
  private static func shift(entries: Int) -> UInt64 {
    var shift: UInt64 = 64 - 6
    while 1 << (64 - Int(shift)) < entries, shift > largest { shift -= 1 }
    return shift
  }

  /// Its first bits depend on all bytes of a mark.
  ///
  /// Source: Knuth, The Art of Computer Programming, volume 3, section 6.4: a
  /// multiplication by the golden ratio's fraction.
  private static func hash(_ word: UInt64) -> UInt64 { word &* 0x9e37_79b9_7f4a_7c15 }

  // One place in 64 that holds no mark is looked up all the same.
  private static let bitsPerMark = 64
  // 16 MiB of bits for millions of marks: beyond it the look-ups cost less than the memory.
  private static let largest: UInt64 = 64 - 27
}
