import HMIS
import Matching

/// Looks through the directory for one person who is to be registered.
struct DuplicateCheck: Sendable {
  private let traits: PersonTraits
  private let filter: CandidateFilter
  private let uid: [UInt8]?

  /// What the directory says.
  struct Finding: Sendable {
    /// Best first, at most `similarLimit`.
    var similar: [Similar] = []
    /// Who has, or once had, the UID that is to be given.
    var uidHolder: ClientID?
  }

  /// More than a person can compare at once.
  static let similarLimit = 20

  init(_ details: ClientDetails, uid: UniqueIdentifier?) {
    traits = PersonTraits(details)
    filter = CandidateFilter(traits)
    self.uid = uid?.bytes
  }

  /// Compares with everybody whose record stands.
  ///
  /// - Throws: `.damaged`, `.file`.
  func run(in directory: Directory) throws(VaultError) -> Finding {
    let perBlock = try directory.concurrently { (_, block) throws(FormatProblem) in
      var finding = Finding()
      try block.forEachEntry { (bytes, view) throws(FormatProblem) in
        try look(at: view, in: bytes, &finding)
      }
      return finding
    }
    var all = Finding()
    for finding in perBlock {
      all.similar += finding.similar
      all.uidHolder = all.uidHolder ?? finding.uidHolder
    }
    all.similar.sort { ($0.weight, $1.id.number) > ($1.weight, $0.id.number) }
    all.similar.removeLast(max(0, all.similar.count - Self.similarLimit))
    return all
  }

  private func look(
    at view: EntryView, in bytes: RawSpan, _ finding: inout Finding
  ) throws(FormatProblem) {
    var offset = view.range.lowerBound - 2
    if let uid, view.hasUID(uid, in: bytes) {
      finding.uidHolder = try DirectoryEntry(from: bytes, at: &offset).id
      offset = view.range.lowerBound - 2
    }
    guard view.status != .destroyed, view.status != .merged, filter.passes(view, in: bytes) else {
      return
    }
    let entry = try DirectoryEntry(from: bytes, at: &offset)
    let evidence = Evidence.between(traits, PersonTraits(entry))
    if let similar = Similar(entry, weighed: evidence) { finding.similar.append(similar) }
  }
}

/// Lets through, from the bytes of an entry alone, everybody who could be similar.
///
/// Evidence reaches the lower threshold only with an agreement in birth date, number, or the
/// initials of given name and surname, in either order.
struct CandidateFilter: Sendable {
  private let initials: Set<UInt8>
  private let birth: (year: Int, month: Int, day: Int)?
  private let numberEnds: [[UInt8]]
  private let ssnEnd: [UInt8]

  init(_ traits: PersonTraits) {
    let names = [traits.given, traits.surname] + traits.otherNames
    initials = Set(names.flatMap { $0.parts.compactMap(\.text.utf8.first) })
    birth = traits.birthDate.map { ($0.year, $0.month ?? 0, $0.day ?? 0) }
    numberEnds = traits.phones.map { Array(String($0).utf8.suffix(7)) }
    ssnEnd = traits.ssnEnd
  }

  func passes(_ view: EntryView, in bytes: RawSpan) -> Bool {
    sharesBirthDate(view.birth(in: bytes)) || sharesNumber(view, in: bytes)
      || sharesInitials(view, in: bytes)
  }

  /// At most one part differs, or day and month are exchanged; an unknown part agrees.
  private func sharesBirthDate(_ other: (year: Int, month: Int, day: Int)) -> Bool {
    guard let birth, other.year != 0 else { return false }
    let year = birth.year != other.year ? 1 : 0
    let month = birth.month != other.month && birth.month != 0 && other.month != 0 ? 1 : 0
    let day = birth.day != other.day && birth.day != 0 && other.day != 0 ? 1 : 0
    if year + month + day == 0 { return true }
    // With unknown parts, agreement in what is left alone is no more than chance.
    let isWhole = birth.day != 0 && other.day != 0
    return isWhole
      && (year + month + day == 1
        || (year == 0 && birth.month == other.day && birth.day == other.month))
  }

  private func sharesNumber(_ view: EntryView, in bytes: RawSpan) -> Bool {
    var shares = false
    if !ssnEnd.isEmpty { shares = bytes.ends(view.ssn(in: bytes), with: ssnEnd) }
    guard !shares, !numberEnds.isEmpty else { return shares }
    view.forEachPhone(in: bytes) { range in
      if numberEnds.contains(where: { bytes.ends(range, with: $0) }) { shares = true }
    }
    return shares
  }

  /// Each of the entry's given name and surname, as far as there is one, begins like one of ours.
  private func sharesInitials(_ view: EntryView, in bytes: RawSpan) -> Bool {
    var (shared, missed) = (0, 0)
    var aliasShared = false
    view.forEachName(in: bytes) { kind, range in
      guard !range.isEmpty else { return }
      switch kind {
      case .given, .surname:
        if initials.contains(bytes.byte(range.lowerBound)) { shared += 1 } else { missed += 1 }
      case .alias, .preferred:
        if initials.contains(bytes.byte(range.lowerBound)) { aliasShared = true }
      case .middle, .suffix: break
      }
    }
    return shared > 0 && (missed == 0 || aliasShared) || (shared == 0 && aliasShared)
  }
}

extension RawSpan {
  /// Whether the bytes of a range end with others.
  func ends(_ range: Range<Int>, with end: [UInt8]) -> Bool {
    guard range.count >= end.count else { return false }
    let start = range.upperBound - end.count
    return end.indices.allSatisfy { byte(start + $0) == end[$0] }
  }
}
