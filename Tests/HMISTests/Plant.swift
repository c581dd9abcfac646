import Testing

@testable import HMIS

/// A breach to be planted in a clean export, and what is to be found.
struct Plant: Sendable, CustomTestStringConvertible {
  let name: String
  let table: String
  let values: [String: String]
  let expected: [String]
  var years = StandardYear.allCases

  var testDescription: String { name }

  init(
    _ name: String, in table: String = "Client.csv", _ values: [String: String],
    _ expected: String..., years: [StandardYear] = StandardYear.allCases
  ) {
    (self.name, self.table, self.values) = (name, table, values)
    (self.expected, self.years) = (expected, years)
  }

  /// What is planted in the record of client 8, in row 9 of each table.
  static let all = [
    Plant("a name", ["FirstName": "Guadalupe"], "A1 FirstName"),
    Plant("O for 0", ["FirstName": "B23171BCO"], "A1 FirstName"),
    Plant(
      "a name as enrollment", in: "Enrollment.csv", ["EnrollmentID": "Guadalupe Reyes"],
      "A13 EnrollmentID"),
    Plant(
      "an SSN as household", in: "Enrollment.csv", ["HouseholdID": "900-12-3456"],
      "A13 HouseholdID"),
    Plant("the organization", ["FirstName": "harbor house"], "A7 FirstName"),
    Plant("a slip in the last name", ["LastName": "Anonymus"], "A2 LastName"),
    Plant("no last name", ["LastName": ""], "A2 LastName"),
    Plant(
      "swapped", ["FirstName": "Anonymous", "LastName": "B23171BC0"], "A1 FirstName", "A2 LastName"),
    Plant(
      "a name with the zero SSN", ["FirstName": "Ana", "LastName": "Reyes"], "A1 FirstName",
      "A2 LastName"),
    Plant("a middle name", ["MiddleName": "K"], "A3 MiddleName"),
    Plant("a suffix", ["NameSuffix": "Jr"], "A3 NameSuffix"),
    Plant("quality of name", ["NameDataQuality": "2"], "A4 NameDataQuality"),
    Plant("an SSN", ["SSN": "900123456"], "A5 SSN"),
    Plant("hyphens", ["SSN": "000-00-0000"], "A5 SSN", "S1 SSN"),
    Plant("no SSN", ["SSN": ""], "A5 SSN"),
    Plant("quality of SSN", ["SSNDataQuality": "1"], "A5 SSNDataQuality"),
    Plant("a birthday", ["DOB": "1976-03-13"], "A6 DOB"),
    Plant("a birthday in another form", ["DOB": "3/13/1976"], "A6 DOB"),
    Plant("no day", ["DOB": "1976-02-30"], "A6 DOB", "S1 DOB"),
    Plant("9 with a date", ["DOBDataQuality": "9"], "A6 DOBDataQuality"),
    Plant("1 with a date", ["DOBDataQuality": "1"], "A6 DOBDataQuality"),
    Plant("2 without a date", ["DOB": ""], "A6 DOBDataQuality"),
    Plant("9 without a date", ["DOB": "", "DOBDataQuality": "9"]),
    Plant("1 January in another form", ["DOB": "1/1/1976"]),
    Plant("an uncommon gender", ["NonBinary": "1"], "A8 NonBinary", years: [.fy2024]),
    Plant("sex", ["Sex": "0"], years: [.fy2026]),
    Plant("no sex of the list", ["Sex": "3"], "S1 Sex", years: [.fy2026]),
    Plant(
      "words on race", ["AdditionalRaceEthnicity": "rare"], "A10 AdditionalRaceEthnicity"),
    Plant("a code", ["VeteranStatus": "7"], "S1 VeteranStatus"),
    Plant("no code", ["VeteranStatus": ""], "S1 VeteranStatus"),
    Plant(
      "a deleted row", ["DateDeleted": "2025-05-05 10:00:00", "MiddleName": "K"], "A3 MiddleName"),
    Plant(
      "orientation", in: "Enrollment.csv", ["SexualOrientationOther": "x"],
      "A10 SexualOrientationOther", years: [.fy2024]),
    Plant("a second head", in: "Enrollment.csv", ["RelationshipToHoH": "2"], "A11 HouseholdID"),
    Plant(
      "a relationship", in: "Enrollment.csv", ["RelationshipToHoH": "7"], "A11 HouseholdID",
      "S1 RelationshipToHoH"),
    Plant(
      "a named household", in: "Enrollment.csv", ["HouseholdID": "H9", "RelationshipToHoH": "2"],
      "A11 HouseholdID"),
    Plant("a CoC", in: "Enrollment.csv", ["EnrollmentCoC": "Reyes!"], "S1 EnrollmentCoC"),
    Plant("a year", ["YearEnteredService": "1919"], "S1 YearEnteredService"),
    Plant("a year that may be", ["YearEnteredService": "1968"]),
    Plant("a station", in: "Enrollment.csv", ["VAMCStation": "589A8"], "S1 VAMCStation"),
    Plant("a station that is there", in: "Enrollment.csv", ["VAMCStation": "589A7"]),
    Plant(
      "a language", in: "Enrollment.csv", ["PreferredLanguage": "427"], "S1 PreferredLanguage",
      years: [.fy2024]),
    Plant(
      "a language that is there", in: "Enrollment.csv", ["PreferredLanguage": "426"],
      years: [.fy2024]),
    Plant("no session", in: "Exit.csv", ["SessionsInPlan": "0"], "S1 SessionsInPlan"),
    Plant("sessions", in: "Exit.csv", ["SessionsInPlan": "2"]),
    Plant("a subsidy", in: "Enrollment.csv", ["RentalSubsidyType": "428"], "S2 RentalSubsidyType"),
    Plant("a race not collected", ["Asian": "99"]),
    Plant("no race", ["RaceNone": "9"]),
    Plant("a race and none", ["RaceNone": "9", "White": "1"], "S2 RaceNone"),
    Plant(
      "an end as beginning", in: "Enrollment.csv", ["LivingSituation": "24"], "S1 LivingSituation"),
    Plant("a place for youth", in: "Enrollment.csv", ["LivingSituation": "335"]),
    Plant("an end", in: "Exit.csv", ["Destination": "24"]),
    Plant("no end", in: "Exit.csv", ["Destination": "335"], "S1 Destination"),
    Plant(
      "a service of another kind", in: "Services.csv", ["TypeProvided": "7"], "S1 TypeProvided"),
    Plant("a service of the year", in: "Services.csv", ["RecordType": "144", "TypeProvided": "9"]),
    Plant(
      "a part of a service", in: "Services.csv", ["SubTypeProvided": "1"], "S2 SubTypeProvided"),
    Plant(
      "a part of the right service", in: "Services.csv",
      ["RecordType": "144", "TypeProvided": "5", "SubTypeProvided": "11"]),
    Plant(
      "a part that is none", in: "Services.csv",
      ["RecordType": "144", "TypeProvided": "3", "SubTypeProvided": "11"], "S1 SubTypeProvided"),
    Plant(
      "words beside another service", in: "Services.csv", ["OtherTypeProvided": "shoes"],
      "S2 OtherTypeProvided"),
    Plant(
      "a telephone", in: "Exit.csv", ["OtherDestination": "call 555-010-0199"],
      "A13 OtherDestination"),
    Plant(
      "words beside another answer", in: "Exit.csv",
      ["OtherDestination": "friends", "Destination": "410"], "S2 OtherDestination"),
    Plant("harmless words", in: "Exit.csv", ["OtherDestination": "went to friends in 2025"]),
    Plant(
      "e-mail", in: "CurrentLivingSituation.csv", ["LocationDetails": "ana@example.org"],
      "A13 LocationDetails"),
    Plant(
      "an SSN in words", in: "CurrentLivingSituation.csv", ["LocationDetails": "ssn 900-12-3456"],
      "A13 LocationDetails"),
    Plant(
      "a birthday in words", in: "CurrentLivingSituation.csv",
      ["LocationDetails": "Born 3/13/1976"], "A13 LocationDetails"),
    Plant(
      "a birthday with its month", in: "CurrentLivingSituation.csv",
      ["LocationDetails": "born on 13 March 1976"], "A13 LocationDetails"),
    Plant(
      "a month alone", in: "CurrentLivingSituation.csv",
      ["LocationDetails": "moved on 13 March 2025"]),
    Plant(
      "a title", in: "CurrentLivingSituation.csv", ["LocationDetails": "with Mrs. R"],
      "A13 LocationDetails"),
    Plant(
      "a long text", in: "CurrentLivingSituation.csv",
      ["LocationDetails": String(repeating: "far ", count: 70)], "S1 LocationDetails"),
  ]
}
