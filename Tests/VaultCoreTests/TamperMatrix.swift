import Foundation
import VaultCrypto
import VaultStore

@testable import VaultCore

/// What somebody with a hex editor and older copies, but no key, may do to one row.
enum Tampering: Hashable, CaseIterable {
  case flipped
  case dropped
  /// Two rows of a kind have changed places.
  case swapped
  /// The row is what it once was.
  case older
  /// A copy of it stands under another key.
  case duplicated
}

/// A vault of four members, three key sets and fifteen clients, of which every row can be tampered
/// with in every way; generated from what is in the store, so that no namespace can be forgotten.
struct TamperMatrix {
  /// One thing done to one row.
  struct Attack {
    let kind: Tampering
    let place: RowPlace
    /// The byte that was flipped.
    let position: Int?
    /// The commands that must refuse; `verify` must in any case.
    let readers: [TamperReader]
    let rows: MemoryStore.Rows
  }

  /// The rows before any attack.
  let sound: MemoryStore.Rows
  /// What they were: before the last exchange of keys, and after it.
  let earlier: [MemoryStore.Rows]
  let caseload: [ClientID: [UInt8]]
  let ownID: MemberID

  /// All of it with `scripts/test --long`; otherwise a few bytes, and one partner for each row.
  static let isLong = ProcessInfo.processInfo.environment["UIDVAULT_LONG_TESTS"] != nil

  static let shared = Result { try TamperMatrix() }

  private init() throws {
    let house = try House()
    let ana = try house.session(House.supervisor)
    try Self.register(by: ana)
    let first = house.store.rows
    _ = try ana.rotate(House.order) { _, _ in }
    let second = house.store.rows
    try Self.change(by: ana, and: try house.session(House.caseworker))
    sound = house.store.rows
    earlier = [first, second]
    ownID = ana.memberID
    caseload = try Self.caseload(of: ana)
  }

  private static func register(by ana: Session) throws {
    let names = ["Maya", "Malik", "Manuel", "Marta", "Mateo", "Maud", "Maren", "Magnus"]
    let more = ["Matilda", "Mai", "Maxim", "Mara"]
    for (number, given) in (names + more).enumerated() {
      let uid = number < 10 ? "70\(number)4B2C5\(number)" : nil
      _ = try ana.add(
        try SampleVault.input(
          given, "Inventado\(given.reversed().map(String.init).joined())", uid: uid),
        duplicates: .allowSimilar, reason: nil, now: House.now)
    }
  }

  /// Changes a record, a setting and a member's keys, so that there are older values of each.
  private static func change(by ana: Session, and ben: Session) throws {
    let rules = ClientInput.Rules(
      policy: Policy(organization: SampleVault.organization),
      today: Today(secondsSince1970: House.now))
    for text in ["618340275", "5D6B20C18", "94E0D7A36"] {
      guard let uid = try SampleVault.input("x", "y", uid: text).uid else { continue }
      _ = try ana.edit(.uid(uid), reason: nil, now: House.now) {
        (input, _) throws(FieldProblem) in try input.set(.note, to: "moved", under: rules)
      }
    }
    _ = try ana.setPolicy(.idleMinutes(7), House.order)
    try note(backups: 2, by: ana)
    try ben.changePassphrase(
      to: try SampleVault.passphrase("other long words of ben"), cost: .floor, old: .isSecret,
      now: House.now)
  }

  /// Puts backups into the diary, as an unlocking does with what a timer has made.
  private static func note(backups: UInt64, by ana: Session) throws {
    try ana.change { (change) throws(VaultError) in
      var diary = change.tree.diary
      for number in 1...backups {
        let hash = Digest(.backup, vault: ana.vaultID, data: number.key)
        diary.note(
          Diary.Backup(
            time: House.now + number, rosterNumber: number, lastLink: number, hash: hash,
            verified: number == 1))
      }
      try change.store(diary)
      try change.append(LogContent(.backup, reason: .none), at: House.now)
    }
  }

  /// The row's key of each client.
  private static func caseload(of ana: Session) throws -> [ClientID: [UInt8]] {
    let hits = try ana.findAll().hits
    let keys = try ana.standing.identityKeys()
    return Dictionary(
      uniqueKeysWithValues: hits.map(\.client).map {
        ($0.id, keys.blinded($0.id, in: ana.roster.end.vault))
      })
  }
}

