package import VaultCrypto

/// Why a roster was refused; docs/FORMAT.md section 5.
package enum RosterProblem: Error, Equatable, Sendable {
  /// The bytes are no roster version.
  case format(FormatProblem)
  /// A public key is of low order or otherwise none.
  case weakKey
  /// A member's KDF cost is out of bounds: refused before any memory is taken.
  case cost(CryptoError)
  /// The vault has no roster.
  case missing
  /// A version is stored under another number than its own, or one is left out.
  case number
  /// A version names another vault, or another version before it.
  case chain
  /// A version's signer is not in it, or not entitled to sign it.
  case signer
  /// A signature does not verify.
  case signature
  /// A member's row is not the one that the roster names, or has other parts than it must.
  case row
  /// Version 1 is not the state that a new vault has.
  case founding
  /// A later version differs from the one before in something that its signer may not change.
  case step
  /// Somebody lost a key that was not renewed for all others in the same version.
  case rotation
  /// A state that no version may have: no supervisor, no recovery key, or two of one name.
  case state
}
