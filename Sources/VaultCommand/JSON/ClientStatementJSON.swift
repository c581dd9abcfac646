import FoundationEssentials
import VaultCore

/// A client as an export has written them; docs/JSON.md, "A client".
struct ClientStatementJSON {
  private let members: Members
  private let fields: ClientJSONInput

  /// What stands beside the fields that a person gives.
  private struct Members: Decodable {
    let id, status, created, changed, touched, hold, holdSince, destroyed: String?
    let uidHistory, personalIDHistory: [IdentifierJSON]?
    let releases: [ReleaseJSON]?
    let formerNames: [String]?
    let merged: MergeJSON?

    static let names: Set<String> = [
      "id", "status", "created", "changed", "touched", "hold", "holdSince", "destroyed",
      "uidHistory", "personalIDHistory", "releases", "formerNames", "merged",
    ]
  }

  /// Reads one JSON object.
  init(_ bytes: [UInt8]) throws(StatementProblem) {
    do throws(ClientJSONInput.Problem) {
      fields = try ClientJSONInput(bytes, beside: Members.names)
    } catch {
      throw StatementProblem(error)
    }
    do {
      members = try JSONDecoder().decode(Members.self, from: Data(bytes))
    } catch DecodingError.typeMismatch(_, let context), DecodingError.keyNotFound(_, let context) {
      throw StatementProblem(Self.name(in: context), .unreadable)
    } catch {
      throw StatementProblem(nil, .unreadable)
    }
  }

  private static func name(in context: DecodingError.Context) -> String? {
    context.codingPath.first.map(\.stringValue).flatMap { Members.names.contains($0) ? $0 : nil }
  }

  /// What it states.
  func statement(
    under rules: ClientInput.Rules, now: UInt64
  ) throws(StatementProblem) -> ClientStatement {
    var statement = ClientStatement()
    do throws(FieldProblem) { try fields.apply(to: &statement.input, under: rules) } catch {
      throw StatementProblem(error.field.rawValue, .field(error.kind))
    }
    statement.id = try read("id", members.id) { ClientID(text: $0) }
    statement.status = try read("status", members.status) { text in
      ClientStatus.allCases.first { $0.word == text }
    }
    let time = { (text: String) in Self.time(text, now: now) }
    statement.created = try read("created", members.created, time)
    statement.changed = try read("changed", members.changed, time)
    statement.touched = try read("touched", members.touched, time)
    statement.destroyed = try read("destroyed", members.destroyed, time)
    statement.uids = try identifiers("uidHistory", members.uidHistory)
    statement.personalIDs = try identifiers("personalIDHistory", members.personalIDHistory)
    statement.formerNames = Set(members.formerNames ?? [])
    statement.merged = try merged()
    if let since = try read("holdSince", members.holdSince, time) {
      statement.hold = (since, members.hold ?? "")
    } else if members.hold != nil {
      throw StatementProblem("holdSince", .unreadable)
    }
    try addReleases(to: &statement)
    return statement
  }

  /// A day ahead may be another clock; a later time would keep somebody from being forgotten.
  private static func time(_ text: String, now: UInt64) -> UInt64? {
    JSONTime.seconds(text).flatMap { $0 <= now + 86_400 ? $0 : nil }
  }

  private func read<Value>(
    _ name: String, _ text: String?, _ read: (String) -> Value?
  ) throws(StatementProblem) -> Value? {
    guard let text else { return nil }
    guard let value = read(text) else { throw StatementProblem(name, .unreadable) }
    return value
  }

  private func identifiers(
    _ name: String, _ history: [IdentifierJSON]?
  ) throws(StatementProblem) -> [HMISIdentifier] {
    try (history ?? []).map { (entry) throws(StatementProblem) in
      let cause = HMISIdentifier.Cause.allCases.first { $0.word == entry.cause }
      let to = entry.to.map(JSONTime.seconds)
      guard let cause, let from = JSONTime.seconds(entry.from), to != .some(nil) else {
        throw StatementProblem(name, .unreadable)
      }
      return HMISIdentifier(text: entry.value, from: from, to: to ?? nil, cause: cause)
    }
  }

  private func merged() throws(StatementProblem) -> Client.Merge? {
    guard let merged = members.merged else { return nil }
    guard let into = ClientID(text: merged.into), let time = JSONTime.seconds(merged.time),
      let before = ClientStatus.allCases.first(where: { $0.word == merged.statusBefore })
    else { throw StatementProblem("merged", .unreadable) }
    return Client.Merge(into: into, statusBefore: before, time: time)
  }

  private func addReleases(to statement: inout ClientStatement) throws(StatementProblem) {
    for release in members.releases ?? [] {
      let isRead = statement.addRelease(
        program: release.program, signed: release.signed, expires: release.expires,
        revoked: release.revoked)
      guard isRead else { throw StatementProblem("releases", .unreadable) }
    }
  }
}

extension StatementProblem {
  /// A line that does not have the fields of a client.
  fileprivate init(_ problem: ClientJSONInput.Problem) {
    switch problem {
    case .notJSON, .notAnObject: self.init(nil, .notAnObject)
    case .unknownField(let name): self.init(name, .unreadable)
    case .wrongType(let field): self.init(field.rawValue, .unreadable)
    }
  }
}
