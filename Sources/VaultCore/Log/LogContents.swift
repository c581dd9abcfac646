import VaultCrypto
import VaultStore

/// Opening of what links record, with every audit pair that a member holds.
struct LogContents: Sendable {
  private let roster: VerifiedRoster
  /// The first pair at index 0; none for a caseworker.
  private let pairs: [AuditPair]

  /// - Parameters:
  ///   - rows: A transaction's rows.
  ///   - standing: Who reads.
  ///   - whole: The roster from its first version on.
  /// - Throws: `.damaged` (`seal`, `key`), `.store`.
  init(
    in rows: Rows, for standing: Standing, under whole: VerifiedRoster
  ) throws(VaultError) {
    roster = whole
    pairs = try standing.opening(in: rows).auditPairs(with: standing.memberKeys)
  }

  /// Whether the member may read them.
  var areReadable: Bool { !pairs.isEmpty }

  /// Opens what a checked link records: it is sealed to the audit pair of the roster version that
  /// the link names.
  ///
  /// - Throws: `.notPermitted` for a caseworker; `.damaged` (`key`, `seal`, `format`).
  func open(_ sealed: SealedBytes, of link: Link) throws(VaultError) -> LogContent {
    guard areReadable else { throw .notPermitted }
    guard let version = roster.version(link.rosterNumber), version.auditNumber >= 1,
      version.auditNumber <= pairs.count
    else { throw .damage(.log, link.number.key, .key) }
    let pair = pairs[Int(version.auditNumber) - 1]
    guard pair.keys.publicKey == version.auditKey else {
      throw .damage(.log, link.number.key, .key)
    }
    return try LogContentBox.open(
      sealed, number: link.number, in: roster.vault, with: pair.keys)
  }
}
