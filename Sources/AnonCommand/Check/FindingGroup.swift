import HMIS

/// The findings on one record, to be mended in one sitting; or those on the export as a whole.
struct FindingGroup {
  /// By which the record can be opened in HMIS; nil for the export as a whole.
  let personalID: String?
  /// The title where there is no PersonalID.
  static let withoutID = "The export, and rows without a PersonalID"

  /// Severe ones first, then by rule and place.
  let findings: [Finding]

  /// Groups findings by record: the export's own first, then the records by what is worst in them.
  static func all(of findings: [Finding]) -> [FindingGroup] {
    let groups = Dictionary(grouping: findings) { $0.personalID ?? "" }.map { id, findings in
      FindingGroup(personalID: id.isEmpty ? nil : id, findings: findings.sorted(by: isBefore))
    }
    return groups.sorted { one, other in
      if (one.personalID == nil) != (other.personalID == nil) { return one.personalID == nil }
      if one.weight != other.weight { return one.weight > other.weight }
      return (one.personalID ?? "") < (other.personalID ?? "")
    }
  }

  /// How many findings have a severity.
  func count(_ severity: Severity) -> Int {
    findings.count { $0.severity == severity }
  }

  /// `2 errors, 1 note`.
  var countWords: String { CountWords.severities(findings) }

  /// An error is worse than any number of warnings.
  private var weight: [Int] { Severity.allCases.map(count) }

  private static func isBefore(_ one: Finding, _ other: Finding) -> Bool {
    (one.severity, one.rule, one.file, one.row ?? 0, one.column ?? "")
      < (other.severity, other.rule, other.file, other.row ?? 0, other.column ?? "")
  }
}

extension [Int] {
  /// Compares the first numbers, then the next.
  fileprivate static func > (one: Self, other: Self) -> Bool {
    other.lexicographicallyPrecedes(one)
  }
}
