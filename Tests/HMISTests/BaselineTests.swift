import Tabular
import Testing

@testable import HMIS

@Suite struct BaselineTests {
  private static let finding = Finding(
    rule: "A2", .error, file: "export/Client.csv", row: 7, column: "LastName", personalID: "C1",
    message: "the last name is not Anonymous")

  private func baseline(_ text: String) throws -> Baseline {
    try Baseline(Array(text.utf8))
  }

  @Test func `what check writes is a baseline that accepts it, in another row too`() throws {
    let table = FindingTable.bytes([Self.finding])
    #expect(
      String(decoding: table, as: UTF8.self) == """
        rule,severity,file,row,column,personalID,message\r
        A2,error,export/Client.csv,7,LastName,C1,the last name is not Anonymous\r

        """)
    let baseline = try Baseline(table)
    #expect(baseline.accepts(Self.finding))
    #expect(
      baseline.accepts(
        Finding(rule: "A2", .note, file: "CLIENT.CSV", personalID: "C1", message: "")))
    #expect(
      !baseline.accepts(
        Finding(rule: "A3", .error, file: "Client.csv", personalID: "C1", message: "")))
    #expect(
      !baseline.accepts(
        Finding(rule: "A2", .error, file: "Exit.csv", personalID: "C1", message: "")))
    #expect(
      !baseline.accepts(
        Finding(rule: "A2", .error, file: "Client.csv", personalID: "C2", message: "")))
    #expect(!baseline.accepts(Finding(rule: "A2", .error, file: "Client.csv", message: "")))
  }

  @Test func `a PersonalID that a spreadsheet would run is guarded and still accepted`() throws {
    let finding = Finding(rule: "A1", .error, file: "Client.csv", personalID: "-1", message: "m")
    let table = FindingTable.bytes([finding])
    #expect(String(decoding: table, as: UTF8.self).contains(",'-1,"))
    #expect(try Baseline(table).accepts(finding))
  }

  @Test func `three columns are enough, in any order, and a finding on no record counts`() throws {
    let baseline = try baseline("PersonalID;File; Rule \n;organization.csv; a14\n\n")
    #expect(baseline.accepts(Finding(rule: "A14", .error, file: "Organization.csv", message: "")))
  }

  @Test func `nothing is accepted without a baseline`() {
    #expect(!Baseline().accepts(Self.finding))
  }

  @Test func `a baseline that is none is refused with its row or column`() throws {
    #expect(throws: BaselineError.column("rule")) { try baseline("file,personalID\na,b\n") }
    #expect(throws: BaselineError.column("file")) {
      try baseline("rule,file,FILE,personalID\nA1,a,a,b\n")
    }
    #expect(throws: BaselineError.incomplete(row: 2)) {
      try baseline("rule,file,personalID\nA1,a,b\n,a,b\n")
    }
    #expect(throws: BaselineError.table(TableDefect(.empty))) { try baseline("") }
    #expect(throws: BaselineError.table(TableDefect(.ragged(row: 1, expected: 3, found: 2)))) {
      try baseline("rule,file,personalID\nA1,a\n")
    }
  }
}
