import Synchronization
import Tabular
import Testing

@testable import HMIS

/// Tables that cannot be checked.
@Suite struct CheckErrorTests {
  private static let columns = "PersonalID,FirstName,LastName,SSN"

  private func error(_ tables: (String, [UInt8])..., standard: StandardYear? = nil) -> CheckError<
    Never
  >? {
    var check = ExportCheck()
    check.standard = standard
    let tables = tables.map { name, bytes in
      CheckTable<Never>(name: name, byteCount: bytes.count) {
        var rest: [UInt8]? = bytes
        return {
          defer { rest = nil }
          return rest
        }
      }
    }
    do throws(CheckError<Never>) {
      _ = try check.run(tables, progress: CheckProgress { _ in })
      return nil
    } catch {
      return error
    }
  }

  private func client(_ text: String) -> CheckError<Never>? {
    error(("Client.csv", Array(text.utf8)))
  }

  private func defect(_ error: CheckError<Never>?) -> TableDefect? {
    guard case .table("Client.csv", let defect) = error else { return nil }
    return defect
  }

  @Test(arguments: [
    ("", TableDefect.Kind.empty, nil as Int?),
    ("\n\n", .noHeader, nil),
    ("\(columns)\n1,2,3,4\n1,2\n", .ragged(expected: 4, found: 2), 2),
    ("\(columns)\n1,2,3,4\n1,\"2,3,4\n", .unclosedQuote, 2),
    ("\(columns)\n1,2,3,4\n1,a\"2,3,4\n", .strayQuote, 2),
    ("\(columns)\n1,2\u{0},3,4\n", .nul, 1),
  ])
  func `a table that is none is refused with its row`(
    text: String, kind: TableDefect.Kind, row: Int?
  ) {
    let found = defect(client(text))
    #expect(found?.kind == kind)
    #expect(found?.row == row)
  }

  @Test func `mixed encodings are refused`() {
    let bytes = Array("\(Self.columns)\n1,é,3,4\n1,".utf8) + [0xE9] + Array(",3,4\n".utf8)
    #expect(defect(error(("Client.csv", bytes)))?.kind == .mixedEncodings)
  }

  @Test func `line ends of two kinds are refused`() {
    let found = defect(client("\(Self.columns)\r\n1,Ana,Reyes,1\r\n2,Bo,Li,1\n3,Cy,Li,1\r\n"))
    #expect(found?.kind == .mixedLineEnds)
    #expect(found?.row == 2)
    #expect(defect(client("\(Self.columns)\r\n1,Ana,Reyes,1\r\n2,Bo,Li,1")) == nil)
  }

  @Test func `a client's row in place of a header is not repeated`() {
    #expect(
      error(("notes.csv", Array("Ana,Reyes,Ana\n".utf8))) == .nothingToCheck(file: "notes.csv"))
  }

  @Test func `where nobody is, nothing is said to be right`() {
    #expect(client("\(Self.columns)\n") == .noClients(file: "Client.csv"))
    #expect(client("\(Self.columns)\n\n \n") == .noClients(file: "Client.csv"))
    #expect(
      error(("notes.csv", Array("PersonalID,Note\nC1,call 555-010-0142\n".utf8)))
        == .noClients(file: nil))
    // Another table without rows is no error: HMIS writes all 24.
    #expect(
      error(
        ("Client.csv", Array("\(Self.columns)\n1,Ana,Reyes,1\n".utf8)),
        ("Exit.csv", Array("ExitID,PersonalID\n".utf8))) == nil)
  }

  @Test func `UTF-16 and Windows-1252 are read`() {
    let text = "\(Self.columns)\r\n1,Ana,Reyes,1\r\n2,Bo,Li,1\r\n"
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
    #expect(error(("Client.csv", wide)) == nil)
    let western = Array("\(Self.columns)\n1,Ren".utf8) + [0xE9] + Array(",R,1\n".utf8)
    #expect(error(("Client.csv", western)) == nil)
    #expect(client(text) == nil)
  }

  @Test func `a column twice is refused with both places`() {
    #expect(
      client("\(Self.columns),firstname\n1,2,3,4,5\n")
        == .columnTwice(file: "Client.csv", name: "FirstName", places: [2, 5]))
    #expect(
      client("\(Self.columns),Reyes,reyes\n1,2,3,4,5,6\n")
        == .columnTwice(file: "Client.csv", name: nil, places: [5, 6]))
  }

  @Test(arguments: [
    ("NameDataQualty", "NameDataQuality"), ("MiddlName", "MiddleName"),
    ("VeteranStatuss", "VeteranStatus"),
  ])
  func `a column one letter from one that is missing is refused`(written: String, known: String) {
    #expect(
      client("\(Self.columns),\(written)\n1,2,3,4,5\n")
        == .columnMisspelt(file: "Client.csv", place: 5, known: known))
    #expect(client("\(Self.columns),\(written),\(known)\n1,2,3,4,5,6\n") == nil)
  }

  @Test func `two years in one table, in one export, or another than said are refused`() {
    #expect(
      client("\(Self.columns),Sex,Woman\n1,2,3,4,5,6\n")
        == .bothYears(file: "Client.csv", columns: ["Woman", "Sex"]))
    let (client, enrollment) = (
      "\(Self.columns),Sex\n", "PersonalID,HouseholdID,SexualOrientation\n"
    )
    #expect(
      error(("Client.csv", Array(client.utf8)), ("Enrollment.csv", Array(enrollment.utf8)))
        == .otherYear(file: "Enrollment.csv", column: "SexualOrientation", year: .fy2026))
    #expect(
      error(("Client.csv", Array(client.utf8)), standard: .fy2024)
        == .otherYear(file: "Client.csv", column: "Sex", year: .fy2024))
  }

  @Test func `a column without which nothing can be checked is asked for`() {
    #expect(
      client("PersonalID,FirstName,SSN\n") == .columnMissing(file: "Client.csv", name: "LastName"))
    #expect(
      error(("Exit.csv", Array("ExitID,ExitDate\n".utf8)))
        == .columnMissing(file: "Exit.csv", name: "PersonalID"))
    #expect(
      error(("notes.csv", Array("Note\n".utf8))) == .nothingToCheck(file: "notes.csv"))
  }

  @Test func `a second header is refused`() {
    #expect(
      client("\(Self.columns)\n1,2,3,4\n\(Self.columns)\n")
        == .secondHeader(file: "Client.csv", row: 2))
  }

  @Test func `a field of a gigabyte ends the reading early`() {
    let chunks = Mutex(0)
    let table = CheckTable<Never>(name: "Client.csv", byteCount: 1 << 30) {
      var isFirst = true
      return {
        defer { isFirst = false }
        if isFirst { return Array("\(Self.columns)\n1,".utf8) }
        let count = chunks.withLock { count in
          count += 1
          return count
        }
        return count < 16_384 ? [UInt8](repeating: 0x61, count: 65_536) : nil
      }
    }
    #expect(
      throws: CheckError<Never>.table(
        file: "Client.csv", TableDefect(.fieldTooLong(row: 1, column: 2, limit: 1 << 20)))
    ) { try ExportCheck().run([table], progress: CheckProgress { _ in }) }
    #expect(chunks.withLock { $0 } < 100)
  }
}
