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
    filter = CandidateFilter(details)
    self.uid = uid?.bytes
  }

  /// Compares with everybody whose record stands.
  ///
  /// - Throws: `.damaged`, `.file`.
  func run(in directory: Directory) throws(VaultError) -> Finding {
    let perBlock = try directory.concurrently { (_, block) throws(FormatProblem) in
      var finding = Finding()
      let uid = uid.flatMap { block.contains($0) ? $0 : nil }
      try block.forEachEntry { (bytes, view) throws(FormatProblem) in
        try look(at: view, in: bytes, having: uid, &finding)
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
    at view: EntryView, in bytes: RawSpan, having uid: [UInt8]?, _ finding: inout Finding
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
