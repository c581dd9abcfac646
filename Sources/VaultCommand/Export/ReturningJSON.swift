import FoundationEssentials
import VaultCore

/// A line that `export` wrote; docs/JSON.md, "export".
struct ReturningJSON: Decodable {
  private let id: String
  private let status: String
  private let created: String
  private let changed: String
  private let formerNames: [String]?
  private let uidHistory: [IdentifierText]?
  private let personalIDHistory: [IdentifierText]?
  private let releases: [ReleaseText]?
  private let touched: String?
  private let merged: MergeText?
  private let hold: String?
  private let heldSince: String?
  private let destroyed: String?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case id, status, created, changed, formerNames, uidHistory, personalIDHistory, releases
    case touched, merged, hold, heldSince, destroyed
  }

  fileprivate struct IdentifierText: Decodable {
    let value: String
    let from: String
    let to: String?
    let cause: String
  }

  fileprivate struct ReleaseText: Decodable {
    let program: String
    let signed: String
    let expires: String?
    let revoked: String?
  }

  private struct MergeText: Decodable {
    let into: String
    let statusBefore: String
    let time: String
  }

  /// Why a line cannot be taken back; cases name fields, never what is in them.
  enum Problem: Error {
    case line(ClientJSONInput.Problem)
    case field(FieldProblem)
    /// Not as `export` writes it.
    case form

    /// What is wrong, for a person.
    var words: String {
      switch self {
      case .line(let problem): problem.words
      case .field(let problem): "\(problem.field.rawValue): \(problem.kind.words)"
      case .form: "not as export writes it"
      }
    }
  }
}

extension ReturningJSON {
  /// Reads one line.
  static func client(
    _ bytes: [UInt8], under rules: ClientInput.Rules
  ) throws(Problem) -> ReturningClient {
    var input = ClientInput()
    let details: ClientJSONInput
    do throws(ClientJSONInput.Problem) {
      details = try ClientJSONInput(bytes, beside: Set(CodingKeys.allCases.map(\.rawValue)))
    } catch {
      throw .line(error)
    }
    do throws(FieldProblem) { try details.apply(to: &input, under: rules) } catch {
      throw .field(error)
    }
    let line: ReturningJSON
    do { line = try JSONDecoder().decode(Self.self, from: Data(bytes)) } catch { throw .form }
    guard let client = line.client(input, under: rules) else { throw .form }
    return client
  }

  private func client(_ input: ClientInput, under rules: ClientInput.Rules) -> ReturningClient? {
    guard let status = ClientStatus(word: status),
      var client = ReturningClient(
        input, id: id, status: status, created: created, changed: changed)
    else { return nil }
    client.formerNames = formerNames ?? []
    for uid in uidHistory ?? [] {
      guard let identifier = uid.identifier else { return nil }
      client.uids.append(identifier)
    }
    for personalID in personalIDHistory ?? [] {
      guard let identifier = personalID.identifier else { return nil }
      client.personalIDs.append(identifier)
    }
    for release in releases ?? [] {
      guard let release = release.release(under: rules) else { return nil }
      client.releases.append(release)
    }
    return takesLife(&client) ? client : nil
  }

  /// Fills in what else befell the record; false for what is no time, id or status.
  private func takesLife(_ client: inout ReturningClient) -> Bool {
    if let merged {
      guard let status = ClientStatus(word: merged.statusBefore),
        let merge = Client.Merge(into: merged.into, statusBefore: status, time: merged.time)
      else { return false }
      client.merged = merge
    }
    guard hold != nil || heldSince == nil else { return false }
    if let hold, !client.setHold(since: heldSince ?? created, reason: hold) { return false }
    if let touched, !client.setTouched(touched) { return false }
    if let destroyed, !client.setDestroyed(destroyed) { return false }
    return true
  }
}

extension ReturningJSON.IdentifierText {
  fileprivate var identifier: HMISIdentifier? {
    let causes: [HMISIdentifier.Cause] = [.assigned, .corrected, .linked, .split]
    guard let cause = causes.first(where: { $0.word == cause }) else { return nil }
    return HMISIdentifier(value, from: from, to: to, cause: cause)
  }
}

extension ReturningJSON.ReleaseText {
  fileprivate func release(under rules: ClientInput.Rules) -> Release? {
    Release(program, signed: signed, expires: expires, revoked: revoked)
  }
}

extension ClientStatus {
  fileprivate init?(word: String) {
    guard let status = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = status
  }
}
