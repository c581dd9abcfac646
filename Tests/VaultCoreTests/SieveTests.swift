import Matching
import Testing
import VaultCrypto

@testable import VaultCore

/// The sieve may let through whom it likes, but nobody who meets the query may be held back.
@Suite struct SieveTests {
  private static let names = [
    "maria", "garcia lopez", "o brien", "de la cruz", "jose", "nguyen", "мария ёлкина", "li", "x",
    "wolfeschlegelsteinhausen", "mc donald", "josé", "anna maria", "2nd", "abc def", "zoë",
  ]

  private static let words = [
    "maria", "mria", "maira", "marja", "ma", "garcialopez", "gracia", "garcia", "lopez", "lopzes",
    "obrien", "o'brien", "delacruz", "de", "josé", "jsoe", "nguyen", "ngyuen", "Мария", "елкна",
    "li", "x", "wolfeschlegelstienhausen", "wolfe", "macdonald", "2nd", "def", "zoe", "1976",
    "3/13", "1976-03-13", "13.3.1976", "03", "mar", "b23171bc0", "B2317", "171", "0134", "555-0134",
    "5550134", "1234", "@aaaaaa", "--", "abcdefgh", "qqqq",
  ]

  /// Entries of all names with each birth date, and a UID or none.
  private static let entries: [[UInt8]] = names.enumerated().flatMap { place, name in
    [(nil, []), (13, ["B23171BC0"]), (12, ["94E0D7A36", "B23171BC0"])].map {
      (day: Int?, uids: [String]) in
      let other = names[(place * 7 + 3) % names.count]
      return DirectoryEntry(
        id: ClientID(number: 0x0123), recordHash: .zeros, status: .active, isHeld: false,
        monthDue: 0, owner: nil, household: place % 2 == 0 ? 5 : nil,
        uids: uids.map { Array($0.utf8) }, hasPresentUID: !uids.isEmpty,
        birthDate: PartialDate(year: 1976, month: day == nil ? nil : 3, day: day)
          .map(ClientDate.init),
        names: [(NameKind.given, name), (.surname, other)].map {
          DirectoryEntry.FoldedNamePart(kind: $0, text: FoldedName($1).bytes)
        },
        ssnDigits: Array("1234".utf8), phones: [Array("2065550134".utf8)]
      ).encoded()
    }
  }

  private func query(_ words: String) throws -> Query {
    try Query(words, today: Today(secondsSince1970: 1_780_000_000))
  }

  private func withView<Value>(
    _ entry: [UInt8], _ body: (EntryView, RawSpan) -> Value
  ) throws -> Value {
    try entry.withSpan { (bytes) throws(FormatProblem) in
      var offset = 0
      return body(try EntryView(in: bytes, at: &offset), bytes)
    }
  }

  @Test func `whoever meets a probe passes its sieve, and most of the others do not`() throws {
    var (met, passed, all) = (0, 0, 0)
    for words in Self.words {
      let query = try query(words)
      let dates = DateQuery.interpretations(of: query.words, today: query.today.partial)
      for probe in Probe.beginning(at: 0, of: query, dates: dates) {
        let sieve = Sieve([[probe]], missesAllowed: 0)
        for entry in Self.entries {
          let (meets, passes) = try withView(entry) {
            (probe.meet($0, in: $1) != nil, sieve.passes($0, in: $1))
          }
          #expect(passes || !meets, "\(words)")
          (met, passed, all) = (met + (meets ? 1 : 0), passed + (passes ? 1 : 0), all + 1)
        }
      }
    }
    #expect(met > 100)
    #expect(passed < all / 2)
  }

  @Test func `whoever meets two words alone meets them together`() throws {
    for (place, first) in Self.words.enumerated() {
      let second = Self.words[(place * 11 + 5) % Self.words.count]
      let both = Matcher(try query("\(first) \(second)"))
      let third = Matcher(try query("\(first) qqqqqqqq \(second)"), missesAllowed: 1)
      let each = [Matcher(try query(first)), Matcher(try query(second))]
      for entry in Self.entries {
        try withView(entry) { view, bytes in
          guard each.allSatisfy({ $0.merit(of: view, in: bytes) != nil }) else { return }
          #expect(both.merit(of: view, in: bytes) != nil, "\(first) \(second)")
          #expect(third.merit(of: view, in: bytes) != nil, "\(first) … \(second)")
        }
      }
    }
  }
}
