import VaultCore

/// A client as JSON; docs/JSON.md, "A client".
struct ClientJSON: Encodable {
  let client: Client

  private enum Key: String, CodingKey {
    case id, status, given, middle, surname, suffix, preferred, aliases, birthDate, ssn, phones
    case address, note, reason, firstServed, household, uid, personalID, created, changed
    case uidHistory, personalIDHistory, releases, formerNames, touched, merged, hold, holdSince
    case destroyed
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(client.id.text, forKey: .id)
    try object.encode(client.status.word, forKey: .status)
    try encodeDetails(to: &object)
    try object.encodeIfPresent(client.uid?.text, forKey: .uid)
    try object.encodeIfPresent(client.personalID?.text, forKey: .personalID)
    try object.encode(JSONTime.text(client.created.time), forKey: .created)
    try object.encode(JSONTime.text(client.changed.time), forKey: .changed)
    try object.encodeUnlessEmpty(client.uids.map(IdentifierJSON.init), forKey: .uidHistory)
    try object.encodeUnlessEmpty(
      client.personalIDs.map(IdentifierJSON.init), forKey: .personalIDHistory)
    try object.encodeUnlessEmpty(client.releases.map(ReleaseJSON.init), forKey: .releases)
    try encodeLife(to: &object)
  }

  private func encodeLife(to object: inout KeyedEncodingContainer<Key>) throws {
    try object.encodeIfPresent(client.touched.map(JSONTime.text), forKey: .touched)
    try object.encodeIfPresent(client.merged.map(MergeJSON.init), forKey: .merged)
    try object.encodeIfPresent(client.hold?.reason, forKey: .hold)
    try object.encodeIfPresent(
      client.hold.map { JSONTime.text($0.since) }, forKey: .holdSince)
    try object.encodeIfPresent(
      client.destroyedBy.map { JSONTime.text($0.time) }, forKey: .destroyed)
  }

  private func encodeDetails(to object: inout KeyedEncodingContainer<Key>) throws {
    let details = client.details
    try object.encodeIfPresent(details.given, forKey: .given)
    try object.encodeIfPresent(details.middle, forKey: .middle)
    try object.encodeIfPresent(details.surname, forKey: .surname)
    try object.encodeIfPresent(details.suffix, forKey: .suffix)
    try object.encodeIfPresent(details.preferred, forKey: .preferred)
    try object.encodeUnlessEmpty(details.aliases.map(\.text), forKey: .aliases)
    try object.encodeUnlessEmpty(
      details.aliases.filter { $0.kind == .former }.map(\.text), forKey: .formerNames)
    try object.encodeIfPresent(details.birthDate?.text, forKey: .birthDate)
    try object.encodeIfPresent(details.ssn, forKey: .ssn)
    try object.encodeUnlessEmpty(details.phones, forKey: .phones)
    try object.encodeIfPresent(details.address, forKey: .address)
    try object.encodeIfPresent(details.note, forKey: .note)
    try object.encodeIfPresent(details.reason?.text, forKey: .reason)
    try object.encodeIfPresent(details.firstServed?.text, forKey: .firstServed)
    try object.encodeIfPresent(details.household, forKey: .household)
  }
}

/// An identifier of HMIS, and how long it stood.
struct IdentifierJSON: Codable {
  let value: String
  let from: String
  let to: String?
  let cause: String

  init(_ identifier: HMISIdentifier) {
    value = identifier.text
    from = JSONTime.text(identifier.from)
    to = identifier.to.map(JSONTime.text)
    cause = identifier.cause.word
  }
}

extension HMISIdentifier.Cause {
  /// The word in JSON.
  var word: String {
    switch self {
    case .assigned: "assigned"
    case .corrected: "corrected"
    case .linked: "linked"
    case .split: "split"
    }
  }
}

/// A release of information; dates as ISO 8601.
struct ReleaseJSON: Codable {
  let program: String
  let signed: String
  let expires: String?
  let revoked: String?

  init(_ release: Release) {
    program = release.program
    signed = release.signed.text
    expires = release.expires?.text
    revoked = release.revoked?.text
  }
}

/// Into whom a record was merged.
struct MergeJSON: Codable {
  let into: String
  let statusBefore: String
  let time: String

  init(_ merge: Client.Merge) {
    into = merge.into.text
    statusBefore = merge.statusBefore.word
    time = JSONTime.text(merge.time)
  }
}

extension KeyedEncodingContainer {
  /// Leaves empty lists out.
  fileprivate mutating func encodeUnlessEmpty(
    _ values: [some Encodable], forKey key: Key
  ) throws {
    if !values.isEmpty { try encode(values, forKey: key) }
  }
}
