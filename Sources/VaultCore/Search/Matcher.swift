import Matching

/// Decides whether an entry meets every word of a query, and how well.
struct Matcher: Sendable {
  /// The probes by the word at which they begin.
  private let probes: [[Probe]]
  /// How many words may meet nothing: none at first; one where otherwise nothing is found.
  private let missesAllowed: Int
  private let sieve: Sieve

  init(_ query: Query, missesAllowed: Int = 0) {
    let dates = DateQuery.interpretations(of: query.words, today: query.today.partial)
    probes = query.words.indices.map { Probe.beginning(at: $0, of: query, dates: dates) }
    self.missesAllowed = missesAllowed
    sieve = Sieve(probes, missesAllowed: missesAllowed)
  }

  /// Whether a second, more forgiving pass can find anything that this one does not.
  static func canRelax(_ query: Query) -> Bool { query.words.count >= 3 }

  /// The merit of an entry; nil if it does not meet the query.
  func merit(of view: EntryView, in bytes: RawSpan) -> Merit? {
    guard sieve.passes(view, in: bytes) else { return nil }
    return best(from: 0, misses: missesAllowed, view, bytes)
  }

  /// The best way to use up the words from one on. There are few words, and the first that meets
  /// nothing ends it.
  private func best(
    from start: Int, misses: Int, _ view: EntryView, _ bytes: RawSpan
  ) -> Merit? {
    guard start < probes.count else { return Merit.none }
    var found: Merit?
    for probe in probes[start] {
      guard let met = probe.meet(view, in: bytes)?.merit,
        let rest = best(from: start + probe.words, misses: misses, view, bytes)
      else { continue }
      let merit = met.adding(rest)
      if merit.score > found?.score ?? .min { found = merit }
    }
    if found == nil, misses > 0,
      let rest = best(from: start + 1, misses: misses - 1, view, bytes)
    {
      found = Merit(score: rest.score, worst: .similar)
    }
    return found
  }

  /// Why an entry that has merit is in the answer, word for word.
  func reasons(for view: EntryView, in bytes: RawSpan) -> [MatchReason] {
    var reasons: [MatchReason] = []
    var (start, misses) = (0, missesAllowed)
    while start < probes.count {
      var chosen: (merit: Merit, reason: MatchReason, words: Int)?
      for probe in probes[start] {
        guard let met = probe.meet(view, in: bytes),
          let rest = best(from: start + probe.words, misses: misses, view, bytes)
        else { continue }
        let merit = met.merit.adding(rest)
        if merit.score > chosen?.merit.score ?? .min {
          chosen = (merit, MatchReason(field: met.field, how: met.merit.worst), probe.words)
        }
      }
      if let chosen, !reasons.contains(chosen.reason) { reasons.append(chosen.reason) }
      if chosen == nil { misses -= 1 }
      start += chosen?.words ?? 1
    }
    return reasons
  }
}
