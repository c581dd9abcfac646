import HMIS
import Matching
import VaultCrypto

/// By what a row is recognised when the same table comes again.
enum PersonKey: Sendable {
  /// The UID, in capitals.
  case uid(String)
  /// Without a UID: a hash over folded names and birth date, for this process alone.
  case names(Int)
}

extension DirectoryEntry {
  /// A hash over folded names and birth date, for this process alone.
  var print: Int {
    var hasher = Hasher()
    for name in names where name.kind.isOwn {
      hasher.combine(name.kind)
      hasher.combine(name.text)
    }
    hasher.combine(birthDate)
    return hasher.finalize()
  }

  /// Whether two are one person beyond reasonable doubt: the same names and birth date, and nothing
  /// else that differs. Where the birth date is not wholly known, all other names and the phones
  /// have to agree too.
  func isSamePerson(as other: DirectoryEntry) -> Bool {
    let own = names.filter(\.kind.isOwn)
    guard own == other.names.filter(\.kind.isOwn), birthDate == other.birthDate else {
      return false
    }
    guard
      ssnDigits.isEmpty || other.ssnDigits.isEmpty || ssnDigits == other.ssnDigits
        || ssnDigits.suffix(4) == other.ssnDigits.suffix(4)
          && min(ssnDigits.count, other.ssnDigits.count) == 4
    else { return false }
    if let birthDate, birthDate.partial.isFull, !own.isEmpty { return true }
    return names == other.names && phones == other.phones && ssnDigits == other.ssnDigits
  }
}

extension NameKind {
  /// Whether it is part of the person's own name.
  fileprivate var isOwn: Bool { self != .alias && self != .preferred }
}

extension DirectoryEntry {
  /// The entry of somebody who is not stored, to be compared with others.
  init(judging client: Client, in vault: VaultID) {
    self.init(of: client, recordHash: .zeros, in: vault, retentionYears: 1)
  }

  /// By what a row is recognised when the same table comes again.
  var key: PersonKey {
    uids.first.map { .uid(String(decoding: $0, as: UTF8.self)) } ?? .names(print)
  }
}

extension DirectoryEntry {
  /// Whether a row with a UID of this person speaks of this person: as good as the same, or so much
  /// alike that somebody would be asked, the given name included (twins share all else).
  func isKnown(as other: DirectoryEntry) -> Bool {
    if isSamePerson(as: other) { return true }
    let evidence = Evidence.between(PersonTraits(self), PersonTraits(other))
    let given: Set<EvidenceReason> = [.sameName, .sameGivenName, .similarName, .exchangedNames]
    return evidence.asks && evidence.reasons.contains { given.contains($0) }
  }
}
