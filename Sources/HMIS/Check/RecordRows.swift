import Tabular

/// The rows of anonymous clients in all other tables: what is typed there, and whether it is what
/// the standard allows.
enum RecordRows {
  /// Columns that hold words of one's own.
  ///
  /// Source: HUD HMIS CSV, text columns of FY2024 and FY2026.
  static let texts = [
    "OtherDestination", "OtherTypeProvided", "MovingOnOtherType", "VerifiedBy", "LocationDetails",
    "AssessmentLocation", "AssessmentQuestionGroup", "AssessmentQuestion", "AssessmentAnswer",
    "AssessmentResultType", "AssessmentResult", "PreferredLanguageDifferent",
    "OtherIncomeSourceIdentify", "OtherBenefitsSourceIdentify", "OtherInsuranceIdentify",
    "LocationCrisisorPHHousing", "AdditionalRaceEthnicity", "DifferentIdentityText",
    "SexualOrientationOther",
  ]

  /// Reads a table, also the clients' own, for what is typed in it.
  ///
  /// - Throws: `CheckError` with `source`, `table`, `secondHeader`.
  static func findings<Failure>(
    _ table: CheckTable<Failure>, _ clients: AnonymousClients, _ context: RuleContext,
    progress: CheckProgress
  ) throws(CheckError<Failure>) -> [Finding] {
    var findings: [Finding] = []
    var found: (Places, StandardCheck)?
    try TableScan(table, progress).rows { row, columns in
      let (places, standard) =
        found
        ?? (
          Places(columns, table.baseName),
          StandardCheck(context, table.baseName, columns)
        )
      found = (places, standard)
      guard let owner = places.owner(of: row, clients, context) else { return .more }
      let checked = CheckedRow(row, columns, file: table.name, personalID: owner.personalID)
      findings += standard.findings(checked) + typed(checked, places, clients, context)
      return .more
    }
    return findings
  }

  private static func typed(
    _ row: CheckedRow, _ places: Places, _ clients: AnonymousClients, _ context: RuleContext
  ) -> [Finding] {
    // Other tables only repeat the keys of clients and enrollments.
    let rules = places.hasKeys ? [Rule.detailTexts, .freeText] : [.detailTexts]
    return rules.flatMap { rule in
      (rule.clientCheck?(row, context) ?? []).map { row.finding(rule, $0) }
    }
      + places.texts.flatMap { column, place -> [Finding] in
        let text = row.value(at: place)
        guard text.utf8.count > 2, !context.isUID(text) else { return [] }
        let isUID = { context.identifier($0).map(clients.contains) ?? false }
        return TextSigns.problems(text, column: column, isUID: isUID).map {
          row.finding(.freeText, $0)
        }
      }
  }

  /// Where the columns are that say whose a row is, and those that hold words.
  private struct Places {
    let personalID: Int?
    let uid: Int?
    /// Whether rows have keys of their own.
    let hasKeys: Bool
    /// The standard's names; a vendor's column is named by its place, as anything may be its name.
    let texts: [(column: String, place: Int)]

    init(_ columns: TableColumns, _ file: String) {
      personalID = columns.place(anyOf: VendorColumns.personalIDs)
      uid = columns.place(anyOf: VendorColumns.uids)
      hasKeys = file == "enrollment.csv"
      let isVendors = StandardTables.of(.fy2026).columns(of: file) == nil
      texts =
        isVendors
        ? columns.names.enumerated().filter {
          !VendorColumns.areNoText.contains(FoldedHeader($0.element))
        }.map { ("column \($0.offset + 1)", $0.offset) }
        : RecordRows.texts.compactMap { name in columns.place(name).map { (name, $0) } }
    }

    /// The anonymous client to whom a row belongs; nil if it is another's.
    func owner(
      of row: TableRow, _ clients: AnonymousClients, _ context: RuleContext
    ) -> Owner? {
      if let personalID {
        return clients.contains(row, personalID: personalID)
          ? Owner(personalID: Trimmed.text(row[personalID])) : nil
      }
      guard let uid, let found = context.identifier(Trimmed.text(row[uid])),
        clients.contains(found)
      else { return nil }
      return Owner(personalID: clients.personalID(of: found))
    }
  }

  /// An anonymous client to whom a row belongs.
  private struct Owner {
    /// Nil where only a UID tells, and not of one record alone.
    let personalID: String?
  }
}
