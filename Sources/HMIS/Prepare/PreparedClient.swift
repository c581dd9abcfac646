/// One client whose rows can be written: everything is of the standard, and nothing identifies.
package struct PreparedClient: Sendable {
  let birthYear: BirthYear
  let organization: OrganizationName?
  package let uid: UniqueIdentifier?
  /// Clients with the same number are one household; nil for one alone.
  let household: Int?
  let answers: [PreparedField: PreparedAnswer]

  /// A field of an input.
  package struct Field: Sendable {
    package let key: String
    package let value: PreparedValue

    /// Takes a field as it came.
    package init(key: String, value: PreparedValue) {
      self.key = key
      self.value = value
    }
  }

  /// What decides how an input is read.
  package struct Terms: Sendable {
    package let standard: StandardYear
    package let today: CalendarDay
    package let pattern: UIDPattern
    package let profile: Profile

    /// Takes the year's standard, the day, what UIDs look like, and how a community records.
    package init(
      standard: StandardYear, today: CalendarDay, pattern: UIDPattern = .standard,
      profile: Profile = Profiles.standard
    ) {
      (self.standard, self.today) = (standard, today)
      (self.pattern, self.profile) = (pattern, profile)
    }
  }

  /// Reads the fields of an input.
  ///
  /// - Throws: `PreparationError` with the first field that cannot be taken.
  package init(_ fields: [Field], _ terms: Terms) throws(PreparationError) {
    let values = try Self.values(fields)
    var answers: [PreparedField: PreparedAnswer] = [:]
    for (key, value) in values.sorted(by: { $0.key < $1.key }) {
      guard let field = PreparedField.named(key) else { continue }
      answers[field] = try PreparedAnswer(value, of: field, terms.standard)
    }
    self.answers = answers
    birthYear = try Self.birthYear(values["birthYear"], terms)
    uid = try Self.uid(values["uid"], terms)
    organization = try Self.organization(values["organization"], terms)
    household = try Self.household(values["household"])
    try checkFirstName(terms)
    try checkNeeded()
    try checkDays(terms)
    try checkAnswers()
  }

  /// The values that are there, by the names of fields.
  private static func values(
    _ fields: [Field]
  ) throws(PreparationError) -> [String: PreparedValue] {
    var values: [String: PreparedValue] = [:]
    for (place, field) in fields.enumerated() {
      guard own.contains(field.key) || PreparedField.named(field.key) != nil else {
        let identity = IdentifyingField.identity(field.key)
        throw PreparationError(key: place + 1, identity.map { .identifies($0) } ?? .unknown)
      }
      guard values.updateValue(field.value, forKey: field.key) == nil else {
        throw PreparationError(field.key, .keyTwice)
      }
    }
    return values.filter { $0.value != .absent }
  }

  /// The fields that are not columns of a table.
  private static let own = ["birthYear", "uid", "organization", "household"]

  /// The names of all fields to which a year has an answer.
  package static func fieldNames(in standard: StandardYear) -> [String] {
    own + PreparedField.all.filter { $0.column(in: standard) != nil }.map(\.name)
  }
}

// MARK: Reading

extension PreparedClient {
  private static func birthYear(
    _ value: PreparedValue?, _ terms: Terms
  ) throws(PreparationError) -> BirthYear {
    let field = "birthYear"
    let text: String
    switch value {
    case .text(let words): text = words
    case .whole(let number): text = String(number)
    case .other: throw PreparationError(field, .birthYearForm)
    case .absent, nil: throw PreparationError(field, .missing)
    }
    do throws(HMISError) {
      return try BirthYear(text, today: terms.today)
    } catch .birthYearForm where text.utf8.count(where: ASCII.isDigit) > 2 {
      throw PreparationError(field, .identifies(.birthDate))
    } catch .birthYearForm {
      throw PreparationError(field, .birthYearForm)
    } catch {
      throw PreparationError(field, .value(error))
    }
  }

  private static func uid(
    _ value: PreparedValue?, _ terms: Terms
  ) throws(PreparationError) -> UniqueIdentifier? {
    guard let value else { return nil }
    // As a number a UID would lose its zeros.
    guard case .text(let text) = value else { throw PreparationError("uid", .notText) }
    do throws(UIDProblem) {
      return try UniqueIdentifier(text, pattern: terms.pattern)
    } catch {
      throw PreparationError("uid", .identifier(error))
    }
  }

