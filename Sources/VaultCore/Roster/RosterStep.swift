import VaultCrypto

/// One version of the roster judged against the one before; docs/FORMAT.md section 5.2.
struct RosterStep {
  private let before: RosterVersion
  private let after: RosterVersion
  private let changes: [EntryChange]

  /// Checks everything that makes `after` the next version of `before`: number and chain, the
  /// signature by a key that was entitled before, and each field that differs.
  ///
  /// - Parameters:
  ///   - before: A version that was checked.
  ///   - hash: The hash of `before`.
  ///   - after: The version to be judged.
  /// - Throws: `.number`, `.chain`, `.signer`, `.signature`; `.step` for a field that this signer
  ///   may not change; `.rotation` for a lost key without a rotation; `.state` for a state that
  ///   no version may have.
  static func check(
    from before: RosterVersion, hash: Digest, to after: SignedRosterVersion
  ) throws(RosterProblem) {
    let version = after.version
    guard before.number < .max, version.number == before.number + 1 else { throw .number }
    guard version.vault == before.vault, version.previous == hash else { throw .chain }
    guard let signer = before.member(version.signer), let keys = signer.keys else { throw .signer }
    do {
      try keys.signing.verify(
        after.signature, purpose: .roster, vault: version.vault.bytes, data: version.signedPart)
    } catch {
      throw .signature
    }
    let step = RosterStep(
      before: before, after: version, changes: try EntryChange.all(from: before, to: version))
    try step.checkKeys()
    try step.checkFields(signedBy: signer)
    try version.checkState()
  }

  // MARK: Keys

  private var isNewEpoch: Bool { after.epoch != before.epoch }
  private var isNewAuditPair: Bool { after.auditNumber != before.auditNumber }
  private var isNewGeneration: Bool { after.generation != before.generation }

  /// What holds of epoch, audit pair and generation, whoever signed.
  private func checkKeys() throws(RosterProblem) {
    if isNewEpoch {
      guard before.epoch < .max, after.epoch == before.epoch + 1, after.previousHouse != nil,
        !after.rotationOwed, after.identityCommitment != before.identityCommitment,
        after.houseCommitment != before.houseCommitment
      else { throw .step }
    } else {
      guard after.identityCommitment == before.identityCommitment,
        after.houseCommitment == before.houseCommitment,
        after.previousHouse == before.previousHouse,
        !changes.contains(where: { $0.step == .resealed })
      else { throw .step }
    }
    if isNewAuditPair {
      guard isNewEpoch, before.auditNumber < .max, after.auditNumber == before.auditNumber + 1,
        after.auditKey != before.auditKey
      else { throw .step }
    } else {
      guard after.auditKey == before.auditKey else { throw .step }
    }
    if isNewGeneration { try checkGeneration() }
    try checkLosses()
  }

  private func checkGeneration() throws(RosterProblem) {
    guard after.generation > before.generation else { throw .step }
    guard isNewEpoch, isNewAuditPair else { throw .rotation }
    guard !changes.contains(where: { $0.old != nil && $0.new.isOpenInvitation }) else {
      throw .step
    }
  }

  /// Who loses a key loses it with a rotation.
  private func checkLosses() throws(RosterProblem) {
    switch changes.map(\.loss).max() ?? .nothing {
    case .nothing: return
    case .epochKeys: guard isNewEpoch else { throw .rotation }
    case .auditSecret: guard isNewEpoch, isNewAuditPair else { throw .rotation }
    }
  }

  // MARK: Signers

  private func checkFields(signedBy signer: RosterMember) throws(RosterProblem) {
    switch signer.kind {
    case .person where signer.role == .supervisor && !isOwnRekeying(of: signer):
      try checkSupervisor(signer)
    case .person: try checkOwn(.rekeyed, of: signer)
    case .invitation:
      try checkOwn(.joined, of: signer)
      guard after.rotationOwed else { throw .step }
    case .recovery: try checkRecovery(signer)
    }
  }

  private func isOwnRekeying(of signer: RosterMember) -> Bool {
    changes.contains { $0.new.id == signer.id && $0.step == .rekeyed }
  }

  /// A person's own keys, or an invitation's replacement: one entry, and nothing beside it but
  /// that a rotation is owed.
  private func checkOwn(_ step: EntryStep, of signer: RosterMember) throws(RosterProblem) {
    guard !isNewEpoch, !isNewGeneration, after.policyHash == before.policyHash,
      after.firstLink == before.firstLink, after.rotationOwed || !before.rotationOwed
    else { throw .step }
    for change in changes {
      guard change.step == (change.new.id == signer.id ? step : .kept) else { throw .step }
    }
  }

  private func checkSupervisor(_ signer: RosterMember) throws(RosterProblem) {
    guard after.firstLink >= before.firstLink,
      isNewEpoch || after.rotationOwed || !before.rotationOwed
    else { throw .step }
    for change in changes {
      switch change.step {
      case .kept, .resealed: break
      case .left, .role: guard change.new.id != signer.id else { throw .step }
      case .reset:
        guard change.new.id != signer.id, change.new.madeBy == signer.id else { throw .step }
      case .new:
        guard change.new.kind != .person, change.new.madeBy == signer.id else { throw .step }
      case .joined, .rekeyed: throw .step
      }
    }
  }

  /// The sheet makes one new supervisor, and is replaced by another one that they made.
  private func checkRecovery(_ signer: RosterMember) throws(RosterProblem) {
    guard isNewEpoch, isNewAuditPair else { throw .rotation }
    guard after.firstLink == before.firstLink else { throw .step }
    var made: [RosterMember] = []
    for change in changes {
      switch change.step {
      case .kept, .resealed: guard change.new.id != signer.id else { throw .step }
      case .left: break
      case .new: made.append(change.new)
      case .role, .reset, .joined, .rekeyed: throw .step
      }
    }
    guard made.count == 2, let person = made.first(where: { $0.kind == .person }),
      let sheet = made.first(where: { $0.kind == .recovery }), person.role == .supervisor,
      person.madeBy == signer.id, sheet.madeBy == person.id
    else { throw .step }
  }
}

extension RosterMember {
  fileprivate var isOpenInvitation: Bool { isPresent && kind == .invitation }
}

extension RosterVersion {
  /// More audit pairs than any vault needs: bounds a member's row.
  static let auditLimit: UInt32 = 1000

  /// Checks what holds of each version by itself.
  ///
  /// - Throws: `.state`.
  func checkState() throws(RosterProblem) {
    let present = members.filter(\.isPresent)
    let supervisors = Set(present.filter(\.isSupervisor).map(\.id))
    guard present.count(where: { $0.kind == .recovery }) == 1 else { throw .state }
    guard
      present.allSatisfy({ $0.kind == .person || supervisors.contains($0.madeBy) })
    else { throw .state }
    guard auditNumber <= Self.auditLimit else { throw .state }
    let names = present.compactMap(\.nameHash?.bytes)
    guard Set(names).count == names.count else { throw .state }
    for keys in [
      present.compactMap { $0.keys?.box.bytes }, present.compactMap { $0.keys?.signing.bytes },
      present.compactMap { $0.keys?.age.bytes },
    ] {
      guard Set(keys).count == keys.count else { throw .state }
    }
  }
}
