import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Every change and every reveal is on record, and an insider with the house key cannot write the
/// record for somebody else.
@Suite struct LogTests {
  private let vault: SampleVault
  private let session: Session

  init() throws {
    vault = try SampleVault()
    session = try vault.session()
  }

  private func tip() throws -> Tip {
    try session.look { (_, tree) throws(VaultError) in tree.tip }
  }

  /// What the links from one on record.
  private func contents(after number: UInt64) throws -> [LogContent] {
    try session.look { (rows, tree) throws(VaultError) in
      let reader = LogReader(rows: rows, roster: self.session.roster)
      var contents: [LogContent] = []
      for number in (number + 1)..<(tree.tip.number + 1) {
        let row = try reader.take(try rows.row(.log, number.key), number: number)
        contents.append(try self.session.content(of: row.content, number: number))
      }
      return contents
    }
  }

  private func expectOne(_ action: Action, _ clients: [ClientID], _ work: () throws -> Void) throws
  {
    let before = try tip().number
    try work()
    let contents = try contents(after: before)
    #expect(contents.map(\.action) == [action])
    #expect(contents.first?.clients == clients)
  }

  @Test func `every change and reveal appends one link with exactly the clients it concerns`()
    throws
  {
    let now = SampleVault.now
    var added: Client?
    let before = try tip().number
    if case .pending(let client, _) = try session.add(
      try SampleVault.input("Odile", "Brandt", uid: nil), duplicates: .ask, reason: "intake",
      now: now)
    {
      added = client
    }
    let client = try #require(added)
    #expect(try contents(after: before).map(\.reason) == ["intake"])
    let reference = ClientReference.id(try #require(ClientIDPrefix(client.id.text)))
    try expectOne(.pending, [client.id]) {
      _ = try session.pending(.mine, reason: nil, now: now)
    }
    try expectOne(.assign, [client.id]) {
      let uid = try #require(try SampleVault.input("x", "y", uid: "A305C9B81").uid)
      _ = try session.assign(uid, to: reference, correcting: .refused, reason: nil, now: now)
    }
    try expectOne(.show, [client.id]) { _ = try session.show(reference, reason: nil, now: now) }
    try expectOne(.edit, [client.id]) {
      _ = try session.edit(reference, reason: nil, now: now) {
        (input, _) throws(FieldProblem) in input.clear(.surname)
      }
    }
    #expect(try contents(after: try tip().number - 1).first?.detail == [7])
  }

  @Test func `what is refused by a rule records nothing`() throws {
    let before = vault.store.rows
    let now = SampleVault.now
    let taken = try SampleVault.input("Nia", "Volkov", uid: "618340275")
    #expect(throws: VaultError.noName) {
      try session.add(ClientInput(), duplicates: .ask, reason: nil, now: now)
    }
    let uid = try #require(taken.uid)
    let other = try #require(try SampleVault.input("x", "y", uid: "5D6B20C18").uid)
    #expect(throws: VaultError.alreadyAssigned) {
      try session.assign(other, to: .uid(uid), correcting: .refused, reason: nil, now: now)
    }
    #expect(throws: VaultError.self) {
      try session.assign(other, to: .uid(uid), correcting: .allowed, reason: nil, now: now)
    }
    #expect(vault.store.rows == before)
  }

  @Test func `whose UID it is, is told only once that is on record`() throws {
    let now = SampleVault.now
    let taken = try SampleVault.input("Nia", "Volkov", uid: "618340275")
    let holder = try session.show(.uid(try #require(taken.uid)), reason: nil, now: now)
    try expectOne(.similar, [holder.id]) {
      #expect(throws: VaultError.uidTaken(by: holder.id)) {
        try session.add(taken, duplicates: .ask, reason: nil, now: now)
      }
    }
    try expectOne(.similar, [holder.id]) {
      let other = try #require(try SampleVault.input("x", "y", uid: "5D6B20C18").uid)
      #expect(throws: VaultError.uidTaken(by: holder.id)) {
        try session.assign(
          try #require(taken.uid), to: .uid(other), correcting: .allowed, reason: "correction",
          now: now)
      }
    }
  }

  @Test func `two programs that add the same UID at once: the second is refused`() throws {
    let second = try vault.session()
    let input = try SampleVault.input("Odile", "Brandt", uid: "A305C9B81")
    _ = try session.add(input, duplicates: .ask, reason: nil, now: SampleVault.now)
    let again = try SampleVault.input("Piet", "Zoller", uid: "a305c9b81")
    let error = #expect(throws: VaultError.self) {
      try second.add(again, duplicates: .ask, reason: nil, now: SampleVault.now)
    }
    guard case .uidTaken = error else {
      Issue.record("the UID is taken")
      return
    }
    #expect(try second.damage().isEmpty)
  }

  @Test func `a UID that was corrected stays taken, and finds its client`() throws {
    let now = SampleVault.now
    let wrong = try #require(try SampleVault.input("x", "y", uid: "618340275").uid)
    let right = try #require(try SampleVault.input("x", "y", uid: "618340276").uid)
    let client = try session.assign(
      right, to: .uid(wrong), correcting: .allowed, reason: "correction", now: now)
    #expect(client.uids.map(\.text) == ["618340275", "618340276"])
    #expect(try session.show(.uid(wrong), reason: nil, now: now).id == client.id)
    #expect(throws: VaultError.uidTaken(by: client.id)) {
      try session.add(
        try SampleVault.input("Nia", "Volkov", uid: "618340275"), duplicates: .ask, reason: nil,
        now: now)
    }
  }

  /// Puts a link in the place of the last, with the house key and its tip made to fit.
  private func forge(_ alter: (Link) -> Link, signedBy key: borrowing SigningKeyPair) throws
    -> SampleVault
  {
    let (tip, link, row) = try session.look { (rows, tree) throws(VaultError) in
      let reader = LogReader(rows: rows, roster: self.session.roster)
      return (
        tree.tip, tree.link,
        try reader.take(try rows.row(.log, tree.tip.number.key), number: tree.tip.number)
      )
    }
    let signed = SignedLink(signing: alter(link), in: session.roster.end.vault, with: key)
    let forged = LogReader.Row(
      epoch: row.epoch,
      link: session.standing.seal(signed.encoded, namespace: .link, key: tip.number.key),
      content: row.content)
    let newTip = Tip(number: tip.number, hash: forged.hash(in: session.roster.end.vault))
    var rows = vault.store.rows
    rows[RowPlace(.log, tip.number.key)] = forged.sealed.bytes
    rows[RowPlace(.tip, Tip.key)] =
      session.standing.seal(newTip.encoded(), namespace: .tip, key: Tip.key).bytes
    return SampleVault(rows)
  }

  private func copy(
    _ link: Link, actor: MemberID? = nil, number: UInt64? = nil, roster: Digest? = nil,
    head: Digest? = nil, content: Digest? = nil
  ) -> Link {
    Link(
      number: number ?? link.number, previous: link.previous, time: link.time,
      actor: actor ?? link.actor, rosterNumber: link.rosterNumber,
      rosterHash: roster ?? link.rosterHash, headHash: head ?? link.headHash,
      contentHash: content ?? link.contentHash)
  }

  @Test func `a link sealed with the house key but signed by another is refused`() throws {
    let stranger = MemberKeys(root: RootKey())
    let forged = try forge({ $0 }, signedBy: stranger.signing)
    #expect(throws: VaultError.damage(.log, try tip().number.key, .signature)) {
      try forged.session().findAll()
    }
  }

  @Test func `a true member's link that names something else is refused`() throws {
    let key = try tip().number.key
    let zeros = Digest.zeros
    let recovery = try #require(session.roster.end.members.first { $0.kind == .recovery })
    let attacks: [((Link) -> Link, VaultError)] = [
      ({ copy($0, actor: recovery.id) }, .damage(.log, key, .signature)),
      ({ copy($0, number: $0.number + 1) }, .damage(.log, key, .number)),
      ({ copy($0, roster: zeros) }, .damage(.log, key, .signature)),
      ({ copy($0, head: zeros) }, .damage(.head, [], .hash)),
      ({ copy($0, content: zeros) }, .damage(.log, key, .hash)),
    ]
    for (alter, error) in attacks {
      let forged = try forge(alter, signedBy: session.standing.memberKeys.signing)
      #expect(throws: error) { try forged.session().findAll() }
    }
  }
}
