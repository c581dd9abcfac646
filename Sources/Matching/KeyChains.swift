/// A hash table from packed keys to people, compact and without keys: nodes of
/// one bucket are chained and told apart by the key's 32-bit hash. Two keys
/// of one hash give a candidate too many, which the evidence refuses.
struct KeyChains: Sendable {
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
  static let groupLimit = 32
  /// A group that cannot be narrowed further is kept up to this size.
  static let narrowLimit = 512

  private static let end = UInt32.max
  private var heads: [UInt32]
  private var nodes: [Node] = []
  /// A bit for every hash that is there, sixteen a bucket: most of what is asked
  /// for is not, and this is small enough to say so out of the cache.
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
    switch key.overflow {
    case .narrowedByYear:
      if push(KeyChains.hash(key.bits), entry, limit: KeyChains.groupLimit) { return }
      let narrowed = KeyChains.hash(key.narrowed(to: entry.year))
      _ = push(narrowed, entry, limit: KeyChains.narrowLimit)
    case .leftToOthers: _ = push(KeyChains.hash(key.bits), entry, limit: KeyChains.groupLimit)
    case .bounded: _ = push(KeyChains.hash(key.bits), entry, limit: KeyChains.narrowLimit)
    }
  }

  /// Visits the people under a key; of an oversized group those who were born
  /// in the year or next to it, or of whom no year is known; of one that is left
  /// to other keys nobody. A `year` of 0 is unknown.
  ///
  /// - Returns: whether the group is oversized.
  func forEach(_ key: CandidateKey, year: UInt16, _ body: (UInt32) -> Void) -> Bool {
    let hash = KeyChains.hash(key.bits)
    let count = count(hash)
    guard count > 0 else { return false }
    let isFull = count >= KeyChains.groupLimit
    if isFull, key.overflow == .leftToOthers { return true }
    guard isFull, key.overflow == .narrowedByYear else {
      walk(hash) { body($0.id) }
      return isFull
    }
    walk(hash) { node in
      let isNear = year <= node.year + 1 && node.year <= year + 1
      if year == 0 || node.year == 0 || isNear { body(node.id) }
    }
    walk(KeyChains.hash(key.narrowed(to: 0))) { body($0.id) }
    guard year > 0 else { return true }
    for near in max(1, year - 1)...(year + 1) {
      walk(KeyChains.hash(key.narrowed(to: near))) { body($0.id) }
    }
    return true
  }

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
    let bit = Int(hash) & (presence.count * 64 - 1)
    return presence[bit >> 6] & 1 << UInt64(bit & 63) != 0
  }

  private mutating func note(_ hash: UInt32) {
    let bit = Int(hash) & (presence.count * 64 - 1)
    presence[bit >> 6] |= 1 << UInt64(bit & 63)
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
