import VaultCrypto
import VaultStore

/// Seals what was done to the audit key of a roster version; docs/FORMAT.md section 8.1.
enum LogContentBox {
  /// - Throws: `.crypto` if the audit key is refused.
  static func seal(
    _ content: LogContent, number: UInt64, to version: RosterVersion
  ) throws(VaultError) -> SealedBytes {
    do {
      return try version.auditKey.seal(
        payload: content.encoded(), box: place(number: number, in: version.vault))
    } catch {
      throw .crypto(error)
    }
  }

  /// Opens what was done, for a holder of the audit secret.
  ///
  /// - Throws: `.damaged` (`seal`, `format`).
  static func open(
    _ sealed: SealedBytes, number: UInt64, in vault: VaultID, with pair: borrowing BoxKeyPair
  ) throws(VaultError) -> LogContent {
    let opened: WipedBytes
    do {
      opened = try pair.openContents(sealed, box: place(number: number, in: vault))
    } catch {
      throw .damage(.log, number.key, .seal)
    }
    do {
      return try opened.withBytes { (bytes) throws(FormatProblem) in
        try LogContent(decoding: bytes)
      }
    } catch {
      throw .damage(.log, number.key, .format(error))
    }
  }

  private static func place(number: UInt64, in vault: VaultID) -> BoxPlace {
    BoxPlace(
      purpose: .content, vault: vault.bytes, recipient: LogContent.recipient, number: number)
  }
}