  private static func organization(
    _ value: PreparedValue?, _ terms: Terms
  ) throws(PreparationError) -> OrganizationName? {
    let field = "organization"
    guard let value else { return nil }
    guard case .text(let text) = value else { throw PreparationError(field, .notText) }
    let signs = TextSigns.problems(text, column: field).filter { $0.severity == .error }
    guard signs.isEmpty, CheckedDay(text) == nil else {
      throw PreparationError(field, .identifies(.words))
    }
    do throws(HMISError) {
      return try OrganizationName(text, standard: terms.standard)
    } catch {
      throw PreparationError(field, .value(error))
    }
  }

  private static func household(_ value: PreparedValue?) throws(PreparationError) -> Int? {
    guard let value else { return nil }
    guard case .whole(let number) = value, (1...9999).contains(number) else {
      throw PreparationError("household", .notHousehold)
    }
    return number
  }
}

// MARK: What fits together

extension PreparedClient {
  /// The answer for a column; nil if none was given.
  func answer(_ column: String, in file: String) -> PreparedAnswer? {
    PreparedField.of(column, in: file).flatMap { answers[$0] }
  }

  /// Whether anything of an exit is given.
  var hasExit: Bool { answers.keys.contains { $0.file == "exit.csv" } }

  private func checkFirstName(_ terms: Terms) throws(PreparationError) {
    switch terms.profile.firstName {
    case .generated: throw PreparationError("uid", .generatedName)
    case .oneOf: return
    case .uid:
      guard uid != nil || organization != nil else {
        throw PreparationError("organization", .missing)
      }
    }
  }

  private func checkNeeded() throws(PreparationError) {
    for column in ["ProjectID", "EntryDate", "EnrollmentCoC"] {
      try checkThere(column, "enrollment.csv") { PreparationError($0, .missing) }
    }
    guard hasExit else { return }
    for (column, other) in [("ExitDate", "destination"), ("Destination", "exitDate")] {
      try checkThere(column, "exit.csv") { PreparationError($0, .missingBeside(other)) }
    }
  }

  private func checkThere(
    _ column: String, _ file: String, _ error: (String) -> PreparationError
  ) throws(PreparationError) {
    guard answer(column, in: file) == nil, let field = PreparedField.of(column, in: file) else {
      return
    }
    throw error(field.name)
  }

  private func checkDays(_ terms: Terms) throws(PreparationError) {
    let entry = answer("EntryDate", in: "enrollment.csv")?.day
    for (field, answer) in answers.sorted(by: { $0.key.name < $1.key.name }) {
      guard let day = answer.day else { continue }
      if day > terms.today { throw PreparationError(field.name, .future) }
      if let year = birthYear.year, day.year < year {
        throw PreparationError(field.name, .before("birthYear"))
      }
      // Living on the street begins before the enrollment, all else in it.
      guard let entry, field.column != "EntryDate" else { continue }
      if field.column == "DateToStreetESSH" {
        guard day > entry else { continue }
        throw PreparationError("entryDate", .before(field.name))
      }
      if day < entry { throw PreparationError(field.name, .before("entryDate")) }
    }
  }

  private func checkAnswers() throws(PreparationError) {
    for file in ["client.csv", "enrollment.csv", "exit.csv"] {
      for (column, condition) in ColumnConditions.of(file) where !column.hasSuffix("None") {
        try check(column, condition, in: file)
      }
    }
    try checkNone("RaceNone", beside: PreparedTables.races)
    try checkNone("GenderNone", beside: PreparedTables.genders)
    if answer("Woman", in: "client.csv") == .code(1), answer("Man", in: "client.csv") == .code(1) {
      throw PreparationError("woman", .uncommon)
    }
  }

  /// A field may be answered only beside the answers that the standard names.
  private func check(
    _ column: String, _ condition: ColumnCondition, in file: String
  ) throws(PreparationError) {
    guard let field = PreparedField.of(column, in: file), answers[field] != nil else { return }
    let holds = condition.holds { name in
      PreparedField.of(name, in: file).map { answers[$0]?.text ?? "" }
    }
    guard holds == false else { return }
    let others = condition.alternatives.joined().compactMap {
      PreparedField.of($0.column, in: file)
    }
    throw PreparationError(field.name, .contradicts(others.first?.name ?? column))
  }

  /// "Does not know" or "prefers not to answer" stands alone.
  private func checkNone(
    _ column: String, beside others: [String]
  ) throws(PreparationError) {
    guard let none = PreparedField.of(column, in: "client.csv"), answers[none] != nil else {
      return
    }
    for other in others where answer(other, in: "client.csv") == .code(1) {
      let field = PreparedField.of(other, in: "client.csv")
      throw PreparationError(none.name, .contradicts(field?.name ?? other))
    }
  }
}
