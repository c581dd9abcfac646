import HMIS
import Testing

/// The card of each community.
struct CardProfileTests {
  private func text(
    _ profile: String, _ standard: StandardYear = .fy2026, birthYear: Int? = 1976
  ) throws -> String {
    let community = try #require(Profiles.named(profile))
    return Sample.text(
      try Sample.card(standard, birthYear: birthYear, uid: "B23171bc0", community: community))
  }

  @Test(arguments: StandardYear.allCases, Profiles.all)
  func `every section of every profile fits the screen`(
    standard: StandardYear, profile: Profile
  ) throws {
    let card = try Sample.card(standard, birthYear: 1976, uid: "B23171bc0", community: profile)
    for section in Sample.sections(card) {
      let lines = CardText.lines(section, width: 80)
      #expect(lines.count <= 20, "\(section.name)")
      #expect(lines.allSatisfy { $0.count <= 80 }, "\(section.name)")
    }
  }

  @Test func `only where the UID becomes the first name is there a renaming`() throws {
    for profile in Profiles.all {
      let card = try Sample.card(.fy2026, birthYear: 1976, uid: "B23171bc0", community: profile)
      let renames = Sample.sections(card).contains { $0.name == .rename }
      #expect(renames == (profile.name == "job-aid"), "\(profile.name)")
    }
  }

  @Test func `King County has names and a birth date of its own`() throws {
    let card = try text("king-county")
    #expect(card.contains("Last Name               Refused"))
    #expect(card.contains("First Name              Consent"))
    #expect(card.contains("search for Refused"))
    #expect(card.contains("01/01/1976"))
    #expect(card.contains("First Name is Consent, Last Name is Refused, Quality of Name is 9."))
    #expect(!card.contains("Harbor House"))
  }

  @Test func `names with the record's PersonalID are told as such`() throws {
    let card = try text("green-river")
    #expect(card.contains("Last Name: Last_PersonalID, where PersonalID is the record's own."))
    #expect(card.contains("First Name: First_PersonalID, where PersonalID is the record's own."))
    #expect(card.contains("First Name is First_PersonalID, Last Name is Last_PersonalID"))
    #expect(card.contains("Social Security Number  999000000"))
    #expect(card.contains("You mean this number."))
    #expect(!card.contains("{"))
  }

  @Test func `in Ohio the SSN stays empty, and no pop-up of it is told`() throws {
    let card = try text("ohio")
    #expect(card.contains("Social Security Number  leave empty"))
    #expect(card.contains("SSN is empty, Quality of SSN is 9."))
    #expect(!card.contains("000000000"))
    #expect(!card.contains("Pop-up"))
  }

  @Test func `without consent in Clarity the date is empty and HMIS makes the first name`() throws {
    let card = try text("clarity-refused")
    #expect(card.contains("First Name: HMIS makes it. Leave it as it is."))
    #expect(card.contains("Date of Birth is empty, Quality of DOB 9."))
    #expect(!card.contains("01/01/1976"))
  }

  @Test func `where a community would take anything, the least is written`() throws {
    let card = try text("connecticut")
    #expect(card.contains("Social Security Number  000000000"))
    #expect(card.contains("01/01/1976"))
    #expect(card.contains("First Name              Anonymous"))
  }
}
