import VaultCrypto

/// What may be registered although it resembles somebody.
package enum DuplicateRule: Sendable {
  /// Nobody: similar people are shown instead.
  case ask
  /// Somebody who is only similar.
  case allowSimilar
  /// Anybody; for supervisors.
  case allowDuplicate
}

/// What became of a client who was to be registered.
package enum AddOutcome: Equatable, Sendable {
  /// Registered with a UID.
  case added(Client, similar: [Similar])
  /// Registered, waiting for a UID.
  case pending(Client, similar: [Similar])
  /// Not registered: these people resemble them.
  case refused([Similar])
}

extension Session {
  /// Registers a client, unless somebody resembles them too much.
  ///
  /// A refusal joins UIDs to ids, and is therefore recorded like any reveal.
  ///
  /// - Parameters:
  ///   - input: Who they are, and their UID if HMIS gave one.
  ///   - duplicates: What may be registered all the same.
  ///   - reason: A code of the policy's list.
  ///   - now: Seconds since 1970, UTC.
  /// - Returns: What became of them.
  /// - Throws: `.noName`, `.uidTaken`, `.reasonDemanded`, `.unknownReason`, `.notPermitted`
  ///   (`allowDuplicate` by others than supervisors), `.damaged`, `.file`.
  package func add(
    _ input: ClientInput, duplicates: DuplicateRule, reason: String?, now: UInt64
  ) throws(VaultError) -> AddOutcome {
    guard duplicates != .allowDuplicate || member.role == .supervisor else {
      throw .notPermitted
    }
    guard input.details.hasName else { throw .noName }
    return try change { (change) throws(VaultError) in
      let reason = try Reason(reason, under: change.policy)
      let finding = try DuplicateCheck(input.details, uid: input.uid)
        .run(in: try change.directory())
      if let holder = finding.uidHolder { throw .uidTaken(by: holder) }
      guard duplicates.allows(finding.similar) else {
        try change.append(
          LogContent(.similar, reason: reason, clients: finding.similar.map(\.id)), at: now)
        return .refused(finding.similar)
      }
      let client = self.newClient(input, at: now)
      try change.insert(client)
      try change.append(
        LogContent(.add, reason: reason, clients: [client.id] + finding.similar.map(\.id)),
        at: now)
      return client.status == .pending
        ? .pending(client, similar: finding.similar) : .added(client, similar: finding.similar)
    }
  }

  /// Looks for people who resemble somebody; that it was done is recorded.
  ///
  /// - Throws: as `add` does.
  package func similar(
    to input: ClientInput, reason: String?, now: UInt64
  ) throws(VaultError) -> [Similar] {
    try change { (change) throws(VaultError) in
      let reason = try Reason(reason, under: change.policy)
      let similar = try DuplicateCheck(input.details, uid: nil)
        .run(in: try change.directory()).similar
      try change.append(
        LogContent(.similar, reason: reason, clients: similar.map(\.id)), at: now)
      return similar
    }
  }

  /// A record of somebody new.
  func newClient(_ input: ClientInput, at now: UInt64) -> Client {
    let stamp = Stamp(time: now, by: member.id)
    var client = Client(
      id: ClientID(number: .randomID()), status: .pending, created: stamp, changed: stamp,
      details: input.details)
    if let uid = input.uid { client.assign(uid, cause: .assigned, at: now, by: member.id) }
    client.setPersonalID(input.personalID, at: now)
    return client
  }
}

extension DuplicateRule {
  /// Whether somebody may be registered whom these resemble.
  func allows(_ similar: [Similar]) -> Bool {
    switch self {
    case .ask: similar.isEmpty
    case .allowSimilar: !similar.contains(where: \.isCertain)
    case .allowDuplicate: true
    }
  }
}
