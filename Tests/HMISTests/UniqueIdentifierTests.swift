import HMIS
import Testing

struct UniqueIdentifierTests {
  @Test(arguments: [
    "999688397", "B23171bc0", "b23171BC0", "  B23171bc0\t", "'B23171bc0", "\u{2019}B23171bc0",
    "' B23171bc0 ", "B23171bc0 Anonymous", "B23171bc0, anonymous", "B23171bc0\tANONYMOUS",
    "Anonymous, B23171bc0", "Anonymous B23171bc0", "\u{A0}B23171bc0\u{200B}", "\u{FEFF}B23171bc0\n",
  ])
  func `a UID is read as people type and paste it`(text: String) throws {
    let uid = try UniqueIdentifier(text)
    #expect(uid.description == (text == "999688397" ? "999688397" : "B23171BC0"))
  }

  @Test func `the case of letters does not part two UIDs`() throws {
    let (one, other) = (try UniqueIdentifier("B23171bc0"), try UniqueIdentifier("b23171BC0"))
    #expect(one == other)
    #expect(Set([one, other]).count == 1)
    #expect(!(one < other) && !(other < one))
  }

  @Test func `the name field keeps the case that was typed`() throws {
    #expect(try UniqueIdentifier("B23171bc0 Anonymous").inNameField == "B23171bc0")
    #expect(try UniqueIdentifier("999688397").inNameField == "999688397")
    #expect(try UniqueIdentifier("abcdefab9").inNameField == "abcdefab9")
  }

  @Test func `stored bytes are capitals and come back as the same UID`() throws {
    let uid = try UniqueIdentifier("B23171bc0")
    #expect(uid.bytes == Array("B23171BC0".utf8))
    #expect(try UniqueIdentifier(stored: uid.bytes) == uid)
  }

  @Test func `what was stored with its case comes back with it`() throws {
    let uid = try UniqueIdentifier("B23171bc0")
    let back = try UniqueIdentifier(stored: Array(uid.inNameField.utf8))
    #expect(back.inNameField == "B23171bc0")
  }

  @Test func `a stored UID of another pattern is taken`() throws {
    let bytes = Array("C-0012345XYZ".utf8)
    #expect(try UniqueIdentifier(stored: bytes).description == "C-0012345XYZ")
  }

  @Test(
    arguments: [
      ("", .empty), ("ABC", .noDigit), ("12 4", .wrongCharacter(position: 3)),
      ("12\u{0}", .wrongCharacter(position: 3)), ("12é", .wrongCharacter(position: 3)),
      (String(repeating: "1", count: 33), .tooLong(found: 33)),
    ] as [(String, UIDProblem)])
  func `stored bytes that are no UID are refused`(text: String, problem: UIDProblem) {
    #expect(throws: problem) { try UniqueIdentifier(stored: Array(text.utf8)) }
  }

  @Test func `UIDs are ordered by their capitals`() throws {
    let uids = try ["b00000002", "B00000001", "999688397"].map { try UniqueIdentifier($0) }
    #expect(uids.sorted().map(\.description) == ["999688397", "B00000001", "B00000002"])
  }

  @Test func `a number with one E among nine digits is a UID`() throws {
    #expect(try UniqueIdentifier("12345E678").description == "12345E678")
  }
}
