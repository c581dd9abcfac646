/// What stands of one client in each table: values by column.
struct PreparedRows {
  let client: [String: String]
  let enrollment: [String: String]
  /// Nil for whoever has not left.
  let exit: [String: String]?

  /// What joins the rows.
  struct Keys {
    let person: String
    let enrollment: String
    let exit: String
    let household: String
    /// The same for all rows of one run.
    let run: String
  }

  init(_ client: PreparedClient, _ relation: String, _ terms: PreparedClient.Terms, _ keys: Keys) {
    let said = Self.said(terms.today, keys)
    var rows: [String: [String: String]] = [:]
    for (field, answer) in client.answers {
      rows[field.file, default: said][field.column] = answer.text
    }
    self.client = (rows["client.csv"] ?? said).merging(Self.identity(client, terms, keys)) { $1 }
      .merging(Self.unanswered(client)) { $1 }
    enrollment = (rows["enrollment.csv"] ?? said).merging([
      "EnrollmentID": keys.enrollment, "HouseholdID": keys.household,
      "RelationshipToHoH": relation,
    ]) { $1 }
    exit = rows["exit.csv"]?.merging(["ExitID": keys.exit, "EnrollmentID": keys.enrollment]) { $1 }
  }

  /// What every table has. The day is enough: the minute would tell who sat at which desk.
  private static func said(_ today: CalendarDay, _ keys: Keys) -> [String: String] {
    [
      "PersonalID": keys.person, "DateCreated": "\(today) 00:00:00",
      "DateUpdated": "\(today) 00:00:00", "UserID": "hmis-anon", "ExportID": keys.run,
    ]
  }

  private static func identity(
    _ client: PreparedClient, _ terms: PreparedClient.Terms, _ keys: Keys
  ) -> [String: String] {
    let profile = terms.profile
    let year = profile.birthDate == .empty ? nil : client.birthYear.year
    return [
      "FirstName": firstName(client, profile, keys),
      "LastName": profile.lastName.text(personalID: keys.person),
      "NameDataQuality": "\(profile.nameQuality.code)", "SSN": profile.ssn ?? "",
      "SSNDataQuality": "\(profile.ssnQuality.code)",
      "DOB": year.map { "\($0)-01-01" } ?? "",
      "DOBDataQuality": year == nil ? "9" : "\(profile.approximate.code)",
    ]
  }

  private static func firstName(
    _ client: PreparedClient, _ profile: Profile, _ keys: Keys
  ) -> String {
    if case .oneOf(let names) = profile.firstName {
      return names[0].text(personalID: keys.person)
    }
    return client.uid?.inNameField ?? client.organization?.text ?? ""
  }

  /// What was not answered of sex, gender and race. Where the answers stand in several columns:
  /// "no" in each that was not chosen, and "data not collected" if none was.
  private static func unanswered(_ client: PreparedClient) -> [String: String] {
    var row = client.answer("Sex", in: "client.csv") == nil ? ["Sex": "99"] : [:]
    let groups = [("RaceNone", PreparedTables.races), ("GenderNone", PreparedTables.genders)]
    for (none, columns) in groups {
      let chosen = columns.filter { client.answer($0, in: "client.csv") == .code(1) }
      for column in columns { row[column] = chosen.contains(column) ? "1" : "0" }
      if chosen.isEmpty, client.answer(none, in: "client.csv") == nil { row[none] = "99" }
    }
    return row
  }
}
