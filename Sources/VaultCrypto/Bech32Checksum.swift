/// The checksum of a Bech32 text, fed with its prefix and its values in order.
///
/// Source: BIP-173, "Checksum".
struct Bech32Checksum {
  private static let generator: [UInt32] = [
    0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3,
  ]

  private var state: UInt32 = 1

  /// Starts with a lower-case prefix.
  init(prefix: [UInt8]) {
    for character in prefix { add(character >> 5) }
    add(0)
    for character in prefix { add(character & 31) }
  }

  /// Adds a value of five bits.
  mutating func add(_ value: UInt8) {
    let top = state >> 25
    state = (state & 0x1ff_ffff) << 5 ^ UInt32(value)
    for (bit, term) in Bech32Checksum.generator.enumerated() where top >> bit & 1 == 1 {
      state ^= term
    }
  }

  /// Whether the values so far end with their own checksum.
  var isComplete: Bool { state == 1 }

  /// The six values that complete the values so far.
  func values() -> [UInt8] {
    var closing = self
    for _ in 0..<6 { closing.add(0) }
    return (0..<6).map { UInt8((closing.state ^ 1) >> (5 * (5 - $0)) & 31) }
  }
}
