package import VaultCrypto

/// What an entry of the roster stands for.
package enum MemberKind: UInt8, Sendable {
  case person = 1
  case invitation = 2
  case recovery = 3
}

/// What a person may do, by the keys that they hold (DESIGN "Keys").
package enum Role: UInt8, Sendable, CaseIterable {
  case supervisor = 1
  case caseworker = 2
  case auditor = 3

  /// Whether the role holds the identity key: it can read clients and change the head.
  package var holdsIdentityKey: Bool { self != .auditor }

  /// Whether the role holds the audit secrets: it can read what was done to whom.
  package var holdsAuditSecrets: Bool { self != .caseworker }
}

/// The public keys of a present member.
struct MemberPublicKeys: Equatable, Sendable {
  let box: BoxPublicKey
  let signing: VerifyingKey
  let age: AgePublicKey
}

/// One entry of a roster version; docs/FORMAT.md section 5.1.
package struct RosterMember: Equatable, Sendable {
  package let id: MemberID
  package internal(set) var kind: MemberKind
  /// Nil for the recovery key.
  package internal(set) var role: Role?
  /// From when on the member has had this kind, role and standing: seconds since 1970, UTC.
  package internal(set) var since: UInt64
  package internal(set) var madeBy: MemberID
  /// Seconds since 1970, UTC; 0 for never.
  package internal(set) var expires: UInt64
  /// Nil for a former member.
  var keys: MemberPublicKeys?
  /// Nil for a former member and for the recovery key.
  package internal(set) var cost: StretchingCost?
  var rowHash: Digest
  /// Nil for the recovery key.
  let nameHash: Digest?

  package var isPresent: Bool { keys != nil }
}

extension RosterMember {
  func encode(to writer: inout ByteWriter) {
    writer.raw(id.bytes)
    writer.u8(kind.rawValue)
    writer.u8(role?.rawValue ?? 0)
    writer.u8(isPresent ? 1 : 2)
    writer.u64(since)
    writer.raw(madeBy.bytes)
    writer.u64(expires)
    encodeKeys(to: &writer)
    writer.u8(UInt8(cost?.passes ?? 0))
    writer.u32(UInt32(cost?.memoryMiB ?? 0))
    writer.digest(rowHash)
    writer.raw(nameHash?.bytes ?? Self.zeros)
  }

  private func encodeKeys(to writer: inout ByteWriter) {
    writer.raw(keys?.box.bytes ?? Self.zeros)
    writer.raw(keys?.signing.bytes ?? Self.zeros)
    writer.raw(keys?.age.bytes ?? Self.zeros)
  }

  /// Reads an entry and checks all that can be checked without its neighbours.
  ///
  /// A cost out of bounds is told apart from other wrong values, as it is no damage but a demand.
  init(from bytes: RawSpan, at offset: inout Int) throws(RosterProblem) {
    let fields = try Fields(bytes, at: &offset)
    id = fields.id
    since = fields.since
    madeBy = fields.madeBy
    rowHash = fields.rowHash
    guard let kind = MemberKind(rawValue: fields.kind) else { throw .format(.badValue) }
    self.kind = kind
    role = Role(rawValue: fields.role)
    guard (role == nil) == (kind == .recovery), role != nil || fields.role == 0 else {
      throw .format(.badValue)
    }
    expires = fields.expires
    guard (expires != 0) == (kind == .invitation && fields.standing == 1) else {
      throw .format(.badValue)
    }
    nameHash = fields.name == Self.zeros ? nil : Digest(stored: fields.name)
    guard (nameHash == nil) == (kind == .recovery) else { throw .format(.badValue) }
    keys = try fields.publicKeys()
    cost = try fields.stretchingCost(of: kind, present: keys != nil)
  }

  static let zeros = [UInt8](repeating: 0, count: 32)
}

extension RosterMember {
  /// The values of an entry as they stand, not yet judged.
  private struct Fields {
    let id: MemberID
    let kind, role, standing: UInt8
    let since: UInt64
    let madeBy: MemberID
    let expires: UInt64
    let box, signing, age: [UInt8]
    let passes: UInt8
    let memoryMiB: UInt32
    let rowHash: Digest
    let name: [UInt8]

    init(_ bytes: RawSpan, at offset: inout Int) throws(RosterProblem) {
      do {
        id = try bytes.memberID(at: &offset)
        kind = try bytes.u8(at: &offset)
        role = try bytes.u8(at: &offset)
        standing = try bytes.u8(at: &offset)
        since = try bytes.u64(at: &offset)
        madeBy = try bytes.memberID(at: &offset)
        expires = try bytes.u64(at: &offset)
        box = try bytes.bytes(32, at: &offset)
        signing = try bytes.bytes(32, at: &offset)
        age = try bytes.bytes(32, at: &offset)
        passes = try bytes.u8(at: &offset)
        memoryMiB = try bytes.u32(at: &offset)
        rowHash = try bytes.digest(at: &offset)
        name = try bytes.bytes(32, at: &offset)
      } catch {
        throw .format(error)
      }
    }

    /// The keys of a present member; a former one must have none.
    func publicKeys() throws(RosterProblem) -> MemberPublicKeys? {
      switch standing {
      case 1: return try MemberPublicKeys(box: box, signing: signing, age: age)
      case 2 where box == zeros && signing == zeros && age == zeros: return nil
      default: throw .format(.badValue)
      }
    }

    /// The cost of a member with a passphrase or code; all others must have none.
    func stretchingCost(of kind: MemberKind, present: Bool) throws(RosterProblem) -> StretchingCost?
    {
      try StretchingCost(
        stored: Int(passes), memoryMiB: Int(memoryMiB), of: present ? kind : .recovery)
    }
  }
}

extension MemberPublicKeys {
  /// Takes the three public keys of an entry or a wrap.
  ///
  /// - Throws: `.weakKey` if one is refused by libsodium.
  init(box: [UInt8], signing: [UInt8], age: [UInt8]) throws(RosterProblem) {
    do {
      self.box = try BoxPublicKey(untrusted: box)
      self.signing = try VerifyingKey(untrusted: signing)
      self.age = try AgePublicKey(untrusted: age)
    } catch {
      throw .weakKey
    }
  }
}

extension StretchingCost {
  /// Takes a cost that a file demands; the recovery key demands none.
  ///
  /// Whether this machine can bear it is judged for the one member who unlocks.
  ///
  /// - Throws: `.cost` if it is out of bounds, `.format` if the recovery key has one.
  init?(stored passes: Int, memoryMiB: Int, of kind: MemberKind) throws(RosterProblem) {
    guard kind != .recovery else {
      guard passes == 0, memoryMiB == 0 else { throw .format(.badValue) }
      return nil
    }
    do {
      try self.init(
        passes: passes, memoryMiB: memoryMiB, machineMiB: 0, beyondMachine: .accept)
    } catch {
      throw .cost(error)
    }
  }
}
