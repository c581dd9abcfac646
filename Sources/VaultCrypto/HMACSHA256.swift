import CSodium

/// A keyed hash, of which age files are made; nothing of a vault is.
///
/// Source: RFC 2104, FIPS 180-4; `crypto_auth_hmacsha256`.
enum HMACSHA256 {
  static let count = 32

  /// Writes the 32 bytes for a message under a key of any length.
  static func authenticate(
    _ message: RawSpan, key: RawSpan, to output: UnsafeMutablePointer<UInt8>
  ) {
    Sodium.require()
    // A temporary allocation, as the state holds what the key was padded to.
    unsafe withUnsafeTemporaryAllocation(of: crypto_auth_hmacsha256_state.self, capacity: 1) {
      let state = unsafe $0.baseAddress.unsafelyUnwrapped
      unsafe key.withUnsafeBytes { key in
        let start = unsafe key.baseAddress.unsafelyUnwrapped
        _ = unsafe crypto_auth_hmacsha256_init(
          state, start.assumingMemoryBound(to: UInt8.self), key.count)
      }
      unsafe message.withUnsafeBytes { message in
        let start = unsafe message.baseAddress?.assumingMemoryBound(to: UInt8.self)
        _ = unsafe crypto_auth_hmacsha256_update(state, start, UInt64(message.count))
      }
      _ = unsafe crypto_auth_hmacsha256_final(state, output)
      unsafe sodium_memzero(state, MemoryLayout<crypto_auth_hmacsha256_state>.size)
    }
  }
}
