package import VaultCrypto

/// Marks what may be put into a store: bytes that were sealed or signed, and
/// nothing else. No other type is to conform.
package protocol StoredValue {
  /// The bytes to store.
  var bytes: [UInt8] { get }
}

extension SealedBytes: StoredValue {}

extension SignedBytes: StoredValue {}
