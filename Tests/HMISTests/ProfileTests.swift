import Testing

@testable import HMIS

@Suite struct ProfileTests {
  private static let own = """
    # ours
    name = ours
    title = Ours
    source = our handbook

    first-name = Client, Person
    last-name = Unknown
    name-quality = 9, 2
    ssn = empty, xxxxxxxxx
    ssn-quality = 9
    birth-date = first-of-january
    birth-date-quality = 2
    """

  private func error(_ old: String, _ new: String) -> ProfileError? {
    do throws(ProfileError) {
      _ = try Profile(Self.own.replacing(old, with: new))
      return nil
    } catch {
      return error
    }
  }

  @Test func `a profile is read`() throws {
    let profile = try Profile(Self.own)
    #expect(profile.name == "ours")
    #expect(profile.firstName == .oneOf(["Client", "Person"].compactMap(ProfileName.init)))
    #expect(profile.nameQualities == ["9", "2"])
    #expect(profile.ssns == ["", "xxxxxxxxx"])
  }

  @Test(arguments: [
    ("First_{PersonalID}", "First_C7"), ("{PersonalID}-anon", "C7-anon"), ("Client", "Client"),
  ])
  func `a name may have the record's PersonalID in it`(text: String, name: String) throws {
    let read = try #require(ProfileName(text))
    #expect(read.text(personalID: "C7") == name)
    #expect(read.isName(name.uppercased(), personalID: "C7"))
    #expect(read.isName(name, personalID: "C8") == (name == "Client"))
    #expect(read.isName(name, personalID: nil) == (name == "Client"))
  }

  @Test(arguments: [
    "{PersonalID}", "A_{PersonalID}", "First_{UID}", "First_{PersonalID",
    "{PersonalID}_{PersonalID}x",
    String(repeating: "x", count: 51),
  ])
  func `a name that tells nobody, or has other words in braces, is refused`(text: String) {
    #expect(ProfileName(text) == nil)
    #expect(
      error("last-name = Unknown", "last-name = \(text)")
        == ProfileError(line: 7, key: "last-name", problem: .value))
  }

  @Test func `all profiles of the program can be read and have names of their own`() {
    #expect(Set(Profiles.all.map(\.name)).count == 7)
    #expect(Profiles.standard.name == "job-aid")
    #expect(Profiles.named("King-County") != nil)
  }

  @Test func `an error in a profile names line and key`() {
    #expect(
      error("ssn-quality = 9", "ssn-quality = 7")
        == ProfileError(line: 10, key: "ssn-quality", problem: .value))
    #expect(
      error("last-name =", "lastname =") == ProfileError(line: 7, key: nil, problem: .unknownKey))
    #expect(error("last-name =", "last-name") == ProfileError(line: 7, key: nil, problem: .form))
    #expect(
      error("last-name = Unknown", "name = x")
        == ProfileError(line: 7, key: "name", problem: .twice))
    #expect(
      error("last-name = Unknown", "")
        == ProfileError(line: nil, key: "last-name", problem: .missing))
    #expect(
      error("Client, Person", "Client,")
        == ProfileError(line: 6, key: "first-name", problem: .value))
    #expect(error("empty, xxxxxxxxx", "1") == ProfileError(line: 9, key: "ssn", problem: .value))
    #expect(
      error("first-of-january", "may") == ProfileError(line: 11, key: "birth-date", problem: .value)
    )
  }
}
