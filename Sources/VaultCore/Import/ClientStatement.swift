import HMIS
import Matching

/// A client as an export has written them: what stands now, and what was before.
package struct ClientStatement: Sendable {
  package var input = ClientInput()
  package var id: ClientID?
  package var status: ClientStatus?
  /// Seconds since 1970, UTC, as all times here.
  package var created, changed, touched, destroyed: UInt64?
  package var uids: [HMISIdentifier] = []
  package var personalIDs: [HMISIdentifier] = []
  package private(set) var releases: [Release] = []
  /// Those of the aliases that are former names.
  package var formerNames: Set<String> = []
  package var merged: Client.Merge?
  package var hold: (since: UInt64, reason: String)?

  package init() {}

  /// Adds a release; dates as ISO 8601.
  ///
  /// - Returns: Whether they are dates.
  package mutating func addRelease(
    program: String, signed: String, expires: String?, revoked: String?
  ) -> Bool {
    guard let signed = Self.date(signed) else { return false }
    let (ends, withdrawn) = (expires.map(Self.date), revoked.map(Self.date))
    if case .some(nil) = ends { return false }
    if case .some(nil) = withdrawn { return false }
    releases.append(
      Release(program: program, signed: signed, expires: ends ?? nil, revoked: withdrawn ?? nil))
    return true
  }

  /// A date of a release, which may lie in the future.
  private static func date(_ text: String) -> ClientDate? {
    guard let last = PartialDate(year: 9999, month: 12, day: 31) else { return nil }
    do { return ClientDate(try PartialDate.parse(text, today: last)) } catch { return nil }
  }
}

extension ClientStatement {
  /// Makes the record. Members of another vault are nobody here: who takes the client over stands
  /// in their place.
  ///
  /// - Returns: Nil where what is stated contradicts itself.
  func client(by member: MemberID, at now: UInt64) -> Client? {
    let born = created ?? now
    var client = Client(
      id: id ?? ClientID(number: .randomID()), status: status ?? .pending,
      created: Stamp(time: born, by: member), changed: Stamp(time: changed ?? born, by: member),
      details: details)
    client.uids = identifiers(uids, present: input.uid?.description, from: born)
    client.personalIDs = identifiers(personalIDs, present: input.personalID, from: born)
    client.releases = releases
    client.touched = touched
    client.merged = merged
    client.hold = hold.map { Client.Hold(since: $0.since, by: member, reason: $0.reason) }
    client.destroyedBy = destroyed.map { Stamp(time: $0, by: member) }
    if status == nil, client.uid != nil { client.status = .active }
    return agrees(client) ? client : nil
  }

  private var details: ClientDetails {
    var details = input.details
    for index in details.aliases.indices
    where formerNames.contains(details.aliases[index].text) {
      details.aliases[index].kind = .former
    }
    return details
  }

  private func identifiers(
    _ history: [HMISIdentifier], present: String?, from time: UInt64
  ) -> [HMISIdentifier] {
    guard history.isEmpty, let present else { return history }
    return [HMISIdentifier(text: present, from: time, to: nil, cause: .assigned)]
  }

  /// Whether every text that no person's field has judged can be written down at all: a length is one
  /// byte of the record, or two for a program.
  private var isWritable: Bool {
    let short = (uids + personalIDs).map(\.text) + (hold.map { [$0.reason] } ?? [])
    let programs = releases.map(\.program)
    return short.allSatisfy { $0.utf8.count <= 255 }
      && programs.allSatisfy { $0.utf8.count <= 4096 }
      && !(short + programs).contains { $0.unicodeScalars.contains(where: TextRules.isUnsafe) }
  }

  private func agrees(_ client: Client) -> Bool {
    guard isWritable, client.uid?.text == input.uid?.description,
      client.personalID?.text == input.personalID,
      (client.status == .destroyed) == (destroyed != nil),
      (client.status == .merged) == (merged != nil),
      client.status != .destroyed || client.details == ClientDetails()
    else { return false }
    // What no field can tell alone, and every limit, as each reader of the record will judge it.
    let record = ClientCodec.content(of: client)
    do {
      return try unsafe ClientCodec.decode(content: record.span.bytes) == client
    } catch {
      return false
    }
  }
}
