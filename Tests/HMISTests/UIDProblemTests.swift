import HMIS
import Testing

struct UIDProblemTests {
  private static func uid(_ text: String) throws -> UniqueIdentifier {
    try UniqueIdentifier(stored: Array(text.utf8))
  }

  private func expect(_ problem: UIDProblem, for texts: String...) {
    for text in texts {
      #expect(throws: problem, "\(text)") { try UniqueIdentifier(text) }
    }
  }

  @Test func `nothing and blanks are empty`() {
    expect(.empty, for: "", "   ", "\t\n", "'", "\u{A0}\u{200B}")
  }

  @Test func `a word without a digit is a name`() {
    expect(
      .isAName, for: "Guadalupe", "Anonymous", "ANONYMOUS", " anonymous ", "Maria Lopez",
      "Anonymous Anonymous", "O'Brien", "Núñez", "Мария", "Abe", "'Anonymous", "Oso")
  }

  @Test func `nine letters of the right kind lack a digit`() {
    expect(.noDigit, for: "DEADBEEFA", "abcdefabc", "Deadbeefa Anonymous")
  }

  @Test(arguments: [
    ("B23171bcO", "B23171BC0"), ("9996883o7", "999688307"), ("l23171bc0", "123171BC0"),
    ("I23171bc0", "123171BC0"), ("B23S71bc0", "B23571BC0"), ("B23Z71bc0", "B23271BC0"),
    ("B23G71bc0", "B23671BC0"), ("BQ3I71bcO", "B03171BC0"),
  ])
  func `a letter in place of a digit is corrected in the suggestion`(
    text: String, corrected: String
  ) throws {
    let suggestion = try Self.uid(corrected)
    expect(.letterForDigit(suggestion: suggestion), for: text)
  }

  @Test func `eight decimal digits have lost a zero`() throws {
    expect(.lostLeadingZero(suggestion: try Self.uid("099688397")), for: "99688397", " 99688397 ")
  }

  @Test func `a shortened number has lost its digits`() {
    expect(
      .scientificNotation, for: "1.23E+08", "1.23171E+08", "1,23E+08", "5E8", "5e8", "9.99688E8",
      "1E-05", "'1.23E+08", "123E4567890")
  }

  @Test func `a number with decimals gives back its whole part`() throws {
    expect(
      .decimalPoint(suggestion: try Self.uid("999688397")), for: "999688397.0", "999688397.00",
      "999688397,0", "999688397.")
    expect(.decimalPoint(suggestion: nil), for: "99688397.0", "1.0")
  }

  @Test func `groups are put together in the suggestion`() throws {
    expect(
      .separators(suggestion: try Self.uid("B23171BC0")), for: "B23 171 bc0", "B23-171-bc0",
      "B23.171.bc0", "B2317 1bc0")
    expect(.separators(suggestion: try Self.uid("999688397")), for: "999,688,397", "999 688 397")
  }

  @Test func `no part of a name comes back in a suggestion`() {
    expect(.wrongCharacter(position: 3), for: "Ed 1234567")
    expect(.wrongCharacter(position: 4), for: "Bea 123456")
  }

  @Test func `nine digits in three, two and four look like an SSN`() {
    expect(
      .looksLikeSSN, for: "999-68-8397", "999 68 8397", "999.68.8397", "999\u{2013}68\u{2013}8397")
  }

  @Test func `length is told`() {
    expect(.tooLong(found: 10), for: "B23171bc01", "9996883970")
    expect(.tooShort(found: 8), for: "B23171bc")
    expect(.tooShort(found: 7), for: "9968839")
    expect(.tooLong(found: 33), for: String(repeating: "1", count: 33))
    expect(.tooLong(found: 10_000_000), for: String(repeating: "1", count: 10_000_000))
  }

  @Test func `the first wrong character is told by its place in the UID`() {
    expect(.wrongCharacter(position: 9), for: "B23171bcX", "  B23171bcX Anonymous")
    expect(.wrongCharacter(position: 1), for: "#23171bc0", "Maria 1976", "\u{FF11}23171bc0")
    expect(.wrongCharacter(position: 5), for: "1976-03-13", "B231\u{0}1bc0", "B231\u{202E}1bc0")
  }

  @Test func `a last name must stand apart`() {
    expect(.wrongCharacter(position: 11), for: "B23171bc0Anonymous")
  }
}
