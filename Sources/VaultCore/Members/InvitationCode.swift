package import VaultCrypto

/// What opens an invitation: eight words that a supervisor tells the person, and nobody else.
///
/// Source: docs/FORMAT.md section 5.3.
package struct InvitationCode: ~Copyable {
  /// Eight words of 11 bits: 88 bits.
  private static let words = 8
  /// Lower-case words, joined by single spaces.
  private let text: SecretBytes

  /// Draws a new code.
  ///
  /// - Throws: `.crypto` (`sodiumUnavailable`).
  init() throws(VaultError) {
    do { text = try WordList.generate(count: Self.words) } catch { throw .crypto(error) }
  }

  /// Reads a typed code: words whole or by their first four letters, in any case.
  ///
  /// - Throws: `.invitationCode` with the first word that is not in the list, or their number.
  package init(typed: borrowing SecretBytes) throws(VaultError) {
    do throws(WordList.Problem) {
      text = try typed.withBytes { (bytes) throws(WordList.Problem) in
        try WordList.read(bytes, count: Self.words)
      }
    } catch {
      throw .invitationCode(error)
    }
  }

  /// Lends the words, to be shown once.
  package borrowing func withText<Result: ~Copyable, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try text.withBytes(body)
  }

  /// The code as what a key is stretched from.
  borrowing func passphrase() throws(VaultError) -> Passphrase {
    do {
      return try Passphrase(existing: text.withBytes { SecretBytes(copying: $0) })
    } catch {
      throw .crypto(error)
    }
  }
}
