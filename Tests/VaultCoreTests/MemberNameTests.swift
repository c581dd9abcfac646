import Testing
import VaultCrypto

@testable import VaultCore

/// What makes two names of members one, by which nobody may pass for somebody else.
@Suite struct MemberNameTests {
  private func hash(_ name: String) throws -> Digest {
    try MemberName(name).hash(in: VaultID(bytes: [UInt8](repeating: 1, count: 16)))
  }

  @Test func `blanks, case and composition do not tell names apart`() throws {
    let one = try hash("Zoë Öberg")
    for other in [
      "zoë öberg", "ZOË ÖBERG", "  Zoë  Öberg ", "Zoë\u{a0}Öberg", "Zoe\u{308} O\u{308}berg",
      "ZOE\u{308}\u{2003}\u{2003}O\u{308}BERG",
    ] {
      #expect(try hash(other) == one)
    }
  }

  @Test func `other letters do, those beyond 16 bits too`() throws {
    // A conversion that cut U+10041 down to 16 bits would make an Á of it and its accent.
    for (one, other) in [
      ("Zoe Oberg", "Zoë Öberg"), ("\u{10041}\u{301}", "A\u{301}"), ("\u{10041}\u{301}", "\u{c1}"),
      ("\u{1d15e}", "\u{d15e}"), ("strasse", "straße"), ("ann a", "anna"),
    ] {
      #expect(try hash(one) != hash(other))
    }
  }

  @Test func `the hash is that of docs/FORMAT`() throws {
    let vault = [UInt8](repeating: 1, count: 16)
    let expected = Digest(
      purpose: HashPurpose("member-name"), vault: vault, data: Array("zo\u{eb} \u{f6}berg".utf8))
    #expect(try hash(" Zoë  ÖBERG") == expected)
  }

  @Test func `what cannot be a name is refused`() {
    for name in ["", " ", "\u{a0}\u{2003}"] {
      #expect(throws: MemberName.Problem.empty) { try MemberName(name) }
    }
    for name in [
      "a\u{0}b", "a\tb", "a\u{200b}b", "\u{202e}evil", "a\u{7f}", "a\u{2028}b", "a\u{ad}b",
    ] {
      #expect(throws: MemberName.Problem.controlCharacter) { try MemberName(name) }
    }
    let marks = "a" + String(repeating: "\u{301}", count: 300)
    for name in [String(repeating: "a", count: 65), marks, String(repeating: "é", count: 2000)] {
      #expect(throws: MemberName.Problem.tooLong) { try MemberName(name) }
    }
    #expect(throws: Never.self) { try MemberName(String(repeating: "é", count: 64)) }
  }
}
