/// A question of the enrollment screens to which `prepare` takes an answer, and the column for it.
///
/// None of these columns holds words: an answer is a code of the standard's list, a day, the code
/// of a Continuum of Care, or the number of a project.
package struct PreparedField: Hashable, Sendable {
  /// The table's file in lower case.
  let file: String
  /// The column, as the standard writes it.
  let column: String
  /// What the field is called in the input: the column with a small letter in front.
  package let name: String

  /// All of them, of both years.
  static let all = lines.split(separator: "\n").flatMap { line in
    let words = line.split(separator: " ").map(String.init)
    return words.dropFirst().map { PreparedField(file: words[0], column: $0) }
  }

  /// The field with a name; nil if there is none.
  static func named(_ name: String) -> PreparedField? { all.first { $0.name == name } }

  /// The field for a column; nil if there is none.
  static func of(_ column: String, in file: String) -> PreparedField? {
    all.first { $0.column == column && $0.file == file }
  }

  private init(file: String, column: String) {
    self.file = file
    self.column = column
    let capitals = column.prefix { $0.isUppercase }.count
    let small = max(capitals - 1, 1)  // the last of several capitals begins the next word
    name = column.prefix(small).lowercased() + column.dropFirst(small)
  }

  // Source: the job aid's enrollment screen; HUD HMIS CSV FY2024 and FY2026, elements 3.04, 3.06,
  // 3.07, 3.08, 3.10 to 3.12, 3.15, 3.16, 3.20, 3.917, 4.13, 4.21, R3.
  private static let lines = """
    client.csv Sex Woman Man NonBinary CulturallySpecific Transgender Questioning
    client.csv DifferentIdentity GenderNone
    client.csv AmIndAKNative Asian BlackAfAmerican HispanicLatinao HispanicLatinaeo
    client.csv MidEastNAfrican NativeHIPacific White RaceNone VeteranStatus
    enrollment.csv ProjectID EntryDate EnrollmentCoC RelationshipToHoH LivingSituation
    enrollment.csv RentalSubsidyType LengthOfStay LOSUnderThreshold PreviousStreetESSH
    enrollment.csv DateToStreetESSH TimesHomelessPastThreeYears MonthsHomelessPastThreeYears
    enrollment.csv DisablingCondition DateOfEngagement MoveInDate SexualOrientation
    exit.csv ExitDate Destination DestinationSubsidyType
    """
}

extension PreparedField {
  /// The column in a year's standard; nil where that year does not ask.
  func column(in standard: StandardYear) -> StandardColumn? {
    StandardTables.of(standard).columns(of: file)?.first { $0.name == column }
  }
}
