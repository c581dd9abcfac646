/// A client out of an export, to be taken into a vault that holds nobody yet.
///
/// Whoever made an earlier change was a member of another vault: it is recorded as made by whoever
/// takes the export in.
package struct ReturningClient: Sendable {
  /// Those of the aliases that are former names.
  package var formerNames: [String] = []
  package var uids: [HMISIdentifier] = []
  package var personalIDs: [HMISIdentifier] = []
  package var releases: [Release] = []
  package var merged: Client.Merge?
  private var touched: UInt64?
  private var hold: (since: UInt64, reason: String)?
  private var destroyed: UInt64?
  private let input: ClientInput
  private let id: ClientID
  private let status: ClientStatus
  private let created: UInt64
  private let changed: UInt64

  /// Begins with who somebody is; nil if that is no whole id, or those are no times.
  package init?(
    _ input: ClientInput, id: String, status: ClientStatus, created: String, changed: String
  ) {
    guard let id = ClientID(text: id), let created = UTCTime.seconds(created),
      let changed = UTCTime.seconds(changed)
    else { return nil }
    (self.input, self.id, self.status) = (input, id, status)
    (self.created, self.changed) = (created, changed)
  }

  /// Says since when a legal hold stands; false for what is no time, or a reason beyond any.
  package mutating func setHold(since time: String, reason: String) -> Bool {
    guard let since = UTCTime.seconds(time), reason.utf8.count <= 255 else { return false }
    hold = (since, reason)
    return true
  }

  /// Says when it was said that the record is still needed; false for what is no time.
  package mutating func setTouched(_ time: String) -> Bool {
    touched = UTCTime.seconds(time)
    return touched != nil
  }

  /// Says when the identity was destroyed; false for what is no time.
  package mutating func setDestroyed(_ time: String) -> Bool {
    destroyed = UTCTime.seconds(time)
    return destroyed != nil
  }

  /// The record, if a vault can hold it.
  ///
  /// - Throws: `FormatProblem` for what is right in each field and together no record.
  func client(by member: MemberID) throws(FormatProblem) -> Client {
    var client = Client(
      id: id, status: status, created: Stamp(time: created, by: member),
      changed: Stamp(time: changed, by: member), details: input.details)
    client.details.aliases = client.details.aliases.map {
      Alias(kind: formerNames.contains($0.text) ? .former : .alias, text: $0.text)
    }
    (client.uids, client.personalIDs) = (uids, personalIDs)
    (client.releases, client.merged, client.touched) = (releases, merged, touched)
    client.hold = hold.map { Client.Hold(since: $0.since, by: member, reason: $0.reason) }
    client.destroyedBy = destroyed.map { Stamp(time: $0, by: member) }
    // What is written is what must be readable.
    let read = try ClientCodec.decode(content: unsafe ClientCodec.content(of: client).span.bytes)
    guard read == client else { throw .badValue }
    return client
  }
}

// MARK: Parts, out of text

extension HMISIdentifier {
  /// Nil for a text that is too long, or what is no time.
  package init?(_ text: String, from: String, to: String?, cause: Cause) {
    guard text.utf8.count <= 255, let begin = UTCTime.seconds(from) else { return nil }
    let end = to.map(UTCTime.seconds)
    guard end != .some(nil), !text.unicodeScalars.contains(where: TextRules.isUnsafe) else {
      return nil
    }
    self.init(text: text, from: begin, to: end ?? nil, cause: cause)
  }
}

extension Release {
  /// Nil for a program that is too long, or what are no dates.
  package init?(_ program: String, signed: String, expires: String?, revoked: String?) {
    guard program.utf8.count <= 4096, let signed = ClientDate(text: signed),
      !program.unicodeScalars.contains(where: TextRules.isUnsafe)
    else { return nil }
    let (end, revocation) = (expires.map(ClientDate.init), revoked.map(ClientDate.init))
    guard end != .some(nil), revocation != .some(nil) else { return nil }
    self.init(
      program: program, signed: signed, expires: end ?? nil, revoked: revocation ?? nil)
  }
}

extension Client.Merge {
  /// Nil for what is no whole id or no time.
  package init?(into id: String, statusBefore: ClientStatus, time: String) {
    guard let id = ClientID(text: id), let time = UTCTime.seconds(time) else { return nil }
    self.init(into: id, statusBefore: statusBefore, time: time)
  }
}

// MARK: Taking back

extension Session {
  /// Takes back what an export wrote, all of it or nothing, into a vault that holds nobody.
  ///
  /// - Parameters:
  ///   - clients: In the order of the export's lines.
  ///   - order: Why and when.
  /// - Throws: `.notPermitted` for others than supervisors, `.notEmpty`, `.unusableRecord` with the
  ///   place of the first, from 1, that no vault can hold or that repeats an id or a present UID;
  ///   `.reasonDemanded`, `.unknownReason`, `.damaged`, `.file`.
  package func takeBack(
    _ clients: [ReturningClient], _ order: MemberOrder
  ) throws(VaultError) {
    try change { (change) throws(VaultError) in
      let reason = try change.permit(order)
      guard change.tree.head.counts.total == 0 else { throw .notEmpty }
      var ids: Set<ClientID> = []
      var uids: Set<String> = []
      for (index, returning) in clients.enumerated() {
        let client: Client
        do { client = try returning.client(by: self.memberID) } catch {
          throw .unusableRecord(index + 1)
        }
        guard ids.insert(client.id).inserted,
          client.uid.map({ uids.insert($0.text).inserted }) ?? true
        else { throw .unusableRecord(index + 1) }
        try change.insert(client)
      }
      try change.append(
        LogContent(.import, reason: reason, clients: ids.sorted()), at: order.now)
    }
  }
}
