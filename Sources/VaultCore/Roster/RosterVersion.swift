import VaultCrypto

/// One version of the roster: the whole state of who is a member, signed.
///
/// Source: docs/FORMAT.md section 5.1.
package struct RosterVersion: Equatable, Sendable {
  let vault: VaultID
  package var generation: UInt64
  package var number: UInt64
  var previous: Digest
  package var epoch: UInt64
  var identityCommitment: Digest
  var houseCommitment: Digest
  /// The house key of the epoch before, sealed under this one's; nil in epoch 1.
  var previousHouse: SealedBytes?
  var auditNumber: UInt32
  var auditKey: BoxPublicKey
  var policyHash: Digest
  var firstLink: UInt64
  package var rotationOwed: Bool
  package var members: [RosterMember]
  var signer: MemberID

  /// The suite of docs/FORMAT.md section 2.
  static let suite: UInt8 = 1
  /// More members than any agency has: bounds what a hostile file can make us read.
  static let memberLimit = 4096

  func member(_ id: MemberID) -> RosterMember? {
    members.first { $0.id == id }
  }
}

extension RosterVersion {
  /// The bytes that are signed: all but the signature.
  var signedPart: [UInt8] {
    var writer = ByteWriter(capacity: 512 + members.count * 256)
    writer.u8(Self.suite)
    writer.raw(vault.bytes)
    writer.u64(generation)
    writer.u64(number)
    writer.digest(previous)
    writer.u64(epoch)
    writer.digest(identityCommitment)
    writer.digest(houseCommitment)
    writer.lp16(previousHouse?.bytes ?? [])
    writer.u32(auditNumber)
    writer.raw(auditKey.bytes)
    writer.digest(policyHash)
    writer.u64(firstLink)
    writer.u8(rotationOwed ? 1 : 0)
    writer.u16(UInt16(members.count))
    for member in members { member.encode(to: &writer) }
    writer.raw(signer.bytes)
    return writer.bytes
  }

  /// Reads a version, whose signature nobody has checked yet.
  ///
  /// - Throws: `.format` for bytes that are no version, `.weakKey` and `.cost` for a member's.
  init(from bytes: RawSpan, at offset: inout Int) throws(RosterProblem) {
    let head = try Head(bytes, at: &offset)
    vault = head.vault
    generation = head.generation
    number = head.number
    previous = head.previous
    epoch = head.epoch
    identityCommitment = head.identityCommitment
    houseCommitment = head.houseCommitment
    previousHouse = head.previousHouse.isEmpty ? nil : SealedBytes(untrusted: head.previousHouse)
    auditNumber = head.auditNumber
    policyHash = head.policyHash
    firstLink = head.firstLink
    rotationOwed = head.flags == 1
    guard head.flags <= 1, head.count <= Self.memberLimit else { throw .format(.badValue) }
    do { auditKey = try BoxPublicKey(untrusted: head.auditKey) } catch { throw .weakKey }
    var members: [RosterMember] = []
    for _ in 0..<head.count {
      let member = try RosterMember(from: bytes, at: &offset)
      guard members.last.map({ $0.id < member.id }) ?? true else { throw .format(.badValue) }
      members.append(member)
    }
    self.members = members
    do { signer = try bytes.memberID(at: &offset) } catch { throw .format(error) }
  }

  /// What stands before the members.
  private struct Head {
    let vault: VaultID
    let generation, number: UInt64
    let previous: Digest
    let epoch: UInt64
    let identityCommitment, houseCommitment: Digest
    let previousHouse: [UInt8]
    let auditNumber: UInt32
    let auditKey: [UInt8]
    let policyHash: Digest
    let firstLink: UInt64
    let flags: UInt8
    let count: Int

    init(_ bytes: RawSpan, at offset: inout Int) throws(RosterProblem) {
      do throws(FormatProblem) {
        try bytes.suite(at: &offset)
        vault = try bytes.vaultID(at: &offset)
        generation = try bytes.u64(at: &offset)
        number = try bytes.u64(at: &offset)
        previous = try bytes.digest(at: &offset)
        epoch = try bytes.u64(at: &offset)
        identityCommitment = try bytes.digest(at: &offset)
        houseCommitment = try bytes.digest(at: &offset)
        previousHouse = try bytes.lp16(at: &offset)
        auditNumber = try bytes.u32(at: &offset)
        auditKey = try bytes.bytes(32, at: &offset)
        policyHash = try bytes.digest(at: &offset)
        firstLink = try bytes.u64(at: &offset)
        flags = try bytes.u8(at: &offset)
        count = Int(try bytes.u16(at: &offset))
      } catch {
        throw .format(error)
      }
    }
  }
}

extension RawSpan {
  /// Reads a suite, which must be the one that this program knows.
  func suite(at offset: inout Int) throws(FormatProblem) {
    let suite = try u8(at: &offset)
    guard suite == RosterVersion.suite else { throw .unknownSuite(suite) }
  }
}
