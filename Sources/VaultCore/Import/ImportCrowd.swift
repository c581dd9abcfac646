import Matching
import VaultCrypto

/// Everybody with whom a row can be confused: the people of the vault, and the rows before it.
///
/// A person's number is their place in the vault's directory, or, behind all of these, the place
/// among the rows that are judged.
struct ImportCrowd: ~Copyable {
  private let people: StoredPeople
  private let rows: ImportRows
  /// The rows that are judged.
  private let open: [Int]
  private var index: CandidateIndex
  /// Everybody so far, in short.
  private var sketches: [PersonSketch] = []
  /// Everybody's traits so far, if there is room for all; else they are made anew when needed.
  private var kept: [PersonTraits?]?

  /// Traits of so many people, some 250 bytes each, fit what an import may take.
  private static let keptLimit = 150_000

  init(people: StoredPeople, rows: ImportRows, open: [Int]) {
    self.people = people
    self.rows = rows
    self.open = open
    index = CandidateIndex(expecting: people.count + open.count)
    sketches.reserveCapacity(people.count + open.count)
    kept = people.count + open.count <= Self.keptLimit ? [] : nil
    var start = 0
    while start < people.count {
      let end = min(people.count, start + TableImport.batch)
      take(Cores.map(end - start) { [start] in people.comparable(start + $0) }, from: start)
      start = end
    }
  }

  private mutating func take(_ people: [Comparable], from start: Int) {
    for (offset, person) in people.enumerated() {
      if let traits = person.traits { index.insert(traits, id: start + offset) }
    }
    sketches.append(contentsOf: people.lazy.map(\.sketch))
    kept?.append(contentsOf: people.lazy.map(\.traits))
  }

  /// Somebody made ready to be compared.
  fileprivate struct Comparable: Sendable {
    let sketch: PersonSketch
    /// Nil for a record that ended.
    let traits: PersonTraits?
  }

  /// The people who resemble each of a range of the open rows, best first; the ranges must be asked
  /// for in order, as each is then part of the crowd.
  mutating func similar(toOpen range: Range<Int>) -> [[ImportSimilar]] {
    let (rows, open) = (rows, open)
    let traits = Cores.map(range.count) { offset in
      let details = rows.client(open[range.lowerBound + offset]).details
      return Comparable(sketch: PersonSketch(details), traits: PersonTraits(details))
    }
    take(traits, from: people.count + range.lowerBound)
    let probing = Probing(
      people: people, rows: rows, open: open, sketches: sketches, kept: kept)
    return Self.similar(to: traits.compactMap(\.traits), from: range.lowerBound, index, probing)
  }

  private static func similar(
    to traits: [PersonTraits], from start: Int, _ index: borrowing CandidateIndex,
    _ probing: Probing
  ) -> [[ImportSimilar]] {
    Cores.map(traits.count) { offset in
      let own = probing.people.count + start + offset
      let candidates = index.candidates(for: traits[offset]).prefix { $0 < own }
      return probing.similar(to: traits[offset], open: start + offset, among: candidates)
    }
  }
}

/// The weighing of candidates, on any core.
private struct Probing: Sendable {
  let people: StoredPeople
  let rows: ImportRows
  let open: [Int]
  let sketches: [PersonSketch]
  let kept: [PersonTraits?]?

  func similar(
    to traits: PersonTraits, open place: Int, among candidates: ArraySlice<Int>
  ) -> [ImportSimilar] {
    var similar: [ImportSimilar] = []
    let sketch = sketches[people.count + place]
    for number in candidates where sketch.mayResemble(sketches[number]) {
      guard let other = self.traits(of: number) else { continue }
      let evidence = Evidence.between(traits, other)
      guard evidence.asks else { continue }
      similar.append(person(number, resembling: rows.number(open[place]), evidence))
    }
    return similar.count < 2 ? similar : similar.sorted { $0.weight > $1.weight }
  }

  private func traits(of number: Int) -> PersonTraits? {
    if let kept { return kept[number] }
    guard number >= people.count else { return people.comparable(number).traits }
    return PersonTraits(rows.client(open[number - people.count]).details)
  }

  private func person(
    _ number: Int, resembling row: Int, _ evidence: Evidence
  ) -> ImportSimilar {
    let inVault = number < people.count ? people.entry(number) : nil
    let other = inVault == nil ? open[number - people.count] : nil
    return ImportSimilar(
      row: row,
      uid: inVault?.uids.first.map { String(decoding: $0, as: UTF8.self) }
        ?? other.flatMap { rows.client($0).uid?.text },
      id: inVault?.id, otherRow: other.map(rows.number), isCertain: evidence.isCertain,
      weight: evidence.weight, reasons: evidence.reasons.map(SimilarityReason.init))
  }
}

extension StoredPeople {
  fileprivate func comparable(_ person: Int) -> ImportCrowd.Comparable {
    let entry = entry(person)
    let isOver = entry.status == .destroyed || entry.status == .merged
    return ImportCrowd.Comparable(
      sketch: PersonSketch(entry), traits: isOver ? nil : PersonTraits(entry))
  }
}
