import Testing

@testable import HMIS

/// Input that `prepare` refuses.
@Suite struct PreparationErrorTests {
  private typealias Sample = PreparedSample

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let values: [String: PreparedValue?]
    /// The field at fault; one that `prepare` has not is told by its number.
    let field: String
    let problem: PreparationError.Problem
    let year: StandardYear

    var testDescription: String { name }

    init(
      _ name: String, _ values: [String: PreparedValue?], _ field: String,
      _ problem: PreparationError.Problem, _ year: StandardYear = .fy2026
    ) {
      (self.name, self.values, self.field) = (name, values, field)
      (self.problem, self.year) = (problem, year)
    }
  }

  static let identities: [Case] =
    [
      ("firstName", .name), ("lastName", .name), ("name", .name), ("given", .name),
      ("surname", .name), ("middleName", .name), ("suffix", .name), ("alias", .name),
      ("aliases", .name), ("preferred", .name), ("nickname", .name), ("ssn", .ssn), ("SSN", .ssn),
      ("socialSecurityNumber", .ssn), ("dob", .birthDate), ("DOB", .birthDate),
      ("birthDate", .birthDate), ("birthday", .birthDate), ("dateOfBirth", .birthDate),
      ("phone", .contact), ("phones", .contact), ("email", .contact), ("address", .contact),
      ("locationDetails", .contact), ("note", .words), ("otherDestination", .words),
      ("additionalRaceEthnicity", .words), ("differentIdentityText", .words),
    ].map { name, identity in
      Case(name, [name: .text("Guadalupe")], name, .identifies(identity))
    }

  static let forms: [Case] = [
    Case(
      "a full birth date", ["birthYear": .text("1976-03-13")], "birthYear", .identifies(.birthDate)),
    Case("as a number", ["birthYear": .whole(19_760_313)], "birthYear", .identifies(.birthDate)),
    Case("in another form", ["birthYear": .text("3/13/76")], "birthYear", .identifies(.birthDate)),
    Case("a word", ["birthYear": .text("soon")], "birthYear", .birthYearForm),
    Case("a list", ["birthYear": .other], "birthYear", .birthYearForm),
    Case(
      "two digits", ["birthYear": .whole(76)], "birthYear", .value(.birthYearTwoDigits)),
    Case(
      "a year to come", ["birthYear": .whole(2027)], "birthYear",
      .value(.birthYearInFuture(latest: 2026))),
    Case("no year", ["birthYear": nil], "birthYear", .missing),
    Case("null", ["birthYear": .absent], "birthYear", .missing),
    Case("no field", ["shoeSize": .whole(42)], "shoeSize", .unknown),
    Case("unknown and null", ["shoeSize": .absent], "shoeSize", .unknown),
    Case("a name as UID", ["uid": .text("Guadalupe")], "uid", .identifier(.isAName)),
    Case("an SSN as UID", ["uid": .text("900-12-3456")], "uid", .identifier(.looksLikeSSN)),
    Case("a UID as number", ["uid": .whole(999_688_397)], "uid", .notText),
    Case(
      "an organization with a telephone", ["organization": .text("call 555-010-0199")],
      "organization", .identifies(.words)),
    Case(
      "an organization that is a day", ["organization": .text("1976-03-13")], "organization",
      .identifies(.words)),
    Case(
      "neither UID nor organization", ["uid": nil, "organization": nil], "organization", .missing),
    Case(
      "an empty organization", ["organization": .text(" ")], "organization",
      .value(.organizationEmpty)),
    Case("a project of words", ["projectID": .text("Ana Reyes")], "projectID", .notProject),
    Case("a project like an SSN", ["projectID": .whole(900_123_456)], "projectID", .notProject),
    Case("a negative project", ["projectID": .whole(-1)], "projectID", .notProject),
    Case("no project", ["projectID": nil], "projectID", .missing),
    Case("no CoC", ["enrollmentCoC": nil], "enrollmentCoC", .missing),
    Case("no entry date", ["entryDate": nil], "entryDate", .missing),
    Case("a household of words", ["household": .text("Reyes")], "household", .notHousehold),
    Case("a CoC of words", ["enrollmentCoC": .text("Reyes!")], "enrollmentCoC", .notCoC),
    Case("an answer in words", ["livingSituation": .text("car")], "livingSituation", .notCode),
    Case("no answer of the list", ["livingSituation": .whole(7)], "livingSituation", .notInList),
    Case(
      "only a destination", ["livingSituation": .whole(422)], "livingSituation", .notInList),
    Case(
      "only a living situation",
      ["exitDate": .text("2026-01-01"), "destination": .whole(336)], "destination", .notInList),
  ]

  static let relations: [Case] = [
    Case("no such day", ["entryDate": .text("2025-02-30")], "entryDate", .value(.noSuchDay)),
    Case("another form of day", ["entryDate": .text("3/13/2025")], "entryDate", .notDay),
    Case("a day as number", ["entryDate": .whole(20_250_313)], "entryDate", .notDay),
    Case("a day to come", ["entryDate": .text("2026-03-03")], "entryDate", .future),
    Case(
      "before birth", ["entryDate": .text("1975-12-31")], "entryDate", .before("birthYear")),
    Case(
      "left before entry", ["exitDate": .text("2025-11-02"), "destination": .whole(101)],
      "exitDate", .before("entryDate")),
    Case(
      "on the street after entry", ["dateToStreetESSH": .text("2025-11-04")], "entryDate",
      .before("dateToStreetESSH")),
    Case(
      "exit without destination", ["exitDate": .text("2026-01-01")], "destination",
      .missingBeside("exitDate")),
    Case(
      "destination without exit", ["destination": .whole(101)], "exitDate",
      .missingBeside("destination")),
    Case(
      "subsidy without rental", ["rentalSubsidyType": .whole(428)], "rentalSubsidyType",
      .contradicts("livingSituation")),
    Case("race and none", ["raceNone": .whole(9)], "raceNone", .contradicts("asian")),
    Case("sex of before", ["sex": .whole(0)], "sex", .notIn(.fy2024), .fy2024),
    Case("gender of after", ["woman": .whole(1)], "woman", .notIn(.fy2026)),
    Case("uncommon gender", ["nonBinary": .whole(1)], "nonBinary", .uncommon, .fy2024),
    Case("both", ["woman": .whole(1), "man": .whole(1)], "woman", .uncommon, .fy2024),
    Case(
      "uncommon orientation", ["sexualOrientation": .whole(3)], "sexualOrientation", .uncommon,
      .fy2024),
    Case(
      "child of nobody", ["relationshipToHoH": .whole(2)], "relationshipToHoH", .missingHousehold),
    Case(
      "a household without head", ["household": .whole(3), "relationshipToHoH": .whole(2)],
      "household", .heads),
  ]

  @Test(arguments: identities + forms + relations)
  func `is refused`(one: Case) throws {
    var values = Sample.values()
    for (field, value) in one.values { values[field] = value }
    let terms = try Sample.terms(one.year)
    let keys = values.keys.sorted()
    do throws(PreparationError) {
      _ = try Sample.tables([values], terms)
      Issue.record("it is taken")
    } catch {
      #expect(error.problem == one.problem)
      switch error.place {
      case .field(let name): #expect(name == one.field)
      case .key(let number):
        #expect(keys[number - 1] == one.field)
        #expect(PreparedField.named(one.field) == nil)
      }
    }
  }

  @Test func `a key that is there twice is refused`() throws {
    let terms = try Sample.terms(.fy2026)
    let fields = Sample.fields(Sample.values())
    let second = PreparedClient.Field(key: "birthYear", value: .whole(1980))
    #expect(throws: PreparationError("birthYear", .keyTwice)) {
      try PreparedClient(fields + [second], terms)
    }
  }

  @Test(arguments: ["Guadalupe", "GuadalupeName", "Reyes 1976", "dobReyes"])
  func `a key that is no field is told by its number alone`(key: String) throws {
    let terms = try Sample.terms(.fy2026)
    let fields = Sample.fields(Sample.values()) + [.init(key: key, value: .absent)]
    do throws(PreparationError) {
      _ = try PreparedClient(fields, terms)
      Issue.record("it is taken")
    } catch {
      #expect(error.place == .key(fields.count))
      #expect(!String(describing: error).contains(key))
    }
  }

  @Test func `two clients with one UID are refused, whatever its case`() throws {
    let terms = try Sample.terms(.fy2026)
    #expect(throws: PreparationError("uid", .twice, client: 1)) {
      try Sample.tables([Sample.values("B23171bc0"), Sample.values("b23171BC0")], terms)
    }
  }

  @Test func `two heads of one household are refused`() throws {
    let terms = try Sample.terms(.fy2026)
    let head: Sample.Values = ["household": .whole(1), "relationshipToHoH": .whole(1)]
    #expect(throws: PreparationError("household", .heads, client: 0)) {
      try Sample.tables(
        [Sample.values("B23171bc0", head), Sample.values("0F9A6B2D7", head)], terms)
    }
  }

  @Test func `in a household of two everybody needs a relationship`() throws {
    let terms = try Sample.terms(.fy2026)
    let member: Sample.Values = ["household": .whole(1)]
    #expect(throws: PreparationError("relationshipToHoH", .missingBeside("household"), client: 0)) {
      try Sample.tables(
        [Sample.values("B23171bc0", member), Sample.values("0F9A6B2D7", member)], terms)
    }
  }

  @Test func `a profile whose first name HMIS makes has no rows`() throws {
    let profile = try #require(Profiles.named("clarity-refused"))
    let terms = try Sample.terms(.fy2026, profile: profile)
    #expect(throws: PreparationError("uid", .generatedName)) {
      try Sample.tables([Sample.values()], terms)
    }
  }
}
