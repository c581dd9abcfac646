package import HMIS

extension Session {
  /// Gives a client the UID that HMIS gave, or corrects one that was typed wrongly.
  ///
  /// - Parameters:
  ///   - uid: The UID.
  ///   - reference: The client.
  ///   - correcting: Whether a UID that stands may be replaced.
  ///   - reason: A code of the policy's list; a correction needs one.
  ///   - now: Seconds since 1970, UTC.
  /// - Returns: The client as stored.
  /// - Throws: `.alreadyAssigned`, `.uidTaken`, `.wrongStatus`, `.tooManyIdentifiers`, and as
  ///   `show` does.
  package func assign(
    _ uid: UniqueIdentifier, to reference: ClientReference, correcting: Correcting,
    reason: String?, now: UInt64
  ) throws(VaultError) -> Client {
    let assignment = try change { (change) throws(VaultError) -> Assignment in
      let reason = try Reason(reason, under: change.policy)
      if correcting == .allowed, reason == .none { throw .reasonDemanded(change.policy.reasons) }
      let directory = try change.directory()
      let located = try directory.find(reference)
      var client = try change.record(of: located.entry)
      try Self.checkAssignable(client, correcting)
      if let holder = try Self.holder(of: uid, beside: client, in: directory) {
        try change.append(LogContent(.similar, reason: reason, clients: [holder]), at: now)
        return .uidTaken(by: holder)
      }
      client.assign(
        uid, cause: client.uid == nil ? .assigned : .corrected, at: now, by: self.memberID)
      try change.replace(located.entry, inBlock: located.block, by: client)
      try change.append(LogContent(.assign, reason: reason, clients: [client.id]), at: now)
      return .done(client)
    }
    switch assignment {
    case .done(let client): return client
    case .uidTaken(let holder): throw .uidTaken(by: holder)
    }
  }

  /// What came of giving a UID, in which a link was appended in any case.
  private enum Assignment {
    case done(Client)
    /// Told as an error, which joins a UID to an id like any reveal and is recorded before.
    case uidTaken(by: ClientID)
  }

  /// Whether `assign` may replace a UID.
  package enum Correcting: Sendable {
    case refused
    case allowed
  }

  private static func checkAssignable(
    _ client: Client, _ correcting: Correcting
  ) throws(VaultError) {
    guard client.status == .pending || client.status == .active else {
      throw .wrongStatus(client.status)
    }
    guard client.uid == nil || correcting == .allowed else { throw .alreadyAssigned }
    guard client.uids.count < ClientCodec.listLimit else {
      throw .tooManyIdentifiers(limit: ClientCodec.listLimit)
    }
  }

  /// Who has the UID: a client may get an earlier one of their own back; nobody else's, present or
  /// past, and not the one that stands.
  private static func holder(
    of uid: UniqueIdentifier, beside client: Client, in directory: Directory
  ) throws(VaultError) -> ClientID? {
    if client.uid?.text == uid.description { return client.id }
    return try directory.locate(.uid(uid)).first { $0.entry.id != client.id }?.entry.id
  }

  /// Changes a client's details.
  ///
  /// - Parameters:
  ///   - reference: The client.
  ///   - reason: A code of the policy's list.
  ///   - now: Seconds since 1970, UTC.
  ///   - edit: Alters the details; what it throws ends the edit with nothing changed.
  /// - Returns: The client as stored. That it was looked at is recorded even if nothing changes.
  /// - Throws: what `edit` throws, `.noName`, `.wrongStatus`, `.tooManyIdentifiers`, and as `show`
  ///   does.
  package func edit(
    _ reference: ClientReference, reason: String?, now: UInt64,
    _ edit: (inout ClientInput, Policy) throws(FieldProblem) -> Void
  ) throws(VaultError) -> Client {
    try change { (change) throws(VaultError) in
      let reason = try Reason(reason, under: change.policy)
      let located = try change.directory().find(reference)
      var client = try change.record(of: located.entry)
      guard client.status != .destroyed, client.status != .merged else {
        throw .wrongStatus(client.status)
      }
      var input = ClientInput(of: client)
      do throws(FieldProblem) { try edit(&input, change.policy) } catch { throw .field(error) }
      guard input.details.hasName else { throw .noName }
      let before = client
      client.details = input.details
      try Self.checkRoom(for: input.personalID, in: client)
      client.setPersonalID(input.personalID, at: now)
      if client != before {
        client.changed = Stamp(time: now, by: self.memberID)
        try change.replace(located.entry, inBlock: located.block, by: client)
      }
      let changed = ClientCodec.changedTags(from: before, to: client)
      try change.append(
        LogContent(.edit, reason: reason, clients: [client.id], detail: changed), at: now)
      return client
    }
  }

  /// Refuses one more PersonalID than a record can be read with.
  private static func checkRoom(
    for personalID: String?, in client: Client
  ) throws(VaultError) {
    guard let personalID, personalID != client.personalID?.text,
      client.personalIDs.count >= ClientCodec.listLimit
    else { return }
    throw .tooManyIdentifiers(limit: ClientCodec.listLimit)
  }
}

extension ClientCodec {
  /// The tags of the details that differ: what was changed, without what it was or is.
  static func changedTags(from old: Client, to new: Client) -> [UInt8] {
    let (before, after) = (old.details, new.details)
    let differs: [(UInt8, Bool)] = [
      (5, before.given != after.given), (6, before.middle != after.middle),
      (7, before.surname != after.surname), (8, before.suffix != after.suffix),
      (9, before.preferred != after.preferred), (10, before.aliases != after.aliases),
      (11, before.birthDate != after.birthDate), (12, before.ssn != after.ssn),
      (13, before.phones != after.phones), (14, before.address != after.address),
      (15, before.note != after.note), (16, before.reason != after.reason),
      (17, before.firstServed != after.firstServed), (18, before.household != after.household),
      (20, old.personalIDs != new.personalIDs),
    ]
    return differs.filter(\.1).map(\.0)
  }
}
