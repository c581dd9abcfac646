/// A folded name without its spaces, in 32 bytes that need no memory of their
/// own, so that a hundred thousand people stay small and are compared fast.
struct PackedName: Sendable {
  /// The UTF-8 bytes that are kept; a longer name is equal by all of its bytes
  /// and similar by these.
  static let byteLimit = 22

  /// The first bytes, then zeros.
  let letters: InlineArray<22, UInt8>
  /// How many of the bytes are kept.
  let count: UInt8
  /// Whether all letters are ASCII.
  let isASCII: Bool
  /// A hash of all bytes, by which names are equal.
  let hash: UInt32
  /// Which letters occur, by the last five bits of their bytes.
  let letterSet: UInt32

  /// Packs a name; one without letters is empty.
  init(_ name: FoldedName) {
    var letters: InlineArray<22, UInt8> = .init(repeating: 0)
    var count = 0
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var all: UInt8 = 0
    var letterSet: UInt32 = 0
    for byte in name.text.utf8 where byte != UInt8(ascii: " ") {
      // FNV-1a, 64 bits.
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      all |= byte
      if count < PackedName.byteLimit {
        letters[count] = byte
        letterSet |= 1 << UInt32(byte & 0x1F)
        count += 1
      }
    }
    self.letters = letters
    self.count = UInt8(count)
    self.hash = UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    self.letterSet = letterSet
    isASCII = all < 0x80
  }

  /// Tells whether there is no name.
  var isEmpty: Bool { count == 0 }

  /// Tells whether the name is an initial only.
  var isInitial: Bool { count == 1 }

  /// Tells whether the letters that occur leave it possible that the two have
  /// a Jaro-Winkler likeness of 0.85; most pairs are told apart by this.
  func mayResemble(_ other: PackedName) -> Bool {
    let common = min(
      Int(count) - (letterSet & ~other.letterSet).nonzeroBitCount,
      Int(other.count) - (other.letterSet & ~letterSet).nonzeroBitCount)
    // With four equal first letters, 0.85 needs a Jaro likeness of 0.75, with
    // none 0.85; that is (common/count + common/other.count + 1) / 3.
    let needed = letters[0] == other.letters[0] ? 1.25 : 1.55
    return Double(common * (Int(count) + Int(other.count))) >= needed
      * Double(Int(count) * Int(other.count)) - 0.000_1
  }

  /// The kept bytes as text.
  var text: String {
    var text: [UInt8] = []
    for index in 0..<Int(count) { text.append(letters[index]) }
    return String(decoding: text, as: UTF8.self)
  }
}

extension PackedName: Equatable {
  static func == (left: PackedName, right: PackedName) -> Bool {
    left.hash == right.hash && left.count == right.count && left.letterSet == right.letterSet
  }
}
