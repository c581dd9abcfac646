/// All rules, the most urgent first.
package enum RuleBook {
  /// The order is the one in which to mend: first what may not be sent at all, then what names
  /// somebody, then what is merely wrong.
  package static let all: [Rule] = [
    .victimServices, .household, .firstName, .temporaryName, .lastName, .otherNames, .ssn,
    .birthDate, .freeText, .detailTexts, .uidOnce, .personalIDOnce, .nameQuality, .gender,
    .conditions, .standard, .hashed,
  ]

  /// Codes of the list of checks that are no rule here, with the reason.
  package static let elsewhere = [
    (
      code: "A12",
      reason: "whether the entry is after the first service, as only the vault knows that day"
    ),
    (
      code: "A15", reason: "whether UIDs of vault and export are the same, as no vault is read here"
    ),
    (
      code: "A16",
      reason: "whether somebody also stands in HMIS by name, as only the vault knows names"
    ),
    (code: "A17", reason: "deleted rows have no rule of their own: every rule looks at them"),
  ]

  /// The columns that rules look at in rows of clients.
  static let columns =
    [
      "FirstName", "MiddleName", "LastName", "NameSuffix", "Alias", "NameDataQuality", "SSN",
      "SSNDataQuality", "DOB", "DOBDataQuality", "AdditionalRaceEthnicity", "DifferentIdentityText",
      "SexualOrientationOther", "NonBinary", "CulturallySpecific", "Transgender", "Questioning",
      "DifferentIdentity", "SexualOrientation",
      "PersonalID", "EnrollmentID", "HouseholdID",
    ] + RecordRows.texts + ColumnConditions.columns + ChosenCodes.choosing

  /// The rule with a code; nil if there is none.
  package static func rule(_ code: String) -> Rule? {
    all.first { $0.code == code.uppercased() }
  }
}
