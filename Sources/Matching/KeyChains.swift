/// A hash table from packed keys to people, compact and without keys: nodes of
/// one bucket are chained and told apart by the key's 32-bit hash. Two keys
/// of one hash give a candidate too many, which the evidence refuses.
struct KeyChains: ~Copyable, Sendable {
  /// A person as filed.
  struct Entry {
    let id: UInt32
    /// The birth year, 0 if unknown.
    let year: UInt16
  }

  private struct Node {
    let hash: UInt32
    let id: UInt32
    var next: UInt32
    let year: UInt16
    /// How many of the same hash were there with this one.
    let rank: UInt16
  }

  /// A group up to this size is looked through as a whole.
  static let groupLimit = 8
  /// The most people of a group that are looked through if no year narrows it.
  static let anyYearLimit = 512

  private static let end = UInt32.max
  private var heads: [UInt32]
  private var nodes: [Node] = []
  /// Two bits for every hash that is there, in one word for four buckets: most
  /// of what is asked for is not, and this is small enough to say so quickly.
  private var presence: [UInt64]

  /// Makes an empty table for about so many entries.
  init(expecting entries: Int) {
    var buckets = 1_024
    while buckets < min(entries, 1 << 28) { buckets *= 2 }
    heads = Array(repeating: KeyChains.end, count: buckets)
    presence = Array(repeating: 0, count: buckets / 4)
    nodes.reserveCapacity(entries)
  }

  /// Files a person under a key.
  mutating func insert(_ key: CandidateKey, _ entry: Entry) {
    let hash = KeyChains.hash(key.bits)
    switch key.overflow {
    case .narrowedByYear(let limit):
      if push(hash, entry, limit: KeyChains.groupLimit) { return }
      _ = push(KeyChains.hash(key.narrowed(to: entry.year)), entry, limit: limit)
    case .leftToOthers(let limit), .bounded(let limit): _ = push(hash, entry, limit: limit)
    }
  }

  /// Visits the people under a key; of an oversized group those who were born
  /// in the year or next to it, or of whom no year is known; of one that is left
  /// to other keys nobody. A `year` of 0 is unknown, and may be any.
  ///
  /// - Returns: whether the group is oversized.
  func forEach(_ key: CandidateKey, year: UInt16, _ body: (UInt32) -> Void) -> Bool {
    let hash = KeyChains.hash(key.bits)
    let count = count(hash)
    guard count > 0 else { return false }
    switch key.overflow {
    case .leftToOthers(let limit) where count >= limit: return true
    case .narrowedByYear where count >= KeyChains.groupLimit:
      forEachNear(key, hash, year: year, body)
      return true
    default:
      walk(hash) { body($0.id) }
      return false
    }
  }

  private func forEachNear(
    _ key: CandidateKey, _ hash: UInt32, year: UInt16, _ body: (UInt32) -> Void
  ) {
    walk(hash) { node in
      let isNear = year <= node.year + 1 && node.year <= year + 1
      if year == 0 || node.year == 0 || isNear { body(node.id) }
    }
    walk(KeyChains.hash(key.narrowed(to: 0))) { body($0.id) }
    if year > 0 {
      for near in max(1, year - 1)...(year + 1) {
        walk(KeyChains.hash(key.narrowed(to: near))) { body($0.id) }
      }
    } else {
      forEachInAnyYear(key, body)
    }
  }

  /// Somebody of unknown birth year may be of any, as long as these are not
  /// too many.
  private func forEachInAnyYear(_ key: CandidateKey, _ body: (UInt32) -> Void) {
    var found = 0
    for year in KeyChains.birthYears {
      let hash = KeyChains.hash(key.narrowed(to: year))
      found += count(hash)
      guard found <= KeyChains.anyYearLimit else { return }
      walk(hash) { body($0.id) }
    }
  }

  /// The years of birth that people have.
  private static let birthYears: ClosedRange<UInt16> = 1_900...2_099

  private mutating func push(_ hash: UInt32, _ entry: Entry, limit: Int) -> Bool {
    let rank = count(hash) + 1
    guard rank <= limit else { return false }
    if nodes.count >= heads.count { grow() }
    let bucket = Int(hash) & (heads.count - 1)
    nodes.append(
      Node(hash: hash, id: entry.id, next: heads[bucket], year: entry.year, rank: UInt16(rank)))
    heads[bucket] = UInt32(nodes.count - 1)
    note(hash)
    return true
  }

  @inline(__always)
  private func mayHave(_ hash: UInt32) -> Bool {
    let bits = KeyChains.presenceBits(hash)
    return presence[Int(hash) & (presence.count - 1)] & bits == bits
  }

  private mutating func note(_ hash: UInt32) {
    presence[Int(hash) & (presence.count - 1)] |= KeyChains.presenceBits(hash)
  }

  @inline(__always)
  private static func presenceBits(_ hash: UInt32) -> UInt64 {
    1 << UInt64(hash >> 26) | 1 << UInt64(hash >> 20 & 63)
  }

  /// The latest of a hash comes first in its chain and knows how many there are.
  private func count(_ hash: UInt32) -> Int {
    guard mayHave(hash) else { return 0 }
    var place = heads[Int(hash) & (heads.count - 1)]
    while place != KeyChains.end {
      let node = nodes[Int(place)]
      if node.hash == hash { return Int(node.rank) }
      place = node.next
    }
    return 0
  }

  private func walk(_ hash: UInt32, _ body: (Node) -> Void) {
    guard mayHave(hash) else { return }
    var place = heads[Int(hash) & (heads.count - 1)]
    while place != KeyChains.end {
      let node = nodes[Int(place)]
      if node.hash == hash { body(node) }
      place = node.next
    }
  }

  private mutating func grow() {
    heads = Array(repeating: KeyChains.end, count: heads.count * 2)
    presence = Array(repeating: 0, count: heads.count / 4)
    for place in nodes.indices {
      note(nodes[place].hash)
      let bucket = Int(nodes[place].hash) & (heads.count - 1)
      nodes[place].next = heads[bucket]
      heads[bucket] = UInt32(place)
    }
  }

  /// Mixes all bits of a key into 32.
  ///
  /// Source: the finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
  private static func hash(_ key: UInt64) -> UInt32 {
    var mixed = key
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return UInt32(truncatingIfNeeded: (mixed ^ (mixed >> 31)) >> 16)
  }
}
