import Testing
import VaultCrypto

@testable import AgeFormat

/// Every MUST of the specification's "Header" has a file here that breaks it and nothing else: the
/// MAC is right for the altered header, unless the MAC is what is wrong.
@Suite struct HeaderDefectTests {
  @Test func `without a defect the file opens`() {
    let file = HandMadeFile()
    let reading = Reading(file.bytes, with: HandMadeFile.identity)
    #expect(reading.error == nil)
    #expect(reading.plaintext == sample(150_000))
  }

  static let versions = [
    Defect("a version that is not v1", .unsupportedVersion) {
      $0.lines[0] = "age-encryption.org/v2"
    },
    Defect("a version that begins with v1", .unsupportedVersion) { $0.lines[0] += "1" },
    Defect("an empty version", .unsupportedVersion) { $0.lines[0] = "age-encryption.org/" },
    Defect("a space behind the version", .unsupportedVersion) { $0.lines[0] += " " },
    Defect("the version in capitals", .unsupportedVersion) {
      $0.lines[0] = "age-encryption.org/V1"
    },
    Defect("another name", .notAge) { $0.lines[0] = "Age-encryption.org/v1" },
    Defect("an empty first line", .notAge) { $0.lines.insert("", at: 0) },
    Defect("a space before the version", .notAge) { $0.lines[0] = " " + $0.lines[0] },
    Defect("no version line", .notAge) { $0.lines.removeFirst() },
    Defect("line ends of two characters", .unsupportedVersion) { $0.lineEnd = "\r\n" },
    Defect("an armored file", .armored) { $0.lines = ["-----BEGIN AGE ENCRYPTED FILE-----"] },
    Defect("an armored file with line ends of two characters", .armored) {
      $0.lines = ["-----BEGIN AGE ENCRYPTED FILE-----\r"]
    },
  ]

  static let stanzas = [
    Defect("no stanza", .noStanza(line: 2)) { $0.lines.removeLast(2) },
    Defect("an empty line before a stanza", .stanzaSyntax(line: 2)) {
      $0.lines.insert("", at: 1)
    },
    Defect("an empty line behind a stanza", .stanzaSyntax(line: 4)) { $0.lines.append("") },
    Defect("a stanza's mark without a space", .stanzaSyntax(line: 2)) {
      $0.lines[1] = $0.lines[1].replacing("-> ", with: "->")
    },
    Defect("a stanza's mark alone", .stanzaSyntax(line: 4)) { $0.lines += ["->", ""] },
    Defect("a stanza without arguments", .stanzaSyntax(line: 4)) { $0.lines += ["-> ", ""] },
    Defect("two spaces before an argument", .stanzaSyntax(line: 4)) {
      $0.lines += ["-> a  b", ""]
    },
    Defect("two spaces before the type", .stanzaSyntax(line: 4)) { $0.lines += ["->  a", ""] },
    Defect("a space behind the last argument", .stanzaSyntax(line: 4)) {
      $0.lines += ["-> a ", ""]
    },
    Defect("a tab in an argument", .stanzaSyntax(line: 4)) { $0.lines += ["-> a\tb", ""] },
    Defect("an argument beyond ASCII", .stanzaSyntax(line: 4)) { $0.lines += ["-> ä", ""] },
    Defect("the character DEL in an argument", .stanzaSyntax(line: 4)) {
      $0.lines += ["-> a\u{7f}", ""]
    },
    Defect("NUL in an argument", .stanzaSyntax(line: 4)) { $0.lines += ["-> a\u{0}", ""] },
    Defect("a carriage return behind an argument", .stanzaSyntax(line: 4)) {
      $0.lines += ["-> a\r", ""]
    },
    Defect("a body of two short lines", .stanzaSyntax(line: 6)) {
      $0.lines += ["-> a", "AAAA", "AAAA"]
    },
  ]

  static let bodies = [
    Defect("no body before the end", .bodyNotEnded(line: 5)) { $0.lines += ["-> a"] },
    Defect("no body before another stanza", .bodyNotEnded(line: 5)) {
      $0.lines += ["-> a", "-> b", ""]
    },
    Defect("a body that ends with a full line", .bodyNotEnded(line: 6)) {
      $0.lines += ["-> a", fullLine]
    },
    Defect("a body line of 65 characters", .bodyLineTooLong(line: 5)) {
      $0.lines += ["-> a", fullLine + "A", ""]
    },
    Defect("a body line of 68 characters", .bodyLineTooLong(line: 5)) {
      $0.lines += ["-> a", fullLine + "AAAA", ""]
    },
    Defect("a body with padding", .notCanonical(line: 5)) { $0.lines += ["-> a", "AA=="] },
    Defect("a body with bits left over", .notCanonical(line: 5)) { $0.lines += ["-> a", "AB"] },
    Defect("a body with other bits left over", .notCanonical(line: 5)) {
      $0.lines += ["-> a", "AAB"]
    },
    Defect("a body of one character", .notCanonical(line: 5)) { $0.lines += ["-> a", "A"] },
    Defect("a body in the URL alphabet", .notCanonical(line: 5)) { $0.lines += ["-> a", "AA_A"] },
    Defect("a space in a body", .notCanonical(line: 5)) { $0.lines += ["-> a", "AAAA AAAA"] },
    Defect("a carriage return in a body", .notCanonical(line: 5)) {
      $0.lines += ["-> a", "AAAA\r"]
    },
    Defect("a defect in a body's second line", .notCanonical(line: 6)) {
      $0.lines += ["-> a", fullLine, "A"]
    },
  ]

