/// The key of a client's row, as two numbers that sort as its 16 bytes do.
struct BlindedID: Comparable, Hashable, Sendable {
  static let byteCount = 16

  private let high: UInt64
  private let low: UInt64

  /// Takes the 16 bytes of a key; a key of another length equals none that was made from an id.
  init(_ bytes: [UInt8]) {
    func number(_ slice: ArraySlice<UInt8>) -> UInt64 {
      slice.reduce(0) { $0 << 8 | UInt64($1) }
    }
    guard bytes.count == Self.byteCount else {
      (high, low) = (.max, .max)
      return
    }
    (high, low) = (number(bytes[..<8]), number(bytes[8...]))
  }

  var bytes: [UInt8] { high.key + low.key }

  static func < (one: BlindedID, other: BlindedID) -> Bool {
    (one.high, one.low) < (other.high, other.low)
  }
}
