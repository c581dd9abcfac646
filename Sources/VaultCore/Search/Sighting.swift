/// Where an entry that meets a query stands, and how it compares with others that do.
struct Sighting: Sendable {
  let merit: Merit
  let block: Int
  /// Where the entry's length stands in its block.
  let offset: Int
  private let name: NameKey
  private let id: UInt64

  init(_ merit: Merit, _ view: EntryView, in bytes: RawSpan, block: Int) {
    self.merit = merit
    self.block = block
    offset = view.range.lowerBound - 2
    name = NameKey(view, in: bytes)
    id = view.idNumber(in: bytes)
  }

  /// The first letters of surname and given name, as numbers: memory of their own would cost more
  /// than all the comparing.
  private struct NameKey: Sendable {
    private var surname: (UInt64, UInt64) = (.max, .max)
    private var given: UInt64 = .max

    init(_ view: EntryView, in bytes: RawSpan) {
      view.forEachName(in: bytes) { kind, range in
        switch kind {
        case .surname:
          surname = (Self.letters(bytes, range, from: 0), Self.letters(bytes, range, from: 8))
        case .given: given = Self.letters(bytes, range, from: 0)
        default: break
        }
      }
    }

    private static func letters(
      _ bytes: RawSpan, _ range: Range<Int>, from start: Int
    ) -> UInt64 {
      var letters: UInt64 = 0
      for index in start..<(start + 8) {
        letters = letters << 8
        if index < range.count { letters |= UInt64(bytes.byte(range.lowerBound + index)) }
      }
      return letters
    }

    static func < (one: NameKey, other: NameKey) -> Bool {
      (one.surname.0, one.surname.1, one.given) < (other.surname.0, other.surname.1, other.given)
    }
  }

  /// Better evidence first, then by surname, given name and id.
  static func comesBefore(_ one: Sighting, _ other: Sighting) -> Bool {
    if one.merit != other.merit { return one.merit > other.merit }
    if one.name < other.name { return true }
    if other.name < one.name { return false }
    return one.id < other.id
  }
}

/// The best of what was sighted, and how much there was.
struct Sightings: Sendable {
  private let limit: Int
  private(set) var total = 0
  private var kept: [Sighting] = []

  /// Keeps at most `limit`.
  init(limit: Int) {
    self.limit = limit
  }

  mutating func add(_ sighting: Sighting) {
    total += 1
    kept.append(sighting)
    // Now and then, so that all the sorting costs little more than looking at each.
    if kept.count >= 4 * limit { cut() }
  }

  mutating func add(_ others: Sightings) {
    total += others.total
    kept += others.kept
  }

  private mutating func cut() {
    kept.sort(by: Sighting.comesBefore)
    kept.removeLast(max(0, kept.count - limit))
  }

  /// The best, in order.
  func best() -> [Sighting] {
    var copy = self
    copy.cut()
    return copy.kept
  }
}
