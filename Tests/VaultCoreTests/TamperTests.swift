import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Somebody with a hex editor and no key: whatever they do to a row, the first read that depends on
/// it refuses and names it, shows nothing and changes nothing; `verify` names it and no other.
@Suite struct TamperTests {
  private let scene: TamperScene

  init() throws {
    scene = try TamperScene()
  }

  @Test func `the sample is sound to begin with`() throws {
    #expect(try scene.session.findAll().hits.count == 3)
    #expect(try scene.session.damage().isEmpty)
  }

  @Test(arguments: Namespace.allCases)
  func `a flipped byte anywhere in a row is noticed`(namespace: Namespace) throws {
    let places = scene.places(namespace)
    #expect(!places.isEmpty)
    for place in places {
      let count = try #require(scene.sound[place]).count
      let spread = (1...9).map { $0 * count / 10 }
      // Lengths, epochs and suites stand at the beginning, tags and signatures at the end.
      let positions = Set([0, 1, 7, 8, 9, 11, 12, 13, 36, count - 17, count - 1] + spread)
      for position in positions.sorted() where (0..<count).contains(position) {
        try scene.expectNoticed("flip at \(position) of \(count)", at: place) { rows in
          rows[place]?[position] ^= 1 << UInt8(position % 8)
        }
      }
    }
  }

  @Test(arguments: Namespace.allCases)
  func `a row that is gone, empty, cut short or longer is noticed`(namespace: Namespace) throws {
    for place in scene.places(namespace) {
      try scene.expectNoticed("drop", at: place) { $0[place] = nil }
      try scene.expectNoticed("empty", at: place) { $0[place] = [] }
      try scene.expectNoticed("cut", at: place) { $0[place]?.removeLast() }
      let half = (scene.sound[place]?.count ?? 0) / 2
      try scene.expectNoticed("halve", at: place) { $0[place]?.removeLast(half) }
      try scene.expectNoticed("grow", at: place) { $0[place]?.append(0) }
    }
  }

  @Test func `a link cut out of the middle is missed, and its neighbours are not blamed`() throws {
    let links = scene.places(.log)
    #expect(links.count == 4)
    for place in links.dropLast() {
      try scene.expectNoticed("drop", at: place) { $0[place] = nil }
      try scene.expectNoticed("zero", at: place) {
        $0[place] = [UInt8](repeating: 0, count: 400)
      }
    }
    scene.vault.store.rows[links[0]] = nil
    scene.vault.store.rows[links[1]] = nil
    #expect(try scene.session.damage().map(RowPlace.init) == [links[0], links[1]])
  }

  @Test(arguments: Namespace.allCases)
  func `two rows that changed places are noticed`(namespace: Namespace) throws {
    let places = scene.places(namespace)
    for (index, one) in places.enumerated() {
      for other in places.dropFirst(index + 1) {
        scene.vault.store.rows = scene.sound
        scene.vault.store.rows[one] = scene.sound[other]
        scene.vault.store.rows[other] = scene.sound[one]
        let rows = scene.vault.store.rows
        let named: Set<RowPlace>
        do { named = Set(try scene.session.damage().map(RowPlace.init)) } catch {
          named = Set([error as? VaultError].compactMap(\.?.damage).map(RowPlace.init))
        }
        #expect(!named.isEmpty && named.isSubset(of: [one, other]), "\(one), \(other): \(named)")
        if namespace != .member, namespace != .log || other == places.last {
          #expect(throws: VaultError.self) { try scene.session.findAll() }
          #expect(namespace == .client || scene.vault.store.rows == rows, "nothing is recorded")
        }
      }
    }
  }

  /// Rows that no vault has, under keys that no vault has.
  private static let strangers: [(RowPlace, TamperScene.Reader)] = [
    (RowPlace(.roster, UInt64(2).key), .opening), (RowPlace(.roster, [0]), .opening),
    (RowPlace(.member, [9, 9, 9, 9, 9, 9, 9, 9]), .verifying),
    (RowPlace(.member, []), .verifying),
    (RowPlace(.settings, Array("extra".utf8)), .verifying),
    (RowPlace(.settings, Array("Policy".utf8)), .verifying),
    (RowPlace(.log, UInt64(77).key), .everything), (RowPlace(.log, UInt64.max.key), .everything),
    (RowPlace(.log, UInt64(2).key + [0]), .verifying), (RowPlace(.log, UInt64(0).key), .verifying),
    (RowPlace(.log, []), .verifying),
    (RowPlace(.tip, [0]), .verifying), (RowPlace(.head, [0]), .verifying),
    (RowPlace(.directory, UInt64(5).key), .reading),
    (RowPlace(.client, [UInt8](repeating: 7, count: 16)), .verifying),
    (RowPlace(.client, []), .verifying),
  ]

  @Test(arguments: strangers.indices)
  func `a row that does not belong is noticed`(index: Int) throws {
    let (place, reader) = Self.strangers[index]
    let model = try #require(scene.places(place.namespace).last)
    try scene.expectNoticed("add", at: place, by: reader) { $0[place] = $0[model] }
  }

  @Test func `a directory row between two numbers is noticed`() throws {
    let place = RowPlace(.directory, UInt64(0).key + [0])
    let model = scene.places(.directory)[0]
    scene.vault.store.rows[place] = scene.sound[model]
    #expect(throws: VaultError.damage(.directory, place.key, .additional)) {
      try scene.session.findAll()
    }
    #expect(try scene.session.damage().map(RowPlace.init) == [place])
  }

  @Test func `a row moved to another key is missed there, and named here`() throws {
    for (namespace, key) in [
      (Namespace.client, [UInt8](repeating: 7, count: 16)), (.member, [1, 2, 3, 4, 5, 6, 7, 8]),
    ] {
      let moved = try #require(
        scene.places(namespace).first { $0.key != scene.session.member.id.bytes })
      scene.vault.store.rows = scene.sound
      scene.vault.store.rows[moved] = nil
      scene.vault.store.rows[RowPlace(namespace, key)] = scene.sound[moved]
      let found = try scene.session.damage()
      #expect(found.count == 2)
      for (key, problem) in [(moved.key, Damage.Problem.missing), (key, .additional)] {
        #expect(
          found.contains(Damage(namespace: namespace.name, key: key, problem: problem)))
      }
    }
  }

  @Test(arguments: Namespace.allCases)
  func `a newly started program refuses as the running one does`(namespace: Namespace) throws {
    let place = try #require(
      scene.places(namespace).last {
        namespace != .member || $0.key == scene.session.member.id.bytes
      })
    scene.vault.store.rows[place]?[40] ^= 1
    let rows = scene.vault.store.rows
    let named = scene.refusal { try scene.vault.session().findAll() }
    #expect(named?.namespace == namespace)
    #expect(namespace == .client || scene.vault.store.rows == rows)
  }
}
