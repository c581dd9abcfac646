import Matching
import VaultCrypto

/// Everybody with whom a row can be confused: the people of the vault, and the rows before it.
struct ImportCrowd {
  private let people: StoredPeople
  private let rows: ImportRows
  /// The rows that are judged; in the index they stand behind the people of the vault.
  private let open: [Int]
  private let vault: VaultID
  private var index: CandidateIndex

  init(people: StoredPeople, rows: ImportRows, open: [Int], vault: VaultID) {
    self.people = people
    self.rows = rows
    self.open = open
    self.vault = vault
    index = CandidateIndex(expecting: people.count + open.count)
    var start = 0
    while start < people.count {
      let end = min(people.count, start + TableImport.batch)
      let traits = Cores.map(end - start) { [start] in
        let entry = people.entry(start + $0)
        return entry.isComparable ? PersonTraits(entry) : nil
      }
      for (offset, traits) in traits.enumerated() {
        if let traits { index.insert(traits, id: start + offset) }
      }
      start = end
    }
  }

  /// The people who resemble each of a range of the open rows, best first; the ranges must be asked
  /// for in order, as each is then part of the crowd.
  mutating func similar(toOpen range: Range<Int>) -> [[ImportSimilar]] {
    let (rows, open) = (rows, open)
    let traits = Cores.map(range.count) { offset in
      PersonTraits(rows.client(open[range.lowerBound + offset]).details)
    }
    for (offset, traits) in traits.enumerated() {
      index.insert(traits, id: people.count + range.lowerBound + offset)
    }
    return Self.probe(index, traits, range, people, rows, open)
  }

  private static func probe(
    _ index: CandidateIndex, _ traits: [PersonTraits], _ range: Range<Int>,
    _ people: StoredPeople, _ rows: ImportRows, _ open: [Int]
  ) -> [[ImportSimilar]] {
    Cores.map(range.count) { offset in
      let own = people.count + range.lowerBound + offset
      var similar: [ImportSimilar] = []
      for id in index.candidates(for: traits[offset]) {
        guard id < own else { break }
        let row = rows.number(open[range.lowerBound + offset])
        if id < people.count {
          let entry = people.entry(id)
          let evidence = Evidence.between(traits[offset], PersonTraits(entry))
          if evidence.asks { similar.append(ImportSimilar(row, entry, evidence)) }
        } else {
          let other = rows.client(open[id - people.count])
          let evidence = Evidence.between(traits[offset], PersonTraits(other.details))
          if evidence.asks {
            similar.append(
              ImportSimilar(row, other, in: rows.number(open[id - people.count]), evidence))
          }
        }
      }
      return similar.sorted { $0.weight > $1.weight }
    }
  }
}

extension DirectoryEntry {
  /// Whether somebody new can turn out to be this person.
  fileprivate var isComparable: Bool { status != .destroyed && status != .merged }
}

extension ImportSimilar {
  /// A person of the vault who resembles a row.
  fileprivate init(_ row: Int, _ entry: DirectoryEntry, _ evidence: Evidence) {
    self.init(
      row: row, uid: entry.uids.first.map { String(decoding: $0, as: UTF8.self) }, id: entry.id,
      otherRow: nil, isCertain: evidence.isCertain, weight: evidence.weight,
      reasons: evidence.reasons.map(SimilarityReason.init))
  }

  /// An earlier row that resembles a row.
  fileprivate init(_ row: Int, _ client: Client, in other: Int, _ evidence: Evidence) {
    self.init(
      row: row, uid: client.uid?.text, id: nil, otherRow: other, isCertain: evidence.isCertain,
      weight: evidence.weight, reasons: evidence.reasons.map(SimilarityReason.init))
  }
}
