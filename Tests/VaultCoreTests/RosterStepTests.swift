import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Somebody who holds true keys signs a version that they may not: each kind of signer, each field.
struct RosterStepTests {
  typealias Hand = RosterForge.Hand

  private let forge = RosterForge()

  /// One field of a version, changed to a value that could stand there.
  struct Field: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout RosterVersion) -> Void

    init(_ name: String, _ change: @escaping @Sendable (inout RosterVersion) -> Void) {
      testDescription = name
      self.change = change
    }
  }

  private static let ofVersion = [
    Field("generation") { $0.generation += 1 },
    Field("generation lowered") { $0.generation -= 1 },
    Field("number") { $0.number += 1 },
    Field("number again") { $0.number -= 1 },
    Field("previous") { $0.previous = RosterForge.digest(8) },
    Field("epoch") { $0.epoch += 1 },
    Field("epoch lowered") { $0.epoch -= 1 },
    Field("identity commitment") { $0.identityCommitment = RosterForge.digest(8) },
    Field("house commitment") { $0.houseCommitment = RosterForge.digest(8) },
    Field("previous house") { $0.previousHouse = SealedBytes(untrusted: [8]) },
    Field("no previous house") { $0.previousHouse = nil },
    Field("audit number") { $0.auditNumber += 1 },
    Field("audit key") { $0.auditKey = BoxKeyPair().publicKey },
    Field("policy") { $0.policyHash = RosterForge.digest(8) },
    Field("first link") { $0.firstLink += 1 },
    Field("first link lowered") { $0.firstLink -= 1 },
    Field("rotation owed") { $0.rotationOwed = true },
  ]

  private static func ofEntry(_ hand: Hand) throws -> [Field] {
    let keys = MemberKeys(root: RootKey()).publicKeys
    func field(
      _ name: String, _ change: @escaping @Sendable (inout RosterMember) -> Void
    ) -> Field {
      Field("\(hand) \(name)") { $0.change(hand, change) }
    }
    func key(_ name: String, _ change: @escaping @Sendable (MemberPublicKeys) -> MemberPublicKeys)
      -> Field
    {
      field(name) { entry in entry.keys = entry.keys.map(change) ?? keys }
    }
    let kinds: [MemberKind] = [.person, .invitation, .recovery]
    let dear = try StretchingCost(passes: 9, memoryMiB: 64, machineMiB: 4096)
    return kinds.map { kind in field("kind \(kind)") { $0.kind = kind } }
      + Role.allCases.map { role in field("role \(role)") { $0.role = role } }
      + [
        field("since") { $0.since += 1 },
        field("made by") { $0.madeBy = Hand.supervisor.id },
        field("expires") { $0.expires += 1 },
        key("box") { MemberPublicKeys(box: keys.box, signing: $0.signing, age: $0.age) },
        key("signing") { MemberPublicKeys(box: $0.box, signing: keys.signing, age: $0.age) },
        key("age") { MemberPublicKeys(box: $0.box, signing: $0.signing, age: keys.age) },
        key("keys") { _ in keys },
        field("no keys") { ($0.keys, $0.cost, $0.expires) = (nil, nil, 0) },
        field("cost") { $0.cost = dear },
        field("row") { $0.rowHash = RosterForge.digest(8) },
        field("name") { entry in
          entry = RosterMember(
            id: entry.id, kind: entry.kind, role: entry.role, since: entry.since,
            madeBy: entry.madeBy, expires: entry.expires, keys: entry.keys, cost: entry.cost,
            rowHash: entry.rowHash, nameHash: RosterForge.digest(8))
        },
        Field("\(hand) gone") { $0.members.removeAll { $0.id == hand.id } },
      ]
  }

  /// All that docs/FORMAT.md 5.2 lets anybody change alone, by who signs.
  private static func allowed(_ hand: Hand) -> Set<String> {
    switch hand {
    case .founder, .supervisor:
      [
        "policy", "first link", "rotation owed", "caseworker role supervisor",
        "auditor role supervisor",
      ]
    case .caseworker, .auditor: ["\(hand) keys"]
    // An invitation is replaced whole, the recovery key signs only with a rotation.
    case .invitation, .recovery, .former, .stranger: []
    }
  }

  private static let people: [Hand] = [.founder, .supervisor, .caseworker, .auditor]

  private static func names(_ hands: [Hand], _ fields: [String]) -> [String] {
    hands.flatMap { hand in fields.map { "\(hand) \($0)" } }
  }

  /// No entry of that kind and standing looks like this.
  private static let malformed = Set(
    names(people, ["kind invitation", "kind recovery", "expires"])
      + names([.former], ["kind recovery", "expires", "cost"])
      + names([.invitation], ["kind person", "kind recovery"])
      + names(
        [.recovery],
        ["kind person", "kind invitation", "expires", "cost", "name"]
          + Role.allCases.map { "role \($0)" }))

  /// A former member with keys is a present one, whose passphrase would cost nothing to try.
  private static let costless = Set(names([.former], ["box", "signing", "age", "keys"]))

  /// Somebody loses a key, or a generation begins, and all keys stay.
  private static let losses = Set(
    ["generation"] + names(Hand.listed, ["no keys"])
      + names([.founder, .supervisor], ["role caseworker", "role auditor"])
      + names([.caseworker], ["role auditor"]) + names([.auditor], ["role caseworker"]))

  /// What is a step for somebody; the recovery key takes none without exchanging the keys.
  private static let steps = Set(
    ["policy", "first link", "first link lowered", "rotation owed"] + names(people, ["keys"])
      + names([.caseworker, .auditor], ["role supervisor"]))

  /// Why a field is refused that this signer may not change alone.
  private static func refusal(_ field: String, by hand: Hand) -> RosterProblem {
    if malformed.contains(field) { return .format(.badValue) }
    if costless.contains(field) { return .cost(.costTooLow(passes: 0, memoryMiB: 0)) }
    if field.hasPrefix("number") { return .number }
    if field == "previous" { return .chain }
    if hand == .former || hand == .stranger { return .signer }
    if losses.contains(field) || (hand == .recovery && steps.contains(field)) { return .rotation }
    return .step
  }

  @Test(arguments: Hand.allCases)
  func `one field changed is refused unless the page allows it to this signer`(
    hand: Hand
  ) throws {
    let fields = Self.ofVersion + (try Hand.listed.flatMap(Self.ofEntry))
    // A supervisor's new keys are one step too, and nothing else may come beside it.
    let allowed = Self.allowed(hand).union(
      hand == .founder || hand == .supervisor ? ["\(hand) keys"] : [])
    var accepted: Set<String> = []
    for field in fields {
      var version = forge.next(by: hand)
      field.change(&version)
      // A field that has this value already is no change.
      guard version != forge.next(by: hand) else { continue }
      let problem = try forge.problem(version, by: hand)
      if problem == nil {
        accepted.insert(field.testDescription)
      } else {
        #expect(problem == Self.refusal(field.testDescription, by: hand), "\(field)")
      }
    }
    #expect(accepted == allowed)
  }

  // A dismissed caseworker, or anybody at all, writes themselves a version.
  @Test(arguments: [Hand.former, .stranger])
  func `a former member and a stranger sign nothing`(hand: Hand) throws {
    var version = forge.next(by: hand)
    #expect(try forge.problem(version, by: hand) == .signer)
    // Under a supervisor's id it is still their own key.
    version.signer = Hand.supervisor.id
    #expect(try forge.problem(version, by: hand) == .signature)
  }

  // Whoever lost a role keeps what they hold, if nobody changes the locks.
  @Test func `who loses a key loses it with a rotation`() throws {
    typealias Loss = (Hand, Bool, @Sendable (inout RosterMember) -> Void)
    let losses: [Loss] = [
      (.caseworker, false, { $0 = $0.left(at: 300) }),
      (.caseworker, false, { $0.role = .auditor }),
      (.invitation, false, { $0 = $0.left(at: 300) }),
      (.auditor, true, { $0 = $0.left(at: 300) }),
      (.auditor, true, { $0.role = .caseworker }),
      (.supervisor, true, { $0 = $0.left(at: 300) }),
      (.supervisor, true, { $0.role = .caseworker }),
      (.supervisor, false, { $0.role = .auditor }),
    ]
    for (hand, isAuditLost, change) in losses {
      var version = forge.next(by: .founder)
      version.change(hand, change)
      #expect(try forge.problem(version, by: .founder) == .rotation)
      var rotated = version
      rotated.rotate(auditPair: false)
      #expect(try forge.problem(rotated, by: .founder) == (isAuditLost ? .rotation : nil))
      version.rotate(auditPair: true)
      #expect(try forge.problem(version, by: .founder) == nil)
    }
  }

  // A supervisor in anger makes themselves something else, or ends themselves and leaves no trace.
  @Test func `nobody changes their own role`() throws {
    for hand in [Hand.supervisor, .caseworker, .auditor] {
      for role in Role.allCases {
        var version = forge.next(by: hand)
        version.change(hand) { $0.role = role }
        version.rotate(auditPair: true)
        // With the role that they have it is a plain rotation, which a supervisor may sign.
        let isSame = hand == .supervisor && role == .supervisor
        #expect(try forge.problem(version, by: hand) == (isSame ? nil : .step))
      }
    }
  }

  // The founder leaves; who made the recovery key and the invitation with them could still use both.
  @Test func `what a former supervisor made goes with them`() throws {
    var version = forge.next(by: .supervisor)
    version.change(.founder) { $0 = $0.left(at: 300) }
    version.rotate(auditPair: true)
    #expect(try forge.problem(version, by: .supervisor) == .state)
    version.change(.invitation) { $0 = $0.left(at: 300) }
    #expect(try forge.problem(version, by: .supervisor) == .state)
    version.change(.recovery) { $0 = $0.left(at: 300) }
    #expect(try forge.problem(version, by: .supervisor) == .state)
    version.members.append(sheet(MemberID(number: 20), madeBy: .founder))
    #expect(try forge.problem(version, by: .supervisor) == .step)
    version.members[version.members.count - 1] = sheet(MemberID(number: 20), madeBy: .supervisor)
    #expect(try forge.problem(version, by: .supervisor) == nil)
  }

  private func sheet(_ id: MemberID, madeBy: Hand) -> RosterMember {
    RosterMember(
      id: id, kind: .recovery, role: nil, since: 300, madeBy: madeBy.id, expires: 0,
      keys: MemberKeys(root: RootKey()).publicKeys, cost: nil, rowHash: RosterForge.digest(9),
      nameHash: nil)
  }

  // A supervisor says that the locks were changed, and keeps one of them.
  @Test func `a new epoch renews all of it, and owes nothing`() throws {
    let forge = forge.owing()
    #expect(try forge.problem(forge.next(by: .founder), by: .founder) == nil)
    var forgiven = forge.next(by: .founder)
    forgiven.rotationOwed = false
    #expect(try forge.problem(forgiven, by: .founder) == .step)
    let broken: [@Sendable (inout RosterVersion, RosterVersion) -> Void] = [
      { version, _ in version.epoch += 1 },
      { $0.identityCommitment = $1.identityCommitment },
      { $0.houseCommitment = $1.houseCommitment },
      { version, _ in version.previousHouse = nil },
      { version, _ in version.rotationOwed = true },
      { version, _ in version.auditNumber += 1 },
      { $0.auditKey = $1.auditKey },
      { $0.auditNumber = $1.auditNumber },
    ]
    var rotated = forge.next(by: .founder)
    rotated.rotate(auditPair: true)
    #expect(try forge.problem(rotated, by: .founder) == nil)
    for change in broken {
      var version = rotated
      change(&version, forge.before)
      #expect(try forge.problem(version, by: .founder) == .step)
    }
  }

  // Somebody with a code joins and says nothing of the copy in which the code still opens.
  @Test func `an invitation becomes its own member, and owes a rotation`() throws {
    let keys = MemberKeys(root: RootKey()).publicKeys
    var version = forge.next(by: .invitation)
    version.change(.invitation) {
      ($0.kind, $0.expires, $0.since, $0.keys) = (.person, 0, 300, keys)
      $0.rowHash = RosterForge.digest(9)
    }
    #expect(try forge.problem(version, by: .invitation) == .step)
    version.rotationOwed = true
    #expect(try forge.problem(version, by: .invitation) == nil)
    // Nor may a supervisor join in an invitee's place.
    version.signer = Hand.supervisor.id
    #expect(try forge.problem(version, by: .supervisor) == .step)
    version.signer = Hand.invitation.id
    version.change(.invitation) { $0.role = .supervisor }
    #expect(try forge.problem(version, by: .invitation) == .step)
  }
}
