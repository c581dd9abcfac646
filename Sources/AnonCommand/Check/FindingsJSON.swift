import HMIS

/// What was found, for programs; docs/JSON.md describes it.
struct FindingsJSON: Encodable {
  let profile: String
  let standard: String?
  let findings: [FindingJSON]
  let accepted: Int
  let tables: Int
  let clients: Int
  let anonymous: Int
  let decided: [String: Int]

  struct FindingJSON: Encodable {
    let rule: String
    let severity: String
    let file: String
    let row: Int?
    let column: String?
    let personalID: String?
    let message: String
  }
}

extension FindingsJSON {
  init(_ answer: CheckAnswer) {
    profile = answer.report.profile.name
    standard = answer.report.standard?.rawValue
    accepted = answer.report.accepted
    tables = answer.report.tables
    clients = answer.report.clients
    anonymous = answer.report.anonymous
    let reasons = answer.report.meanings.filter { $0.count > 0 }
    decided = Dictionary(uniqueKeysWithValues: reasons.map { ($0.meaning.rawValue, $0.count) })
    findings = answer.findings.map { finding in
      FindingJSON(
        rule: finding.rule, severity: finding.severity.rawValue, file: finding.file,
        row: finding.row, column: finding.column, personalID: finding.personalID,
        message: finding.message)
    }
  }
}
