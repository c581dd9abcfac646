import Tabular
import Testing

struct TableHeaderTests {
  @Test func `blanks and marks around names are cut off`() {
    let read = Transcript(" First Name ,\u{A0}Last\t,\"\u{FEFF}DOB\"\n")
    #expect(read.header == ["First Name", "Last", "DOB"])
  }

  @Test(arguments: [
    "First Name", "first_name", "FirstName", "FIRST-NAME", " first.name ",
    "\u{FEFF}First\u{A0}Name",
    "First\nName", "first\u{2011}name",
  ])
  func `spellings of one name fold to one`(name: String) {
    #expect(FoldedHeader(name) == FoldedHeader("firstname"))
    #expect(FoldedHeader(name).text == "firstname")
  }

  @Test func `other names do not fold to it`() {
    #expect(FoldedHeader("First Name") != FoldedHeader("First Names"))
    #expect(FoldedHeader("First Name") != FoldedHeader("First/Name"))
    #expect(FoldedHeader("Prénom") != FoldedHeader("Prenom"))
    #expect(FoldedHeader("PRÉNOM") == FoldedHeader("Pre\u{301}nom"))
  }

  @Test func `a name that stands twice is told`() {
    let header = TableHeader(["First Name", "dob", "", "first_name", "", "DOB", "Dob"])
    #expect(header.duplicates == [3, 5, 6])
    #expect(header.columns(named: FoldedHeader("D.O.B.")) == [1, 5, 6])
    #expect(header.columns(named: FoldedHeader("ssn")).isEmpty)
    #expect(TableHeader(["a", "b", ""]).duplicates.isEmpty)
  }
}
