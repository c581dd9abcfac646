import HMIS
import Testing

struct UIDPatternTests {
  @Test(arguments: [
    ("hex:9", "hex:9"), ("HEX:09", "hex:9"), ("digits:6-10", "digits:6-10"),
    ("alnum:8-8", "alnum:8"), ("alnum:8-12:c-", "alnum:8-12:C-"), ("digits:1", "digits:1"),
    ("hex:32", "hex:32"), ("digits:16:ANON-2026-ABCDE", "digits:16:ANON-2026-ABCDE"),
  ])
  func `a pattern is written in one way`(text: String, canonical: String) throws {
    let pattern = try UIDPattern(text)
    #expect(pattern.description == canonical)
    #expect(try UIDPattern(canonical) == pattern)
  }

  @Test func `the standard is nine hexadecimal digits`() throws {
    #expect(try UIDPattern("hex:9") == .standard)
  }

  @Test(
    arguments: [
      ("", .patternForm), ("hex", .patternForm), ("hex:", .patternForm), ("hex:x", .patternForm),
      ("hex:1-2-3", .patternForm), ("hex:-9", .patternForm), ("hex:9:A:B", .patternForm),
      ("hex:99999", .patternForm), ("hex: 9", .patternForm),
      ("regex:9", .patternKind), (" hex:9", .patternKind), (":9", .patternKind),
      ("hex:0", .patternLength(limit: 32)), ("hex:33", .patternLength(limit: 32)),
      ("hex:9-8", .patternLength(limit: 32)), ("hex:31:AB", .patternLength(limit: 32)),
      ("hex:9:", .patternPrefix(limit: 16)), ("hex:9:A B", .patternPrefix(limit: 16)),
      ("hex:9:É", .patternPrefix(limit: 16)),
      ("hex:9:ABCDEFGHIJKLMNOPQ", .patternPrefix(limit: 16)),
    ] as [(String, HMISError)])
  func `a pattern that is none is refused`(text: String, error: HMISError) {
    #expect(throws: error) { try UIDPattern(text) }
  }

  @Test(arguments: [
    ("digits:6-10", "123456"), ("digits:6-10", "1234567890"), ("alnum:8-12", "WXYZ1234"),
    ("digits:6:C-", "c-123456"), ("hex:4:A1-", "A1-BEE5"),
  ])
  func `a UID of another pattern is read`(pattern: String, text: String) throws {
    let uid = try UniqueIdentifier(text, pattern: UIDPattern(pattern))
    #expect(uid.description == text.uppercased())
  }

  @Test(
    arguments: [
      ("digits:6-10", "12345", .tooShort(found: 5)),
      ("digits:6-10", "12345678901", .tooLong(found: 11)),
      ("digits:6-10", "B2345x", .wrongCharacter(position: 1)),
      ("alnum:8-12", "Guadalupe", .noDigit), ("alnum:8-12", "Anonymous", .isAName),
      ("alnum:8-12", "María", .isAName), ("alnum:9", "anonymous", .isAName),
      ("digits:6:C-", "123456", .wrongCharacter(position: 1)),
      ("digits:6:C-", "C-12345", .tooShort(found: 7)),
      ("hex:4:A1-", "A1-BEEF", .noDigit), ("hex:9", "5E8", .scientificNotation),
    ] as [(String, String, UIDProblem)])
  func `a text that another pattern does not allow is explained`(
    pattern: String, text: String, problem: UIDProblem
  ) throws {
    let pattern = try UIDPattern(pattern)
    #expect(throws: problem) { try UniqueIdentifier(text, pattern: pattern) }
  }

  @Test func `suggestions are made for another pattern too`() throws {
    let six = try UIDPattern("digits:6")
    let (lost, letters) = (Array("012345".utf8), Array("823451".utf8))
    #expect(throws: UIDProblem.lostLeadingZero(suggestion: try UniqueIdentifier(stored: lost))) {
      try UniqueIdentifier("12345", pattern: six)
    }
    #expect(throws: UIDProblem.letterForDigit(suggestion: try UniqueIdentifier(stored: letters))) {
      try UniqueIdentifier("B2345l", pattern: six)
    }
  }

  @Test func `a range of lengths knows of no lost zero`() throws {
    let pattern = try UIDPattern("digits:8-9")
    #expect(throws: UIDProblem.tooShort(found: 7)) {
      try UniqueIdentifier("1234567", pattern: pattern)
    }
  }
}
