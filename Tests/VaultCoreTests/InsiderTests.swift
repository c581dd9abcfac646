import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Members who try what their role does not give them, with every key that it does.
struct InsiderTests {
  private let scene: AuditScene
  private var house: House { scene.house }

  init() throws { scene = try AuditScene() }

  private func edit(by session: Session) throws {
    let uid = try #require(try SampleVault.input("x", "y", uid: "5D6B20C18").uid)
    _ = try session.edit(.uid(uid), reason: nil, now: House.now + 60) {
      (input, policy) throws(FieldProblem) in
      try input.set(
        .note, to: "moved",
        under: ClientInput.Rules(
          policy: policy, today: Today(secondsSince1970: House.now)))
    }
  }

  private func sealedParts(_ namespaces: Set<Namespace>) -> [(place: RowPlace, part: SealedBytes)] {
    house.store.rows.filter { namespaces.contains($0.key.namespace) }
      .flatMap { place, bytes -> [(RowPlace, SealedBytes)] in
        let whole = SealedBytes(untrusted: bytes)
        let header = place.namespace == .log ? 8 : 1
        guard place.namespace == .log || place.namespace == .member else {
          return [(place, whole)]
        }
        do {
          return try whole.parts(afterHeader: header, limit: 1 << 20).map { (place, $0) }
        } catch { return [(place, whole)] }
      }
  }

  /// Counts what a box key opens of all sealed boxes, for anybody, of any number.
  private func opened(
    by keys: borrowing BoxKeyPair, _ purpose: BoxPurpose, to recipient: [UInt8]? = nil,
    in parts: [(place: RowPlace, part: SealedBytes)], vault: VaultID
  ) -> Int {
    var count = 0
    for (place, part) in parts {
      for number: UInt64 in 1...16 {
        let box = BoxPlace(
          purpose: purpose, vault: vault.bytes, recipient: recipient ?? place.key, number: number)
        do {
          _ = try keys.openContents(part, box: box)
          count += 1
        } catch {}
      }
    }
    return count
  }

  // Cleo reads the log for the board. She has the file, the house keys and audit secrets of all times,
  // and her own box key, and tries all of them on everything that could hold a client.
  @Test func `an auditor's keys open no identity, and no key to one`() throws {
    _ = try house.session(House.supervisor).remove(
      try MemberName(House.second), sheet: .none, House.order)
    let cleo = try house.session(House.auditor)
    let standing = cleo.standing
    let (houses, pairs) = try cleo.look { (rows, tree) throws(VaultError) in
      let houses = try [1, 2, 3].map { epoch throws(VaultError) in
        try tree.standing.epochKeys.house(ofEpoch: epoch, in: tree.standing.roster)
      }
      let opening = try tree.standing.opening(in: rows)
      return (houses, try opening.auditPairs(with: tree.standing.memberKeys))
    }
    try expectShut(sealedParts([.directory, .client]), to: houses, in: standing.vault)
    let members = sealedParts([.member])
    let vault = standing.vault
    let log = sealedParts([.log])
    // What she holds does open what is hers: so the zeros below say something.
    for (pair, count) in zip(pairs, [12, 2]) {
      #expect(opened(by: pair.keys, .identityKey, in: members, vault: vault) == 0)
      let contents = opened(
        by: pair.keys, .content, to: LogContent.recipient, in: log, vault: vault)
      #expect(contents == count)
    }
    #expect(pairs.count == 2)
    let own = standing.memberKeys
    #expect(opened(by: own.box, .identityKey, in: members, vault: vault) == 0)
    #expect(opened(by: own.box, .houseKey, in: members, vault: vault) == 1)
    #expect(throws: VaultError.notPermitted) { try cleo.findAll() }
  }

  private func expectShut(
    _ clients: [(place: RowPlace, part: SealedBytes)], to houses: [EpochHouse], in vault: VaultID
  ) throws {
    #expect(clients.count == 4)
    for (place, value) in clients {
      for namespace: Place.Namespace in [.directory, .client, .head, .link, .memberName] {
        for epoch: UInt64 in 1...3 {
          let seal = Place(
            vault: vault.bytes, namespace: namespace, key: place.key, epoch: epoch)
          for house in houses {
            #expect(throws: CryptoError.self) { _ = try house.sealing.open(value, place: seal) }
          }
        }
      }
    }
  }

