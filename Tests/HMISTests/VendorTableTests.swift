import Testing

@testable import HMIS

/// Tables that are none of the standard's, and what is typed in texts.
@Suite struct VendorTableTests {
  @Test func `a vendor's table of notes is checked by PersonalID or by UID`() throws {
    for key in ["PersonalID", "Unique Identifier"] {
      var export = SampleExport(.fy2026)
      let value = { key == "PersonalID" ? "C\($0)" : SampleExport.uid($0) }
      export.tables["notes.csv"] = [
        [key: value(4), "Note": "asked for shoes"],
        [key: value(8), "Note": "phone 555-010-0142, ana@example.org"],
        [key: key == "PersonalID" ? "C5" : "ABCDEF012", "Note": "phone 555-010-0142"],
      ]
      // A vendor's columns may be called anything, and are told by their place.
      #expect(
        try export.found() == ["A13 notes.csv 2 column 1 C8", "A13 notes.csv 2 column 1 C8"])
    }
  }

  @Test(arguments: [("First", "Last"), ("Given Name", "Surname"), ("first_name", "LAST NAME")])
  func `a vendor's names are checked whatever their columns are called`(
    first: String, last: String
  ) throws {
    var export = SampleExport(.fy2026)
    export.tables["clients.csv"] = [
      ["PersonalID": "C4", first: "Ana", last: "Anonymous"],
      ["PersonalID": "C8", first: SampleExport.uid(8), last: "Reyes"],
    ]
    #expect(
      try export.found().filter { $0.contains("clients.csv") } == [
        "A1 clients.csv 1 FirstName C4", "A2 clients.csv 2 LastName C8",
      ])
  }

  @Test func `a UID of nine digits in a text is no SSN`() throws {
    var export = SampleExport(.fy2026)
    export.set(client: 8, ["FirstName": "999688397"])
    export.set(
      "CurrentLivingSituation.csv", client: 4, ["LocationDetails": "with client 999688397"])
    #expect(try export.found() == [])
    export.set("CurrentLivingSituation.csv", client: 4, ["LocationDetails": "with 900123456"])
    #expect(try export.found() == ["A13 CurrentLivingSituation.csv 5 LocationDetails C4"])
  }
}
