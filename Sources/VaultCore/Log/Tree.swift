import VaultCrypto
import VaultStore

/// The signed state found at the start of a transaction: tip, last link, head.
///
/// Climbing it is what every read does first; docs/FORMAT.md section 4.1.
struct Tree: Sendable {
  let standing: Standing
  let tip: Tip
  let link: Link
  var head: Head
  var policy: Policy
  var diary: Diary
}

extension Tree {
  /// Climbs from the tip to head, policy and diary, checking every step.
  ///
  /// - Throws: `.damaged` names the first row that is missing, additional, older or altered;
  ///   `.store`.
  init(in rows: Rows, on standing: Standing) throws(VaultError) {
    self.standing = standing
    let (roster, keys) = (standing.roster, standing.epochKeys)
    let end = roster.end
    let place = { (namespace: Place.Namespace, key: [UInt8]) in
      Place(vault: end.vault.bytes, namespace: namespace, key: key, epoch: end.epoch)
    }
    tip = try rows.open(
      try rows.row(.tip, Tip.key), of: .tip, key: Tip.key, at: place(.tip, Tip.key),
      under: keys.house.sealing
    ) { (bytes) throws(FormatProblem) in try Tip(decoding: bytes) }
    let log = LogReader(rows: rows, roster: roster)
    link = try log.end(tip, with: keys)
    try log.checkHeadOwner(of: link, with: keys)
    let headRow = try rows.row(.head, Head.key)
    guard Digest(.head, vault: end.vault, data: headRow.bytes) == link.headHash else {
      throw .damage(.head, Head.key, .hash)
    }
    head = try rows.open(
      headRow, of: .head, key: Head.key, at: place(.head, Head.key), under: keys.house.sealing
    ) { (bytes) throws(FormatProblem) in try Head(decoding: bytes) }
    guard head.epoch == end.epoch else { throw .damage(.head, Head.key, .number) }
    policy = try Self.setting(
      Policy.key, .policy, hash: end.policyHash, purpose: .policy, in: rows, of: end, with: keys
    ) { (bytes) throws(FormatProblem) in try Policy(decoding: bytes) }
    diary = try Self.setting(
      Diary.key, .diary, hash: head.diaryHash, purpose: .diary, in: rows, of: end, with: keys
    ) { (bytes) throws(FormatProblem) in try Diary(decoding: bytes) }
  }

  private static func setting<Value>(
    _ key: [UInt8], _ namespace: Place.Namespace, hash: Digest, purpose: HashPurpose,
    in rows: Rows, of end: RosterVersion, with keys: EpochKeys,
    _ read: (RawSpan) throws(FormatProblem) -> Value
  ) throws(VaultError) -> Value {
    let row = try rows.row(.settings, key)
    guard Digest(purpose, vault: end.vault, data: row.bytes) == hash else {
      throw .damage(.settings, key, .hash)
    }
    let place = Place(
      vault: end.vault.bytes, namespace: namespace, key: key, epoch: end.epoch)
    return try rows.open(
      row, of: .settings, key: key, at: place, under: keys.house.sealing, read)
  }
}
