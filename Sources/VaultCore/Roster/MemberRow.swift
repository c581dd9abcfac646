import VaultCrypto

/// A member's row: the wrap, and what was sealed to them; docs/FORMAT.md section 6.
struct MemberRow: Sendable {
  /// Nil for a former member.
  let wrap: MemberWrap?
  /// Nil for those who do not hold it.
  let identityBox: SealedBytes?
  let houseBox: SealedBytes?
  /// Nil for the recovery key.
  let name: SealedBytes?
  /// One for each audit pair so far, or none.
  let auditBoxes: [SealedBytes]

  private static let partLimit = 1024
  private static let firstAuditPart = 4

  var sealed: SealedBytes {
    let nothing = SealedBytes(untrusted: [])
    return SealedBytes(
      publicHeader: [RosterVersion.suite],
      parts: [
        wrap?.sealed ?? nothing, identityBox ?? nothing, houseBox ?? nothing, name ?? nothing,
      ]
        + auditBoxes)
  }

  static func hash(_ stored: SealedBytes, in vault: VaultID) -> Digest {
    Digest(.memberRow, vault: vault, data: stored.bytes)
  }
}

extension MemberRow {
  /// Reads a row whose hash was compared with the roster's.
  init(untrusted stored: SealedBytes) throws(RosterProblem) {
    guard let suite = stored.bytes.first else { throw .format(.truncated) }
    guard suite == RosterVersion.suite else { throw .format(.unknownSuite(suite)) }
    let parts: [SealedBytes]
    do {
      parts = try stored.parts(afterHeader: 1, limit: Self.partLimit)
    } catch {
      throw .format(.badLength)
    }
    guard parts.count >= Self.firstAuditPart else { throw .format(.truncated) }
    wrap = parts[0].bytes.isEmpty ? nil : try MemberWrap(untrusted: parts[0])
    identityBox = parts[1].bytes.isEmpty ? nil : parts[1]
    houseBox = parts[2].bytes.isEmpty ? nil : parts[2]
    name = parts[3].bytes.isEmpty ? nil : parts[3]
    auditBoxes = Array(parts[Self.firstAuditPart...])
  }

  /// Checks the row against the member's entry: nothing here may differ from what was signed.
  ///
  /// - Throws: `.row` if a part is missing or additional for this kind and role, or if the wrap's
  ///   header names other keys, another cost, member or vault.
  func check(against member: RosterMember, in version: RosterVersion) throws(RosterProblem) {
    let present = member.isPresent
    let holdsIdentity = present && member.role?.holdsIdentityKey ?? true
    let holdsAudit = present && member.role?.holdsAuditSecrets ?? true
    guard (wrap != nil) == present, (houseBox != nil) == present,
      (identityBox != nil) == holdsIdentity, (name != nil) == (member.kind != .recovery),
      auditBoxes.count == (holdsAudit ? Int(version.auditNumber) : 0)
    else { throw .row }
    guard let header = wrap?.header else { return }
    guard header.kind == member.kind, header.vault == version.vault, header.member == member.id,
      header.keys == member.keys, header.cost == member.cost
    else { throw .row }
  }
}
