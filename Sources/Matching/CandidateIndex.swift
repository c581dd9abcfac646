/// Finds, among many people in memory, the few worth weighing by `Evidence`
/// against another: for imports, where each of a hundred thousand rows is to be
/// compared with as many people.
///
/// A person is filed under the Social Security number, its last four digits
/// with the birth year, each phone, the birth date (also with the sound of
/// each name), and the sound of each surname with the initial of each given
/// name. A probe looks there, under exchanged names and under the usual slips
/// of the birth date. Groups that grow too large are narrowed by birth year, and
/// what is too large even then is left to the keys that say more.
package struct CandidateIndex: ~Copyable, Sendable {
  private var chains: KeyChains
  /// Birth dates with sounds, apart: the slips of one date ask here a hundred
  /// times, nearly always for nothing.
  private var datedSounds: KeyChains

  /// Makes an empty index.
  ///
  /// - Parameter people: about how many there will be.
  package init(expecting people: Int = 0) {
    chains = KeyChains(expecting: people * 6)
    datedSounds = KeyChains(expecting: people * 2)
  }

  /// Files a person under an id from 0 to 4,294,967,295.
  package mutating func insert(_ person: PersonTraits, id: Int) {
    let year = person.birthDate?.year ?? 0
    let entry = KeyChains.Entry(id: UInt32(id), year: UInt16(year))
    CandidateKeys.filed(person) { key in
      if key.isDatedSound { datedSounds.insert(key, entry) } else { chains.insert(key, entry) }
    }
  }

  /// The ids of everybody who may be the same person, in ascending order.
  package func candidates(for person: PersonTraits) -> [Int] {
    var found: [UInt32] = []
    let year = UInt16(person.birthDate?.year ?? 0)
    CandidateKeys.probed(person) { key in
      key.isDatedSound
        ? datedSounds.forEach(key, year: year) { found.append($0) }
        : chains.forEach(key, year: year) { found.append($0) }
    }
    found.sort()
    var ids: [Int] = []
    ids.reserveCapacity(found.count)
    for id in found where ids.last != Int(id) { ids.append(Int(id)) }
    return ids
  }
}
