/// A passphrase or a one-time code in guarded memory: UTF-8 in NFC, nothing stripped.
///
/// What is in NFC already, as all ASCII is, never leaves guarded memory. Anything else passes once
/// through a `String`, whose ordinary memory cannot be wiped.
package struct Passphrase: ~Copyable, Sendable {
  /// The fewest characters of a new passphrase.
  package static let floor = 15

  /// The most bytes of any passphrase.
  package static let ceiling = 1024  // outside input is bounded; nobody types more

  let text: SecretBytes

  /// The number of characters as people count them.
  package let characterCount: Int

  /// Checks what was typed as a new passphrase of a vault.
  ///
  /// - Throws: as `init(existing:)`, and `CryptoError.tooShort` when there are fewer than 15
  ///   characters.
  package init(forNewVault typed: consuming SecretBytes) throws(CryptoError) {
    try self.init(typed, atLeast: Passphrase.floor)
  }

  /// Checks what was typed to open what exists, or a generated code; there is no floor.
  ///
  /// - Throws: `CryptoError.tooLong` with more than 1,024 bytes, `CryptoError.notUTF8`,
  ///   `CryptoError.controlCharacter` for NUL and all of Unicode's control characters.
  package init(existing typed: consuming SecretBytes) throws(CryptoError) {
    try self.init(typed, atLeast: 0)
  }

  private init(_ typed: consuming SecretBytes, atLeast floor: Int) throws(CryptoError) {
    guard typed.count <= Passphrase.ceiling else { throw .tooLong(bytes: typed.count) }
    try TypedText.check(typed)
    let text = try TypedText.composed(typed)
    let characterCount = try TypedText.characterCount(of: text)
    guard characterCount >= floor else { throw .tooShort(found: characterCount) }
    self.characterCount = characterCount
    self.text = text
  }

  /// Tells whether both are the same passphrase, for one typed twice.
  package borrowing func matches(_ other: borrowing Passphrase) -> Bool {
    other.text.withBytes { text.matches($0) }
  }
}
