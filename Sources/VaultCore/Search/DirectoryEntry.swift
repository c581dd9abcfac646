import Matching
import VaultCrypto

/// What the search needs of one client; docs/FORMAT.md section 10.
struct DirectoryEntry: Equatable, Sendable {
  var id: ClientID
  var recordHash: Digest
  var status: ClientStatus
  var isHeld: Bool
  /// Months since January 2000; 0 for none.
  var monthDue: UInt16
  /// Who registered the client, while a UID is awaited.
  var owner: MemberID?
  /// Eight bytes of the hash of the household's folded name.
  var household: UInt64?
  /// ASCII capitals; the present one first if there is one.
  var uids: [[UInt8]]
  var hasPresentUID: Bool
  var birthDate: ClientDate?
  var names: [FoldedNamePart]
  var ssnDigits: [UInt8]
  var phones: [[UInt8]]

  /// One folded name with its kind.
  struct FoldedNamePart: Equatable, Sendable {
    let kind: NameKind
    let text: [UInt8]
  }

  /// Bytes of the longest entry with its length.
  static let byteLimit = 4096
  static let uidLimit = 16
  static let nameByteLimit = 96

}

/// Which of somebody's names a folded name is.
enum NameKind: UInt8, Comparable, Sendable {
  case given = 1
  case middle = 2
  case surname = 3
  case suffix = 4
  case preferred = 5
  case alias = 6

  static func < (one: NameKind, other: NameKind) -> Bool { one.rawValue < other.rawValue }
}

extension DirectoryEntry {
  /// What a byte of an entry says with one bit each.
  struct Flags: OptionSet {
    let rawValue: UInt8
    static let held = Flags(rawValue: 1)
    static let owner = Flags(rawValue: 2)
    static let household = Flags(rawValue: 4)
    static let presentUID = Flags(rawValue: 8)
    static let all: Flags = [.held, .owner, .household, .presentUID]
  }

  private var flags: Flags {
    var flags: Flags = []
    if isHeld { flags.insert(.held) }
    if owner != nil { flags.insert(.owner) }
    if household != nil { flags.insert(.household) }
    if hasPresentUID { flags.insert(.presentUID) }
    return flags
  }

  /// The entry's bytes, its length in front.
  func encoded() -> [UInt8] {
    var writer = ByteWriter(capacity: 128)
    writer.u64(id.number)
    writer.digest(recordHash)
    writer.u8(status.rawValue)
    writer.u8(flags.rawValue)
    writer.u16(monthDue)
    if let owner { writer.raw(owner.bytes) }
    if let household { writer.u64(household) }
    writer.u8(UInt8(uids.count))
    for uid in uids { writer.lp8(uid) }
    writer.date(birthDate)
    writer.u8(UInt8(names.count))
    for name in names {
      writer.u8(name.kind.rawValue)
      writer.lp8(name.text)
    }
    writer.lp8(ssnDigits)
    writer.u8(UInt8(phones.count))
    for phone in phones { writer.lp8(phone) }
    var framed = ByteWriter(capacity: writer.bytes.count + 2)
    framed.lp16(writer.bytes)
    return framed.bytes
  }

  /// Reads the entry that stands at `offset`, its length in front.
  init(from bytes: RawSpan, at offset: inout Int) throws(FormatProblem) {
    let count = Int(try bytes.u16(at: &offset))
    guard count + 2 <= Self.byteLimit else { throw .badLength }
    let entry = bytes.extracting(try bytes.range(count, at: &offset))
    var position = 0
    id = try entry.clientID(at: &position)
    recordHash = try entry.digest(at: &position)
    status = try entry.status(at: &position)
    let flags = Flags(rawValue: try entry.u8(at: &position))
    guard flags.isSubset(of: .all) else { throw .badValue }
    isHeld = flags.contains(.held)
    hasPresentUID = flags.contains(.presentUID)
    monthDue = try entry.u16(at: &position)
    owner = flags.contains(.owner) ? try entry.memberID(at: &position) : nil
    household = flags.contains(.household) ? try entry.u64(at: &position) : nil
    uids = try entry.counted(limit: Self.uidLimit, at: &position) {
      (bytes, offset) throws(FormatProblem) in try bytes.lp8(at: &offset)
    }
    guard !hasPresentUID || !uids.isEmpty else { throw .badValue }
    birthDate = try entry.optionalDate(at: &position)
    names = try entry.counted(limit: 255, at: &position, FoldedNamePart.init(from:at:))
    guard zip(names, names.dropFirst()).allSatisfy({ $0.kind <= $1.kind }) else { throw .badValue }
    ssnDigits = try entry.lp8(at: &position)
    guard [0, 4, 9].contains(ssnDigits.count) else { throw .badLength }
    phones = try entry.counted(limit: 255, at: &position) {
      (bytes, offset) throws(FormatProblem) in try bytes.lp8(at: &offset)
    }
    try entry.end(at: position)
  }
}

extension DirectoryEntry.FoldedNamePart {
  fileprivate init(from bytes: RawSpan, at offset: inout Int) throws(FormatProblem) {
    guard let kind = NameKind(rawValue: try bytes.u8(at: &offset)) else { throw .badValue }
    self.init(kind: kind, text: try bytes.lp8(at: &offset))
  }
}

extension RawSpan {
  /// Reads a one-byte count and that many values.
  fileprivate func counted<Value>(
    limit: Int, at offset: inout Int,
    _ read: (RawSpan, inout Int) throws(FormatProblem) -> Value
  ) throws(FormatProblem) -> [Value] {
    let count = Int(try u8(at: &offset))
    guard count <= limit else { throw .badLength }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(self, &offset)) }
    return values
  }
}
