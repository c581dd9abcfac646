import Matching
import Testing

struct NameFoldingTests {
  @Test(arguments: [
    ("", ""), ("  ", ""), ("García-López", "garcia lopez"), ("O'Brien", "obrien"),
    ("O’Brien", "obrien"), ("Oʻahu ʼAlī`i", "oahu alii"), ("van  der\tBerg", "van der berg"),
    ("Müller", "muller"), ("Mu\u{308}ller", "muller"), ("Strauß", "strauss"),
    ("STRAUẞ", "strauss"), ("Æthelred Œuvre", "aethelred oeuvre"), ("Søren Łukasz", "soren lukasz"),
    ("Đorđe", "dorde"), ("Guðrún Þór", "gudrun thor"), ("Işık İnce", "isik ince"),
    ("Nguyễn Thị Hường", "nguyen thi huong"), ("St. John", "st john"), ("J.R.", "jr"),
    ("Anne–Marie", "anne marie"), ("Anne\u{2011}Marie", "anne marie"),
    ("Anne\u{00A0}Marie", "anne marie"), ("\u{3000}Li\u{3000}Wei\u{3000}", "li wei"),
    ("Lopez,Ana", "lopez ana"), ("Maria (Mia) Lopez", "maria mia lopez"), ("“Bo”", "bo"),
    ("Мария Ёлкина", "мария елкина"), ("Андрей", "андреи"), ("ΆΝΝΑ", "αννα"),
    ("Γιώργος", "γιωργοσ"), ("李小龍", "李小龍"), ("مُحَمَّد", "محمد"), ("अनिता", "अनिता"),
    ("Ｊｏｈｎ", "john"), ("X \u{200B}Æ A-12", "x ae a 12"), ("\u{202E}evil\u{202C}", "evil"),
    ("ab\u{0}c\u{7}", "abc"), ("--", ""), ("-a-", "a"), ("Ǆ", "dz"), ("ﬁona", "fiona"),
    ("D\u{2032}Angelo", "dangelo"), ("D´Angelo", "dangelo"),
  ])
  func `folds`(_ name: String, _ folded: String) {
    #expect(FoldedName(name).text == folded)
  }

  @Test func `folding twice changes nothing, whatever the scalars`() {
    var random = SeededRandom(3)
    for _ in 0..<3_000 {
      var name = String.UnicodeScalarView()
      for _ in 0..<8 {
        let value =
          random.once(in: 3)
          ? UInt32.random(in: 0...0x1FFFF, using: &random)
          : UInt32.random(in: 0...0x24F, using: &random)
        if let scalar = Unicode.Scalar(value) { name.append(scalar) }
      }
      let once = FoldedName(String(name))
      #expect(FoldedName(once.text) == once)
      #expect(!once.text.hasPrefix(" ") && !once.text.hasSuffix(" ") && !once.text.contains("  "))
    }
  }

  @Test func `composed and decomposed forms fold alike in Latin, Greek and Cyrillic`() {
    for (composed, decomposed) in [
      ("é", "e\u{301}"), ("ñ", "n\u{303}"), ("ế", "e\u{302}\u{301}"), ("ά", "α\u{301}"),
      ("й", "и\u{306}"), ("ї", "і\u{308}"), ("Ǖ", "U\u{308}\u{304}"), ("Å", "A\u{30A}"),
    ] {
      #expect(FoldedName(composed) == FoldedName(decomposed))
      #expect(FoldedName(composed.uppercased()) == FoldedName(composed.lowercased()))
    }
  }

  @Test func `a hostile length is cut, between two letters`() {
    let long = FoldedName(String(repeating: "ж ", count: 1_000_000))
    #expect(long.bytes.count <= FoldedName.byteLimit)
    #expect(long.text.unicodeScalars.allSatisfy { $0 == "ж" || $0 == " " })
    #expect(!long.text.hasSuffix(" "))
    #expect(FoldedName(String(repeating: "\u{301}", count: 100_000)).isEmpty)
  }

  @Test func `parts and the joined form`() {
    let name = FoldedName("de la Cruz")
    #expect(name.parts.map(\.text) == ["de", "la", "cruz"])
    #expect(name.joined.text == "delacruz")
    #expect(FoldedName("").parts.isEmpty)
    #expect(Array("obrien".utf8) == FoldedName("O'Brien").bytes)
  }
}
