import VaultCrypto

/// Builds the bytes of a structure, value after value, integers big-endian.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  mutating func u8(_ value: UInt8) { bytes.append(value) }
  mutating func u16(_ value: UInt16) { integer(value) }
  mutating func u32(_ value: UInt32) { integer(value) }
  mutating func u64(_ value: UInt64) { integer(value) }
  mutating func raw(_ value: some Sequence<UInt8>) { bytes.append(contentsOf: value) }
  mutating func digest(_ value: Digest) { raw(value.bytes) }

  /// Appends a shortest-form LEB128; the value must be below 2²⁸.
  mutating func varint(_ value: Int) {
    precondition((0..<(1 << 28)).contains(value), "a field never is that long")
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7f) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Appends bytes behind a one-byte length; there must be fewer than 256.
  mutating func lp8(_ value: some Collection<UInt8>) {
    bytes.append(UInt8(value.count))
    bytes.append(contentsOf: value)
  }

  /// Appends bytes behind a two-byte length; there must be fewer than 65,536.
  mutating func lp16(_ value: some Collection<UInt8>) {
    integer(UInt16(value.count))
    bytes.append(contentsOf: value)
  }

  private mutating func integer<Value: FixedWidthInteger>(_ value: Value) {
    var shift = Value.bitWidth
    while shift > 0 {
      shift -= 8
      bytes.append(UInt8(truncatingIfNeeded: value >> Value(shift)))
    }
  }
}

extension UInt64 {
  /// The eight bytes under which a numbered row is stored: their order is the numbers'.
  package var key: [UInt8] {
    var writer = ByteWriter(capacity: 8)
    writer.u64(self)
    return writer.bytes
  }
}