  // Ben would like to know who looked at his sister.
  @Test func `a caseworker's keys open no content of the log, and no audit secret`() throws {
    let ben = try house.session(House.caseworker)
    let keys = ben.standing.memberKeys
    let vault = ben.standing.vault
    #expect(ben.standing.auditPair == nil)
    let contents = opened(
      by: keys.box, .content, to: LogContent.recipient, in: sealedParts([.log]), vault: vault)
    #expect(contents == 0)
    let members = sealedParts([.member])
    #expect(opened(by: keys.box, .auditSecret, in: members, vault: vault) == 0)
    #expect(opened(by: keys.box, .identityKey, in: members, vault: vault) == 1)
    #expect(throws: VaultError.notPermitted) {
      try ben.audit(
        AuditFilter(), AuditOrder(uids: .idsAlone, reason: nil, now: House.now))
    }
  }

  // A client was corrected. Cleo, who holds the house key, brings back the head of before with the
  // rows that fit it, and signs for it.
  @Test func `an auditor puts back an older head with its blocks and records`() throws {
    let before = house.store.rows
    try edit(by: try house.session(House.caseworker))
    let cleo = try house.session(House.auditor)
    let ben = try house.session(House.caseworker)
    for (place, value) in before
    where [.head, .directory, .client, .settings].contains(place.namespace) {
      house.store.rows[place] = value
    }
    let head = SealedBytes(untrusted: try #require(before[RowPlace(.head, Head.key)]))
    let link = try scene.forge(by: cleo, head: head, after: house.store.rows)
    let refusal = VaultError.damage(.log, link.key, .signature)
    #expect(throws: refusal) { try ben.findAll() }
    #expect(throws: refusal) { try house.session(House.second).findAll() }
    #expect(throws: refusal) { try cleo.members() }
  }

  // She drops the correction's link, and keeps the head that came with it.
  @Test func `an auditor drops links and keeps the head`() throws {
    let tips = house.store.rows
    try edit(by: try house.session(House.caseworker))
    let ben = try house.session(House.caseworker)
    let added = Set(house.store.rows.keys).subtracting(tips.keys).filter { $0.namespace == .log }
    #expect(added.count == 1)
    for place in added { house.store.rows[place] = nil }
    house.store.rows[RowPlace(.tip, Tip.key)] = tips[RowPlace(.tip, Tip.key)]
    #expect(throws: VaultError.damage(.head, Head.key, .hash)) { try ben.findAll() }
    // Nor can she name it in a link of her own.
    let cleo = try House(tips).session(House.auditor)
    let head = SealedBytes(
      untrusted: try #require(house.store.rows[RowPlace(.head, Head.key)]))
    let link = try scene.forge(by: cleo, head: head, after: house.store.rows)
    #expect(throws: VaultError.damage(.log, link.key, .signature)) { try ben.findAll() }
  }

  // Ben chose a new passphrase. Cleo, who has seen the old one, brings back his row and the list of
  // members of before, and writes on behind the link that tells of it.
  @Test func `an auditor puts back the roster before a colleague's new passphrase`() throws {
    let before = house.store.rows
    try house.session(House.caseworker).changePassphrase(
      to: try SampleVault.passphrase("another set of long words"), cost: .floor,
      old: .mayBeKnown, now: House.now)
    let after = house.store.rows
    let cleo = try House(before).session(House.auditor)
    for place in Set(after.keys).union(before.keys)
    where [.roster, .member].contains(place.namespace) {
      house.store.rows[place] = before[place]
    }
    let link = try scene.forge(by: cleo, head: nil, after: house.store.rows)
    // Her own link stands on the roster's end; the one before it on a version that is gone.
    let refusal = VaultError.damage(.log, (link.number - 1).key, .signature)
    #expect(throws: refusal) { try house.session(House.caseworker).findAll() }
    #expect(throws: refusal) { try house.session(House.supervisor).findAll() }
  }

  // She drops that link too, and all behind it: a client was added meanwhile, and she cannot sign for
  // the head that says so.
  @Test func `an auditor puts back the roster and drops the links, and keeps the clients`() throws {
    let before = house.store.rows
    let account = OwnAccount()
    try house.session(House.caseworker).changePassphrase(
      to: try SampleVault.passphrase("another set of long words"), cost: .floor,
      old: .mayBeKnown, now: House.now)
    try edit(by: try house.session(House.second))
    try account.session(House.second, in: house)
    let after = house.store.rows
    let cleo = try House(before).session(House.auditor)
    for place in Set(after.keys).union(before.keys)
    where [.roster, .member, .log, .tip].contains(place.namespace) {
      house.store.rows[place] = before[place]
    }
    #expect(throws: VaultError.damage(.head, Head.key, .hash)) {
      try house.session(House.caseworker).findAll()
    }
    let head = SealedBytes(untrusted: try #require(after[RowPlace(.head, Head.key)]))
    let link = try scene.forge(by: cleo, head: head, after: house.store.rows)
    #expect(throws: VaultError.damage(.log, link.key, .signature)) {
      try house.session(House.caseworker).findAll()
    }
    #expect(throws: account.refusal(.older)) { try account.open(house) }
  }

  // Cleo has the house key, under which names are sealed: she exchanges two colleagues' names.
  @Test func `a name re-sealed over another's is refused by everybody`() throws {
    let cleo = try house.session(House.auditor)
    let roster = cleo.roster
    let ben = try #require(roster.person(named: try MemberName(House.caseworker)))
    let place = RowPlace(.member, ben.id.bytes)
    let row = try MemberRow(
      untrusted: SealedBytes(untrusted: try #require(house.store.rows[place])))
    let name = MemberNameSeal.seal(
      try MemberName(House.supervisor), of: ben.id, epoch: 2, in: roster.vault,
      with: cleo.standing.epochKeys.house.sealing)
    house.store.rows[place] =
      MemberRow(
        wrap: row.wrap, identityBox: row.identityBox, houseBox: row.houseBox, name: name,
        auditBoxes: row.auditBoxes
      ).sealed.bytes
    let refusal = VaultError.damage(.member, ben.id.bytes, .hash)
    #expect(throws: refusal) { try house.session(House.caseworker) }
    // Others are shown no name for him rather than a wrong one.
    let names = try cleo.members().map(\.name)
    #expect(names.count { $0 == House.supervisor } == 1)
    #expect(names.contains(ben.id.text) && !names.contains(House.caseworker))
    let found = try house.session(House.supervisor).damage()
    #expect(found == [Damage(namespace: "member", key: ben.id.bytes, problem: .hash)])
  }
}
