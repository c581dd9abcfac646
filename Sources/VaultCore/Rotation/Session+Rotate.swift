import VaultStore

extension Change {
  /// Exchanges the keys and appends the link that says so.
  fileprivate func rotate(
    for reason: Reason, at now: UInt64, _ progress: RotationProgress
  ) throws(VaultError) -> (epoch: UInt64, resealed: UInt64) {
    var rotation = try Rotation(self, at: now)
    rotation.demand(.epochKeys)
    try rotation.run(progress)
    try append(LogContent(.rotate, reason: reason), at: now)
    return (standing.epochKeys.epoch, tree.head.counts.total)
  }
}

extension Session {
  /// Exchanges the keys: every value is sealed anew in one transaction, and nothing of the old
  /// epoch stays in the file but the links of the log.
  ///
  /// - Returns: The new epoch, and how many records were sealed anew.
  /// - Throws: `.notPermitted`, `.reasonDemanded`, `.unknownReason`, `.uncleaned`, `.damaged`,
  ///   `.file`.
  package func rotate(
    _ order: MemberOrder, progress: RotationProgress
  ) throws(VaultError) -> (epoch: UInt64, resealed: UInt64) {
    try changeKeys(at: order.now) { (change) throws(VaultError) in
      let reason = try change.permit(order)
      return try change.rotate(for: reason, at: order.now, progress)
    }
  }

  /// Exchanges the keys if that is owed; nobody asked for it, so it has no reason.
  ///
  /// - Throws: `.notPermitted`, `.uncleaned`, `.damaged`, `.file`.
  package func payRotation(now: UInt64, progress: RotationProgress) throws(VaultError) {
    try changeKeys(at: now) { (change) throws(VaultError) in
      try change.standing.requireSupervisor()
      // Another supervisor may have paid it meanwhile.
      guard change.standing.roster.end.rotationOwed else { return }
      _ = try change.rotate(for: .none, at: now, progress)
    }
  }

  /// Runs a transaction that may exchange the keys, and then takes what it replaced out of the
  /// file; others who wait are told why.
  ///
  /// - Throws: what `body` throws; `.uncleaned` if the keys were exchanged, but old sealed bytes
  ///   may still stand in the file.
  func changeKeys<Value>(
    at now: UInt64, _ body: (Change) throws(VaultError) -> Value
  ) throws(VaultError) -> Value {
    try vault.store.announcing(Announcement(.keyExchange, since: now)) { () throws(VaultError) in
      var retired = ByteMarks()
      let value = try change { (change) throws(VaultError) in
        let value = try body(change)
        retired = change.retired
        return value
      }
      if retired.count > 0 { try clean(of: retired, at: now) }
      return value
    }
  }

  /// Pays a vacuum that a rotation left owed; does nothing for who cannot, or where none is owed.
  ///
  /// - Throws: `.uncleaned`, `.damaged`, `.file`.
  package func payVacuum(now: UInt64) throws(VaultError) {
    guard standing.epochKeys.identity != nil else { return }
    if try isVacuumOwed() { try clean(of: ByteMarks(), at: now) }
  }

  /// Rewrites the file without its free space, and looks for what must not be in it any more.
  private func clean(of retired: ByteMarks, at now: UInt64) throws(VaultError) {
    do {
      try vault.store.compact()
      guard try !vault.store.holds(anyOf: retired) else {
        throw VaultError.uncleaned(nil)
      }
    } catch let error as StoreError {
      throw .uncleaned(FileProblem(error))
    } catch {
      throw .uncleaned(nil)
    }
    do throws(VaultError) { try recordCleaning(at: now) } catch {
      // What went before is made, and must not be taken for undone.
      guard case .file(let problem) = error else { throw .uncleaned(nil) }
      throw .uncleaned(problem)
    }
  }

  private func recordCleaning(at now: UInt64) throws(VaultError) {
    try change { (change) throws(VaultError) in
      var diary = change.tree.diary
      diary.vacuumOwed = false
      try change.store(diary)
      try change.append(LogContent(.vacuum, reason: .none), at: now)
    }
  }
}
