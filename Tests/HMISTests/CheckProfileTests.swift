import Testing

@testable import HMIS

/// Exports of other communities than the job aid's.
@Suite struct CheckProfileTests {
  @Test func `another community's profile has other names`() throws {
    var export = SampleExport(.fy2026)
    var check = ExportCheck()
    check.profile = try #require(Profiles.named("king-county"))
    for client in [0, 4, 8] {
      export.set(client: client, ["FirstName": "Consent", "LastName": "Refused"])
    }
    #expect(try export.found(check) == [])
    export.set(client: 8, ["FirstName": "Ana"])
    #expect(try export.found(check) == ["A1 Client.csv 9 FirstName C8"])
    export.set(client: 8, ["FirstName": "Consent", "LastName": "Reyes", "SSN": "900123456"])
    #expect(
      try export.found(check) == ["A2 Client.csv 9 LastName C8", "A5 Client.csv 9 SSN C8"])
  }

  @Test func `names of Green River's import are those of the record's own PersonalID`() throws {
    var export = SampleExport(.fy2026)
    var check = ExportCheck()
    check.profile = try #require(Profiles.named("green-river"))
    for client in [0, 4, 8] {
      export.set(
        client: client,
        ["FirstName": "First_C\(client)", "LastName": "last_c\(client)", "SSN": "999000000"])
    }
    #expect(try export.found(check) == [])
    #expect(try export.report(check).meanings.first { $0.meaning == .lastName }?.count == 3)
    export.set(client: 8, ["FirstName": "First_C4", "LastName": "Last_"])
    #expect(
      try export.found(check) == ["A1 Client.csv 9 FirstName C8", "A2 Client.csv 9 LastName C8"])
    export.set(client: 8, ["FirstName": "First_C8", "LastName": "Reyes", "SSN": "900123456"])
    #expect(
      try export.found(check) == ["A2 Client.csv 9 LastName C8", "A5 Client.csv 9 SSN C8"])
  }

  @Test func `what to do is said in the words of the profile`() throws {
    for profile in Profiles.all {
      for rule in RuleBook.all {
        let asking = rule.asking(by: profile)
        #expect(!asking.title.isEmpty && !asking.mending.isEmpty)
        if profile == Profiles.standard { #expect(asking.title == rule.title) }
      }
    }
    let county = try #require(Profiles.named("king-county"))
    #expect(Rule.firstName.asking(by: county).mending.contains("type Consent as first name"))
    #expect(Rule.lastName.asking(by: county).title == "The last name must be Refused")
    let ohio = try #require(Profiles.named("ohio"))
    #expect(Rule.ssn.asking(by: ohio).mending.contains("SSN: empty"))
    let clarity = try #require(Profiles.named("clarity-refused"))
    #expect(Rule.birthDate.asking(by: clarity).title.contains("empty"))
  }

  @Test func `x for digits left out may be small or capital`() throws {
    var export = SampleExport(.fy2026)
    var check = ExportCheck()
    check.profile = try #require(Profiles.named("orange-county"))
    for (client, ssn) in [(0, "xxxxxxxxx"), (4, "XXXXXXXXX"), (8, "000000000")] {
      export.set(client: client, ["LastName": "Refused", "SSN": ssn])
    }
    #expect(try export.found(check) == [])
    export.set(client: 4, ["LastName": "Reyes"])
    #expect(try export.found(check) == ["A2 Client.csv 5 LastName C4"])
  }
}
