import VaultCrypto
import VaultStore

extension Session {
  /// Destroys what is known of a client, and exchanges the keys in the same transaction: nothing
  /// that was sealed before, and so nothing of the client, is left in the file.
  ///
  /// - Parameters:
  ///   - reference: The client.
  ///   - order: Why and when.
  ///   - progress: Called with records sealed anew, and all.
  /// - Returns: What a certificate is made of.
  /// - Throws: `.notPermitted`, `.held`, `.wrongStatus` for who was destroyed before,
  ///   `.noSuchClient`, `.ambiguousID`, `.reasonDemanded`, `.unknownReason`, `.uncleaned` if the
  ///   client is destroyed but old sealed bytes may still stand in the file, `.damaged`, `.file`.
  package func destroy(
    _ reference: ClientReference, _ order: MemberOrder, progress: RotationProgress
  ) throws(VaultError) -> Destruction {
    let fingerprint = fingerprint
    return try changeKeys(at: order.now) { (change) throws(VaultError) in
      let reason = try change.permit(order)
      let located = try change.directory().find(reference)
      let client = try change.record(of: located.entry)
      try Self.checkDestroyable(client)
      let rest = client.destroyed(Stamp(time: order.now, by: self.memberID))
      let backups = change.tree.diary.backups
      try change.replaceForGood(located, by: rest)
      var rotation = try Rotation(change, at: order.now)
      rotation.demand(.epochKeys)
      try rotation.run(progress)
      let entry = try change.append(
        LogContent(.destroy, reason: reason, clients: [rest.id]), at: order.now)
      return Destruction(
        organization: change.policy.organization, fingerprint: fingerprint, id: rest.id,
        uids: rest.uids, registered: rest.created.time, destroyed: order.now,
        reason: reason.code, entry: entry.number, epoch: change.standing.epochKeys.epoch,
        backups: backups)
    }
  }

  /// Refuses what no order of a supervisor may be, before anybody confirms in vain.
  ///
  /// - Throws: `.notPermitted`, `.reasonDemanded`, `.unknownReason`; `.damaged`, `.file`.
  package func check(_ order: MemberOrder) throws(VaultError) {
    try standing.requireSupervisor()
    _ = try Reason(order.reason, under: try policy())
  }

  private static func checkDestroyable(_ client: Client) throws(VaultError) {
    guard client.status != .destroyed else { throw .wrongStatus(.destroyed) }
    if let hold = client.hold { throw .held(since: hold.since) }
  }
}

extension Change {
  /// Stores a client anew, with the block that names them, in a transaction that rotates
  /// afterwards: what stood there before is marked, so that nothing of it may be left in the file.
  ///
  /// - Throws: `.damaged`, `.store`.
  fileprivate func replaceForGood(
    _ old: LocatedEntry, by client: Client
  ) throws(VaultError) {
    retire(try rows.row(.client, try RecordSealing(standing).key(of: old.entry.id)))
    retire(try rows.row(.directory, UInt64(old.block).key))
    try replace(old.entry, inBlock: old.block, by: client)
    try storeBlocks()
  }
}
