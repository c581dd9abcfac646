import Terminal
import VaultCore

/// Registers clients that come as JSON, one a line; each is a transaction of its own.
struct ClientLines {
  let session: Session
  let duplicates: DuplicateRule
  let reason: String?

  /// Reads to the end of standard input and answers each line in order.
  ///
  /// - Throws: `AnsweredNo` at the end if a line was refused.
  func run() throws {
    let policy = try session.policy()
    var lines = try StandardInput.lines()
    var status = ExitStatus.done
    while let line = try next(&lines) {
      let answer: AddedJSON
      switch line {
      case .tooLong: answer = AddedJSON(problem: "the line is too long")
      case .bytes(let bytes):
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }) { continue }
        answer = try added(bytes, under: policy)
      }
      if answer.status.rawValue > status.rawValue { status = answer.status }
      try JSONAnswer.write(answer)
    }
    if status != .done { throw AnsweredNo(status: status) }
  }

  private enum Line {
    case bytes([UInt8])
    case tooLong
  }

  private func next(_ lines: inout LineReader) throws -> Line? {
    do throws(TerminalError) {
      return try lines.next().map { .bytes($0) }
    } catch .lineTooLong {
      return .tooLong
    } catch {
      throw CommandFailure(terminal: error)
    }
  }

  private func added(_ bytes: [UInt8], under policy: Policy) throws -> AddedJSON {
    let rules = ClientInput.Rules(policy: policy, today: Now.today)
    do {
      var input = ClientInput()
      try ClientJSONInput(bytes).apply(to: &input, under: rules)
      return AddedJSON(
        try session.add(input, duplicates: duplicates, reason: reason, now: Now.seconds))
    } catch let problem as ClientJSONInput.Problem {
      return AddedJSON(problem: problem.words)
    } catch let problem as FieldProblem {
      return AddedJSON(problem: "\(problem.field.rawValue): \(problem.kind.words)")
    } catch VaultError.noName {
      return AddedJSON(problem: "a client needs at least one name or alias")
    } catch VaultError.uidTaken(let id) {
      return AddedJSON(taken: id)
    }
  }
}

/// What became of one line; docs/JSON.md, "add".
struct AddedJSON: Encodable {
  let result: String
  var uid: String?
  var id: String?
  var similar: [SimilarJSON] = []
  var problem: String?
  /// How this line counts for the command's exit status; not part of the answer.
  private(set) var status = ExitStatus.done

  private enum CodingKeys: String, CodingKey {
    case result, uid, id, similar, problem
  }

  init(_ outcome: AddOutcome) {
    switch outcome {
    case .added(let client, let similar):
      result = "added"
      (uid, id) = (client.uid?.text, client.id.text)
      self.similar = similar.map(SimilarJSON.init)
    case .pending(let client, let similar):
      result = "pending"
      id = client.id.text
      self.similar = similar.map(SimilarJSON.init)
    case .refused(let similar):
      result = "refused"
      self.similar = similar.map(SimilarJSON.init)
      problem = "similar to somebody in the vault"
      status = .no
    }
  }

  /// A line that is no client.
  init(problem: String) {
    result = "refused"
    self.problem = problem
    status = .trouble
  }

  /// A line whose UID is somebody else's.
  init(taken id: ClientID) {
    result = "refused"
    problem = "uid: it stands, or once stood, for \(id.text)"
    status = .no
  }
}

/// Somebody who is similar.
struct SimilarJSON: Encodable {
  let uid: String?
  let id: String
  let weight: Double
  let certain: Bool
  let why: [String]

  init(_ similar: Similar) {
    uid = similar.uid
    id = similar.id.text
    weight = (similar.weight * 10).rounded() / 10
    certain = similar.isCertain
    why = similar.reasons.map(\.rawValue)
  }
}
