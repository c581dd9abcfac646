/// Why the cryptography room refused; cases carry numbers, never content.
package enum CryptoError: Error, Equatable {
  /// libsodium could not start: the machine gives no randomness.
  case sodiumUnavailable

  /// A value has another length than its kind demands, in bytes (for `RecoveryIdentity` and
  /// `AgePublicKey` in characters).
  case wrongLength(expected: Int, found: Int)

  /// A value ends before its smallest possible length, in bytes.
  case truncated(expected: Int, found: Int)

  /// More bytes than the parts of a value account for.
  case trailingBytes(count: Int)

  /// More parts than the reader allows.
  case tooManyParts(limit: Int)

  /// A public key with which any agreement or signature would be worthless: of low order, not on
  /// the curve, or not in its one canonical spelling.
  case publicKeyRefused

  /// The authentication failed: another key, another place, or altered bytes. Cryptography cannot
  /// tell these apart.
  case notAuthentic

  /// The key is not the one that made this wrap, or the wrap's commitment, nonce, tag or associated
  /// data were altered. Cryptography cannot tell these apart.
  case wrongKey

  /// A sealed box opened, but was made for another purpose, vault, recipient or number.
  case wrongInside

  /// The signature is not this key's over these bytes for this purpose and vault.
  case badSignature

  /// Key stretching weaker than the floor.
  case costTooLow(passes: Int, memoryMiB: Int)

  /// Key stretching dearer than the ceiling.
  case costTooHigh(passes: Int, memoryMiB: Int)

  /// Key stretching that would take more than half of this machine's memory.
  case costBeyondMachine(memoryMiB: Int, machineMiB: Int)

  /// The machine did not give the memory that stretching needs.
  case outOfMemory(memoryMiB: Int)

  /// A new passphrase has fewer characters than `Passphrase.floor`.
  case tooShort(found: Int)

  /// A passphrase has more bytes than `Passphrase.ceiling`.
  case tooLong(bytes: Int)

  /// A passphrase is not UTF-8.
  case notUTF8

  /// A passphrase holds NUL or another control character.
  case controlCharacter

  /// The Bech32 checksum does not match: there is a typing error somewhere.
  case checksum

  /// The character at this position, counted from 1, cannot stand there.
  case character(position: Int)
}
