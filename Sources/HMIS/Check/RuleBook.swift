/// All rules, the most urgent first.
package enum RuleBook {
  /// The order is the one in which to mend: first what may not be sent at all, then what names
  /// somebody, then what is merely wrong.
  package static let all: [Rule] = [
    .victimServices, .household, .firstName, .temporaryName, .lastName, .otherNames, .ssn,
    .birthDate, .freeText, .detailTexts, .uidOnce, .personalIDOnce, .nameQuality, .gender,
    .conditions, .standard, .hashed,
  ]

  /// The columns that rules look at in rows of clients.
  static let columns =
    [
      "FirstName", "MiddleName", "LastName", "NameSuffix", "Alias", "NameDataQuality", "SSN",
      "SSNDataQuality", "DOB", "DOBDataQuality", "AdditionalRaceEthnicity", "DifferentIdentityText",
      "SexualOrientationOther", "NonBinary", "CulturallySpecific", "Transgender", "Questioning",
      "DifferentIdentity", "SexualOrientation",
    ] + RecordRows.texts + ColumnConditions.columns + ChosenCodes.choosing

  /// The rule with a code; nil if there is none.
  package static func rule(_ code: String) -> Rule? {
    all.first { $0.code == code.uppercased() }
  }
}
