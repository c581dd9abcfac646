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
  /// A refusal joins UIDs to ids, and is therefore recorded like any reveal; so is a UID that is
  /// taken.
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
    if duplicates == .allowDuplicate { try standing.requireSupervisor() }
    guard input.details.hasName else { throw .noName }
    switch try register(input, duplicates, reason: reason, now: now) {
    case .done(let outcome): return outcome
    case .uidTaken(let holder): throw .uidTaken(by: holder)
    }
  }

  /// What came of a registration, in which a link was appended in any case.
  private enum Registration {
    case done(AddOutcome)
    /// Told as an error, which joins a UID to an id like any reveal and is recorded before.
    case uidTaken(by: ClientID)
  }

  private func register(
    _ input: ClientInput, _ duplicates: DuplicateRule, reason: String?, now: UInt64
  ) throws(VaultError) -> Registration {
    try change { (change) throws(VaultError) in
      let reason = try Reason(reason, under: change.policy)
      let finding = try DuplicateCheck(input.details, uid: input.uid)
        .run(in: try change.directory())
      if let holder = finding.uidHolder {
        try change.append(LogContent(.similar, reason: reason, clients: [holder]), at: now)
        return .uidTaken(by: holder)
      }
      let similar = finding.similar
      guard duplicates.allows(similar.map(\.isCertain)) else {
        try change.append(LogContent(.similar, reason: reason, clients: similar.map(\.id)), at: now)
        return .done(.refused(similar))
      }
      let client = self.newClient(input, at: now)
      try change.insert(client)
      try change.append(
        LogContent(.add, reason: reason, clients: [client.id] + similar.map(\.id)), at: now)
      return .done(
        client.status == .pending
          ? .pending(client, similar: similar) : .added(client, similar: similar))
    }
  }

  /// A record of somebody new.
  func newClient(_ input: ClientInput, at now: UInt64) -> Client {
    let stamp = Stamp(time: now, by: memberID)
    var client = Client(
      id: ClientID(number: .randomID()), status: .pending, created: stamp, changed: stamp,
      details: input.details)
    if let uid = input.uid { client.assign(uid, cause: .assigned, at: now, by: memberID) }
    client.setPersonalID(input.personalID, at: now)
    return client
  }
}

extension DuplicateRule {
  /// Whether somebody may be registered whom people resemble, of each of whom it says whether it is
  /// certain.
  func allows(_ certainties: [Bool]) -> Bool {
    switch self {
    case .ask: certainties.isEmpty
    case .allowSimilar: !certainties.contains(true)
    case .allowDuplicate: true
    }
  }
}