  static let ends = [
    Defect("another MAC", .headerNotAuthentic) {
      $0.macLine = "--- " + String(repeating: "A", count: 43)
    },
    Defect("no MAC", .macSyntax(line: 4)) { $0.macLine = "---" },
    Defect("an empty MAC", .macSyntax(line: 4)) { $0.macLine = "--- " },
    Defect("a MAC of 42 characters", .macSyntax(line: 4)) {
      $0.macLine = "--- " + String(repeating: "A", count: 42)
    },
    Defect("a MAC of 44 characters", .macSyntax(line: 4)) {
      $0.macLine = "--- " + String(repeating: "A", count: 44)
    },
    Defect("a MAC with padding", .macSyntax(line: 4)) {
      $0.macLine = "--- " + String(repeating: "A", count: 43) + "="
    },
    Defect("a MAC with a space behind it", .macSyntax(line: 4)) {
      $0.macLine = "--- " + String(repeating: "A", count: 43) + " "
    },
    Defect("a MAC with bits left over", .notCanonical(line: 4)) {
      $0.macLine = "--- " + String(repeating: "A", count: 42) + "B"
    },
    Defect("a MAC that is not Base 64", .notCanonical(line: 4)) {
      $0.macLine = "--- " + String(repeating: "A", count: 42) + "-"
    },
    Defect("no space before the MAC", .macSyntax(line: 4)) {
      $0.macLine = "---A" + String(repeating: "A", count: 43)
    },
    Defect("two marks before the end", .stanzaSyntax(line: 4)) {
      $0.macLine = "-- " + String(repeating: "A", count: 43)
    },
    Defect("an scrypt stanza behind another", .scryptNotAlone(line: 4)) {
      $0.lines += ["-> scrypt AAAAAAAAAAAAAAAAAAAAAA 18", String(repeating: "A", count: 43)]
    },
    Defect("an scrypt stanza before another", .scryptNotAlone(line: 4)) {
      $0.lines.insert(
        contentsOf: ["-> scrypt AAAAAAAAAAAAAAAAAAAAAA 18", String(repeating: "A", count: 43)],
        at: 1)
    },
    Defect("a stanza that the MAC does not count", .headerNotAuthentic) {
      $0.macLine = String(decoding: $0.header.dropLast().suffix(47), as: UTF8.self)
      $0.lines += ["-> a", ""]
    },
    Defect("a foreign stanza only", .noMatchingStanza) {
      $0.lines.replaceSubrange(1..., with: ["-> a", ""])
    },
  ]

  @Test(arguments: [versions, stanzas, bodies, ends].flatMap { $0 })
  func `a header is refused for`(defect: Defect) {
    let file = HandMadeFile().with(defect.change)
    let reading = Reading(file.bytes, with: HandMadeFile.identity)
    #expect(reading.error == defect.error)
    #expect(reading.plaintext.isEmpty)
    #expect(Reading(file.bytes, with: HandMadeFile.identity, pieces: 1) == reading)
  }

  @Test func `a header that ends anywhere is cut short`() {
    let header = HandMadeFile().header
    for count in 1..<header.count {
      let line = 1 + header.prefix(count).filter { $0 == UInt8(ascii: "\n") }.count
      let reading = Reading(Array(header.prefix(count)), with: HandMadeFile.identity)
      #expect(reading.error == .headerTruncated(line: line, offset: count))
    }
    #expect(Reading([], with: HandMadeFile.identity).error == .notAge)
  }

  @Test func `stanzas of unknown types are passed over`() {
    let stanzas = [
      "-> !", "", "-> other.example/kind x y z", fullLine, "", "-> x25519 a", "AAAA",
      "-> X25519x", "AA", "-> a ~", fullLine, fullLine, String(repeating: "A", count: 63),
    ]
    for position in [1, 3] {
      let file = HandMadeFile().with { $0.lines.insert(contentsOf: stanzas, at: position) }
      let reading = Reading(file.bytes, with: HandMadeFile.identity)
      #expect(reading.error == nil)
      #expect(reading.plaintext == sample(150_000))
    }
  }

  @Test func `any bit of a header that is flipped is noticed`() {
    let file = HandMadeFile(plaintext: [1])
    let header = file.header
    for bit in 0..<(header.count * 8) {
      var bytes = file.bytes
      bytes[bit / 8] ^= 1 << (bit % 8)
      let reading = Reading(bytes, with: HandMadeFile.identity)
      #expect(reading.error != nil)
      #expect(reading.plaintext.isEmpty)
    }
  }
}
