import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Whoever takes the folder and has no key: no file in it holds a word that somebody typed, in any
/// writing that a search tool knows.
@Suite struct FormatReadableTests {
  /// All that is typed into the vault below.
  private static let typed = [
    "Ana Reyes", "Reyes", "Bridge House", "Bridge", SampleVault.phrase, "herons",
    "Wilhelmina", "Achterberg", "Minnie", "Zuleikha", "618340275", "D4C7A9E21", "B23171BC0",
    "HMIS-8841-X", "206-555-0134", "2065550134", "742 Evergreen", "Evergreen",
    "meets us on Thursdays", "Thursdays", "Harrow Household", "1976-03-13", "declined-release",
    "Fennimore", "wilhelmna", "correction", "policy", "diary",
  ]

  /// The writings in which a word could stand: as typed, in capitals, in small letters, in UTF-8 and
  /// UTF-16 of both orders.
  private static func writings(of word: String) -> [[UInt8]] {
    Set([word, word.uppercased(), word.lowercased(), word.filter { $0 != "-" && $0 != " " }])
      .flatMap { text in
        let units = Array(text.utf16)
        return [
          Array(text.utf8), units.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] },
          units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] },
        ]
      }
  }

  private static func contains(_ needle: [UInt8], in bytes: [UInt8]) -> Bool {
    guard let first = needle.first, bytes.count >= needle.count else { return false }
    let span = bytes.span
    for start in 0...(span.count - needle.count) where span[start] == first {
      var index = 1
      while index < needle.count, span[start + index] == needle[index] { index += 1 }
      if index == needle.count { return true }
    }
    return false
  }

  private func fill(_ session: Session) throws {
    let now = SampleVault.now
    let rules = ClientInput.Rules(
      policy: try session.policy(), today: Today(secondsSince1970: now))
    var input = ClientInput()
    for (field, text) in [
      (.given, "Wilhelmina"), (.surname, "Achterberg"), (.preferred, "Minnie"),
      (.aliases, "Zuleikha"), (.birthDate, "1976-03-13"), (.phones, "206-555-0134"),
      (.address, "742 Evergreen"), (.note, "meets us on Thursdays"),
      (.household, "Harrow Household"), (.reason, "declined-release"), (.uid, "618340275"),
      (.personalID, "HMIS-8841-X"),
    ] as [(ClientField, String)] { try input.set(field, to: text, under: rules) }
    _ = try session.add(input, duplicates: .ask, reason: "intake", now: now)
    _ = try session.add(
      try SampleVault.input("Fennimore", "Okoye", uid: nil), duplicates: .ask, reason: nil,
      now: now)
    let first = try #require(input.uid)
    let second = try #require(try SampleVault.input("x", "y", uid: "D4C7A9E21").uid)
    _ = try session.assign(
      second, to: .uid(first), correcting: .allowed, reason: "correction", now: now)
    for words in ["wilhelmna", "fennimore", "B23171BC0"] {
      _ = try session.find(
        try Query(words, today: Today(secondsSince1970: now)), limit: 5, reason: "service",
        now: now)
    }
  }

  @Test func `nothing that was typed can be read in any file of the folder`() throws {
    let vault = try TemporaryVault()
    defer { vault.remove() }
    try fill(try vault.session())
    #expect(try vault.session().damage().isEmpty)
    let files = try vault.bytes()
    #expect(files.keys.sorted() == ["office.uidvault"], "no journal is left behind")
    let all = files.values.flatMap { $0 }
    #expect(all.count > 65_536)
    #expect(Self.contains(Array("CREATE TABLE row".utf8), in: all), "the search itself works")
    for word in Self.typed {
      for writing in Self.writings(of: word) where writing.count > 3 {
        // Two words of the format itself are the keys of settings, in clear by the page.
        let isKey = writing == Array("policy".utf8) || writing == Array("diary".utf8)
        #expect(Self.contains(writing, in: all) == isKey, "\(word)")
      }
    }
  }

  @Test func `ids of clients and the house key are nowhere in clear either`() throws {
    let vault = try TemporaryVault()
    defer { vault.remove() }
    let session = try vault.session()
    try fill(session)
    let ids = try session.change { (change) throws(VaultError) in
      let entries = try change.directory().entries(inBlock: 0)
      try change.append(
        LogContent(.find, reason: .none, clients: entries.map(\.id)), at: SampleVault.now)
      return entries.map(\.id)
    }
    let all = try vault.bytes().values.flatMap { $0 }
    #expect(ids.count == 2)
    for id in ids { #expect(!Self.contains(id.bytes, in: all)) }
    let house = session.standing.epochKeys.house.key.withBytes { $0.copy(0..<$0.byteCount) }
    #expect(!Self.contains(house, in: all))
  }

  /// Two copies of the file, one before a look-up and one after, differ in the log alone.
  @Test func `a reveal writes nothing that tells who was looked up`() throws {
    let vault = try SampleVault()
    let session = try vault.session()
    let uids = ["618340275", "5D6B20C18"]
    var sizes: Set<Int> = []
    for text in uids {
      let before = vault.store.rows
      let uid = try #require(try SampleVault.input("x", "y", uid: text).uid)
      _ = try session.show(.uid(uid), reason: nil, now: SampleVault.now)
      let changed = vault.store.rows.filter { before[$0.key] != $0.value }
      #expect(Set(changed.map(\.key.namespace)) == [.log, .tip])
      sizes.insert(changed.reduce(0) { $0 + $1.value.count })
    }
    #expect(sizes.count == 1, "nor how much was shown")
  }
}
