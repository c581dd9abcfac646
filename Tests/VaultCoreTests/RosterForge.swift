import VaultCrypto
import VaultStore

@testable import VaultCore

/// A roster with everybody in it and all of their keys: whatever one field of the next version is
/// changed to, whoever is named as its signer can truly sign it.
///
/// Made of values alone: nothing is stretched.
struct RosterForge {
  enum Hand: UInt64, CaseIterable, Sendable {
    case founder = 1
    case supervisor, caseworker, auditor, invitation, recovery, former, stranger

    var id: MemberID { MemberID(number: rawValue) }

    /// Everybody whose entry stands in the roster.
    static let listed = allCases.filter { $0 != .stranger }
  }

  let keys: [Hand: MemberKeys]
  private(set) var before: RosterVersion

  init() {
    let keys = Dictionary(
      uniqueKeysWithValues: Hand.allCases.map { ($0, MemberKeys(root: RootKey())) })
    self.keys = keys
    before = RosterVersion(
      vault: VaultID(bytes: [UInt8](repeating: 0x3c, count: 16)), generation: 4, number: 9,
      previous: Self.digest(1), epoch: 3, identityCommitment: Self.digest(2),
      houseCommitment: Self.digest(3), previousHouse: SealedBytes(untrusted: Self.bytes(4)),
      auditNumber: 2, auditKey: BoxKeyPair().publicKey, policyHash: Self.digest(5), firstLink: 7,
      rotationOwed: false,
      members: Hand.listed.map { Self.entry($0, keys: $0 == .former ? nil : keys[$0]?.publicKeys) },
      signer: Hand.founder.id)
  }

  static func bytes(_ value: UInt8) -> [UInt8] { [UInt8](repeating: value, count: 32) }
  static func digest(_ value: UInt8) -> Digest { Digest(stored: bytes(value)) }

  private static func entry(_ hand: Hand, keys: MemberPublicKeys?) -> RosterMember {
    let kind: MemberKind =
      switch hand {
      case .invitation: .invitation
      case .recovery: .recovery
      default: .person
      }
    let role: Role? =
      switch hand {
      case .founder, .supervisor: .supervisor
      case .auditor: .auditor
      case .recovery: nil
      default: .caseworker
      }
    let value = UInt8(hand.rawValue)
    return RosterMember(
      id: hand.id, kind: kind, role: role, since: 100, madeBy: Hand.founder.id,
      expires: kind == .invitation ? 200 : 0, keys: keys,
      cost: keys == nil || kind == .recovery ? nil : .floor, rowHash: digest(0x40 + value),
      nameHash: kind == .recovery ? nil : digest(0x60 + value))
  }

  /// The same state, in which a rotation is owed.
  func owing() -> RosterForge {
    var forge = self
    forge.before.rotationOwed = true
    return forge
  }

  /// The same state, with as many audit pairs.
  func at(auditNumber: UInt32) -> RosterForge {
    var forge = self
    forge.before.auditNumber = auditNumber
    return forge
  }

  /// The next version with nothing changed.
  func next(by hand: Hand) -> RosterVersion {
    var version = before
    version.number += 1
    version.previous = Self.digest(9)
    version.signer = hand.id
    return version
  }

  /// What a reader says to the version, truly signed, from its bytes.
  func problem(_ version: RosterVersion, by hand: Hand) throws -> RosterProblem? {
    guard let keys = keys[hand] else { return .signer }
    let signed = SignedRosterVersion(signing: version, with: keys.signing).signed
    do throws(RosterProblem) {
      try RosterStep.check(
        from: before, hash: Self.digest(9), to: try SignedRosterVersion(untrusted: signed))
      return nil
    } catch {
      return error
    }
  }
}

extension RosterVersion {
  /// Lets a test change somebody's entry.
  mutating func change(_ hand: RosterForge.Hand, _ body: (inout RosterMember) -> Void) {
    for index in members.indices where members[index].id == hand.id { body(&members[index]) }
  }

  /// A new epoch as a true rotation makes it, its keys' commitments and the house key before.
  mutating func rotate(auditPair: Bool) {
    epoch += 1
    identityCommitment = RosterForge.digest(0xa1)
    houseCommitment = RosterForge.digest(0xa2)
    previousHouse = SealedBytes(untrusted: RosterForge.bytes(0xa3))
    rotationOwed = false
    guard auditPair else { return }
    auditNumber += 1
    auditKey = BoxKeyPair().publicKey
  }
}
