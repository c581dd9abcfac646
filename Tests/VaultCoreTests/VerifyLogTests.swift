import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// The check of the log names the first entry that is not what its members wrote.
struct VerifyLogTests {
  private let scene: AuditScene
  private let ben: Session

  init() throws {
    scene = try AuditScene()
    ben = try scene.house.session(House.caseworker)
  }

  private func bad(
    _ session: Session? = nil, _ attack: (inout MemoryStore.Rows) -> Void
  ) throws -> Damage? {
    var rows = scene.sound
    attack(&rows)
    #expect(rows != scene.sound, "the attack does something")
    scene.house.store.rows = rows
    defer { scene.house.store.rows = scene.sound }
    return try (session ?? ben).verifyLog().damage
  }

  private func damage(_ number: UInt64, _ problem: Damage.Problem) -> Damage {
    Damage(namespace: "log", key: number.key, problem: problem)
  }

  @Test func `every member finds a sound log sound, through both key sets`() throws {
    for name in [House.supervisor, House.caseworker, House.auditor] {
      let found = try scene.house.session(name).verifyLog()
      #expect(found.isSound)
      #expect([found.first, found.last, found.links] == [1, 12, 12])
      #expect(found.areContentsRead == (name != House.caseworker))
    }
    #expect(scene.house.store.rows == scene.sound, "nothing is recorded")
  }

  @Test func `an entry dropped from the middle, the beginning or the end is named`() throws {
    #expect(try bad { $0[scene.place(5)] = nil } == damage(5, .missing))
    #expect(try bad { $0[scene.place(1)] = nil } == damage(1, .missing))
    #expect(try bad { $0[scene.place(12)] = nil } == damage(12, .missing))
    #expect(
      try bad { rows in for number in 3...12 { rows[scene.place(UInt64(number))] = nil } }
        == damage(3, .missing))
  }

  @Test func `an altered link is named, and the first of several`() throws {
    for number in 1...UInt64(12) {
      #expect(try bad { $0[scene.place(number)]?[50] ^= 1 }?.key == number.key)
    }
    #expect(
      try bad { rows in
        for number in [4, 7, 12] { rows[scene.place(UInt64(number))]?[50] ^= 1 }
      } == damage(4, .seal))
  }

  @Test func `an altered content is named by its hash, by who cannot read it as well`() throws {
    let cleo = try scene.house.session(House.auditor)
    for session in [ben, cleo] {
      #expect(
        try bad(session) { rows in
          let last = (rows[scene.place(6)]?.count ?? 0) - 1
          rows[scene.place(6)]?[last] ^= 1
        } == damage(6, .hash))
    }
  }

  @Test func `two entries exchanged are named by the first, at the end as well`() throws {
    for (one, other) in [(5, 6), (5, 12), (1, 2)] as [(UInt64, UInt64)] {
      #expect(
        try bad { rows in
          let first = rows[scene.place(one)]
          rows[scene.place(one)] = rows[scene.place(other)]
          rows[scene.place(other)] = first
        }?.key == one.key)
    }
  }

  @Test func `a row that is no entry is named`() throws {
    let key = UInt64(5).key + [0]
    #expect(
      try bad { $0[RowPlace(.log, key)] = [1] }
        == Damage(namespace: "log", key: key, problem: .additional))
  }

  @Test func `an auditor who changes the head is named, at the end and with others behind them`()
    throws
  {
    let cleo = try scene.house.session(House.auditor)
    try scene.append(by: cleo, head: try scene.otherHead(by: cleo))
    #expect(try ben.verifyLog().damage == damage(13, .signature))
    // An accomplice with the identity key goes on from there: every read believes the end.
    let accomplice = try scene.house.session(House.second)
    scene.house.store.rows = scene.sound
    let head = try scene.otherHead(by: cleo)
    try scene.append(by: cleo)
    let rows = scene.house.store.rows
    try scene.append(by: accomplice, head: head)
    #expect(try ben.verifyLog().isSound, "whoever holds the identity key may")
    scene.house.store.rows = rows
    try scene.append(by: cleo)
    #expect(try ben.verifyLog().isSound, "an auditor may sign what leaves the head as it is")
  }

  @Test func `a log written by hand behind the end is sound if all of it is true`() throws {
    try scene.append(by: ben)
    try scene.append(by: try scene.house.session(House.auditor))
    let found = try ben.verifyLog()
    #expect(found.isSound)
    #expect(found.last == 14)
  }

  @Test func `a walk in many pieces and batches finds the same`() throws {
    for number in [4, 9] { scene.house.store.rows[scene.place(UInt64(number))]?[50] ^= 1 }
    scene.house.store.rows[scene.place(6)] = nil
    let found = try ben.look { (rows, tree) throws(VaultError) in
      try [1, 2, 5, 11, 12, 100].map { limit throws(VaultError) in
        var walk = LogWalk(from: 1)
        var bad: [[UInt8]] = []
        let ground = LogWalk.Ground(
          opening: LinkOpening(roster: tree.standing.roster, keys: tree.standing.epochKeys),
          contents: nil, end: tree.tip.number)
        while try !walk.walk(in: rows, on: ground, limit: limit, { finding in
          if let damage = finding.damage { bad.append(damage.key) }
        }) {}
        return bad
      }
    }
    #expect(found == Array(repeating: [UInt64(4).key, UInt64(6).key, UInt64(9).key], count: 6))
  }
}
