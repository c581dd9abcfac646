import HMIS
import Matching
import VaultCrypto

extension DirectoryEntry {
  /// Makes the entry of a client whose record was sealed.
  init(of client: Client, recordHash: Digest, in vault: VaultID, retentionYears: UInt8) {
    id = client.id
    self.recordHash = recordHash
    status = client.status
    isHeld = client.hold != nil
    monthDue =
      client.status == .destroyed
      ? 0 : Self.monthDue(after: client.touched ?? client.changed.time, years: retentionYears)
    owner = client.status == .pending ? client.created.by : nil
    household = client.details.household.map { Self.household($0, in: vault) }
    let present = client.uid.map { Self.searchForm($0.text) }
    let earlier = client.uids.reversed().filter { $0.to != nil }.map { Self.searchForm($0.text) }
    uids = Array(((present.map { [$0] } ?? []) + earlier).prefix(Self.uidLimit))
    hasPresentUID = present != nil
    birthDate = client.details.birthDate
    names = Self.foldedNames(of: client.details)
    ssnDigits = Array((client.details.ssn ?? "").utf8)
    phones = client.details.phones.map { Array($0.utf8.filter(Self.isDigit).prefix(32)) }
  }

  /// Capitals, as UIDs are compared.
  static func searchForm(_ uid: String) -> [UInt8] {
    uid.utf8.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 - 32 : $0 }
  }

  private static func foldedNames(of details: ClientDetails) -> [FoldedNamePart] {
    var names: [FoldedNamePart] = []
    func add(_ kind: NameKind, _ text: String?) {
      guard let text else { return }
      let folded = FoldedName(text).bytes(upTo: nameByteLimit)
      if !folded.isEmpty { names.append(FoldedNamePart(kind: kind, text: folded)) }
    }
    add(.given, details.given)
    add(.middle, details.middle)
    add(.surname, details.surname)
    add(.suffix, details.suffix)
    add(.preferred, details.preferred)
    for alias in details.aliases { add(.alias, alias.text) }
    return names
  }

  private static func household(_ name: String, in vault: VaultID) -> UInt64 {
    let folded = FoldedName(name).bytes(upTo: nameByteLimit)
    return Digest(.household, vault: vault, data: folded).bytes.prefix(8)
      .reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The month, counted from January 2000, in which `years` have passed since a time.
  static func monthDue(after time: UInt64, years: UInt8) -> UInt16 {
    let date = CivilDay(secondsSince1970: time)
    return UInt16(clamping: (date.year - 2000) * 12 + date.month - 1 + 12 * Int(years))
  }
}

extension FoldedName {
  /// The folded bytes, cut after at most `limit` at the end of a character.
  func bytes(upTo limit: Int) -> [UInt8] {
    var bytes = Array(bytes.prefix(limit + 1))
    guard bytes.count > limit else { return bytes }
    // What a cut leaves at the end begins before the last byte that continues no character.
    while let last = bytes.popLast(), last & 0xc0 == 0x80 {}
    return bytes
  }
}
