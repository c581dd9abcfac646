/// The bytes that say what a hash, a signature or a sealed value is about.
///
/// Integers are big-endian; lp8(x) is one length byte, then x; lp16(x) is two length bytes, then x.
struct ContextBytes {
  private(set) var bytes: [UInt8] = []

  /// Starts with lp8(prefix ‖ purpose).
  init(prefix: StaticString, purpose: StaticString = "", reserving capacity: Int = 0) {
    let count = prefix.utf8CodeUnitCount + purpose.utf8CodeUnitCount
    precondition(count <= UInt8.max, "a context of more than 255 bytes")
    bytes.reserveCapacity(1 + count + capacity)
    bytes.append(UInt8(count))
    append(prefix)
    append(purpose)
  }

  /// Appends a vault id of 16 bytes.
  mutating func append(vault: [UInt8]) {
    precondition(vault.count == 16, "a vault id is 16 bytes")
    bytes.append(contentsOf: vault)
  }

  /// Appends lp8(text).
  mutating func append(lp8 text: StaticString) {
    precondition(text.utf8CodeUnitCount <= UInt8.max, "a text of more than 255 bytes")
    bytes.append(UInt8(text.utf8CodeUnitCount))
    append(text)
  }

  /// Appends lp16(data).
  mutating func append(lp16 data: [UInt8]) {
    precondition(data.count <= UInt16.max, "data of more than 65,535 bytes")
    bytes.append(UInt8(data.count >> 8))
    bytes.append(UInt8(data.count & 0xff))
    bytes.append(contentsOf: data)
  }

  /// Appends eight bytes.
  mutating func append(_ number: UInt64) {
    unsafe withUnsafeBytes(of: number.bigEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends bytes as they are.
  mutating func append(_ data: [UInt8]) {
    bytes.append(contentsOf: data)
  }

  /// Appends borrowed bytes as they are.
  mutating func append(_ data: RawSpan) {
    unsafe data.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }
}
