import HMIS

/// What was found, for programs; docs/JSON.md describes it.
struct FindingsJSON: Encodable {
  let profile: String
  let standard: String?
  let findings: [FindingJSON]
  let accepted: Int

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
    profile = answer.profile
    standard = answer.standard?.rawValue
    accepted = answer.accepted
    findings = answer.findings.map { finding in
      FindingJSON(
        rule: finding.rule, severity: finding.severity.rawValue, file: finding.file,
        row: finding.row, column: finding.column, personalID: finding.personalID,
        message: finding.message)
    }
  }
}
