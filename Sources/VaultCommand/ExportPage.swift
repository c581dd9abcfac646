import VaultCore

/// What became of an export, for a person: counts, and what is missing. No name is in it.
struct ExportPage {
  let report: ExportReport
  let file: String

  /// More lines would push the counts off the screen.
  private static let listLimit = 50

  var lines: [String] {
    [
      "\(Counted(report.clients, "client is", "clients are")) exported to \(file).",
      "Whoever can open that file can read them all; delete it when it has served.",
    ] + missing
  }

  private var missing: [String] {
    guard !report.isWhole else { return [] }
    let shown = report.missing.prefix(Self.listLimit).map { missing in
      let who = missing.id.map { "\(missing.uid ?? "no UID") \($0.text)" }
      return "\(who ?? "a part of the directory"): \(missing.damage.place) "
        + missing.damage.problem.words
    }
    let more = report.missing.count - shown.count + report.missingBeyond
    let unnamed = Counted(report.unnamed, "client", "clients").description
    return ["", "The vault is damaged; missing in the file:"] + shown
      + (more > 0 ? ["and \(more) more"] : [])
      + (report.unnamed > 0 ? ["with \(unnamed) whom nobody can name any more"] : [])
  }
}

/// What `export` answers; docs/JSON.md, "export".
struct ExportedJSON: Encodable {
  let file: String
  let clients: Int
  let missing: [Missing]
  let missingBeyond: Int?
  let unnamed: Int?

  struct Missing: Encodable {
    let id: String?
    let uid: String?
    let namespace: String
    let key: String
    let problem: String
  }

  init(_ report: ExportReport, file: String) {
    self.file = file
    clients = report.clients
    missing = report.missing.map { missing in
      Missing(
        id: missing.id?.text, uid: missing.uid, namespace: missing.damage.namespace,
        key: missing.damage.keyText, problem: missing.damage.problem.code)
    }
    missingBeyond = report.missingBeyond == 0 ? nil : report.missingBeyond
    unnamed = report.unnamed == 0 ? nil : report.unnamed
  }
}