// MARK: Attacks

extension TamperMatrix {
  func places(_ namespace: Namespace) -> [RowPlace] {
    sound.keys.filter { $0.namespace == namespace }.sorted()
  }

  /// Every attack on the rows of a namespace.
  func forEachAttack(on namespace: Namespace, _ body: (Attack) throws -> Void) throws {
    for place in places(namespace) {
      for kind in Tampering.allCases { try forEachAttack(kind, on: place, body) }
    }
  }

  private func forEachAttack(
    _ kind: Tampering, on place: RowPlace, _ body: (Attack) throws -> Void
  ) throws {
    func attack(
      _ readers: [TamperReader]? = nil, at position: Int? = nil,
      _ alter: (inout MemoryStore.Rows) -> Void
    ) throws {
      var rows = sound
      alter(&rows)
      try body(
        Attack(
          kind: kind, place: place, position: position, readers: readers ?? self.readers(of: place),
          rows: rows))
    }
    switch kind {
    case .flipped:
      let count = sound[place]?.count ?? 0
      for position in Self.samples(of: count) {
        try attack(at: position) { $0[place]?[position] ^= 1 << UInt8(position % 8) }
      }
      // Each byte between them: whoever reads first, and verify.
      for position in 0..<count where Self.isLong && !Self.samples(of: count).contains(position) {
        try attack(Array(readers(of: place).prefix(1)), at: position) {
          $0[place]?[position] ^= 1 << UInt8(position % 8)
        }
      }
    case .dropped: try attack { $0[place] = nil }
    case .swapped:
      for partner in partners(of: place) {
        try attack { ($0[place], $0[partner]) = ($0[partner], $0[place]) }
      }
    case .older:
      for value in earlier.compactMap({ $0[place] }) where value != sound[place] {
        try attack { $0[place] = value }
      }
    case .duplicated:
      try attack(readersOfAnother(place.namespace)) { $0[nextFree(place)] = $0[place] }
      try attack([]) { $0[RowPlace(place.namespace, place.key + [0])] = $0[place] }
    }
  }

  private static func samples(of count: Int) -> [Int] { [0, count / 2, count - 1] }

  private func partners(of place: RowPlace) -> [RowPlace] {
    let all = places(place.namespace).filter { $0 != place && sound[$0] != sound[place] }
    guard !Self.isLong else { return all }
    return (all.first { $0 > place } ?? all.first).map { [$0] } ?? []
  }

  /// The first key behind the row's own that no row has.
  private func nextFree(_ place: RowPlace) -> RowPlace {
    var key = place.key.isEmpty ? [0] : place.key
    repeat {
      for index in key.indices.reversed() {
        key[index] &+= 1
        if key[index] != 0 { break }
      }
    } while sound[RowPlace(place.namespace, key)] != nil
    return RowPlace(place.namespace, key)
  }
}

// MARK: Who depends on what

/// A command, as a running program does it, unless it says otherwise.
enum TamperReader: Hashable {
  /// Of a newly started program, which opens, unlocks and searches.
  case start
  case find
  case add
  case auditShow
  case auditVerify
  /// Shows one client.
  case show(ClientID)
}

extension TamperMatrix {
  /// Who depends on a row and must refuse it. A new namespace does not compile without its line.
  func readers(of place: RowPlace) -> [TamperReader] {
    switch place.namespace {
    case .roster: [.start]
    case .member: place.key == ownID.bytes ? [.start] : []
    case .settings, .tip, .head: everything
    case .log: place == places(.log).last ? everything : [.auditShow, .auditVerify]
    case .directory: [.find, .add] + shown
    // A list shows all others, and says what is missing: damage of one record costs only itself.
    case .client: caseload.filter { $0.value == place.key }.map { .show($0.key) }
    }
  }

  /// Who must refuse a row that is there too much; in the other namespaces nobody looks for one but
  /// `verify`.
  private func readersOfAnother(_ namespace: Namespace) -> [TamperReader] {
    switch namespace {
    case .roster: [.start]
    case .log: everything
    case .directory: [.find, .add] + shown
    case .member, .settings, .tip, .head, .client: []
    }
  }

  private var everything: [TamperReader] { [.find, .add, .auditShow, .auditVerify] + shown }

  private var shown: [TamperReader] { caseload.keys.min().map { [.show($0)] } ?? [] }
}
