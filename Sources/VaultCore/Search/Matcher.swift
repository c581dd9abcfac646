import Matching

/// Decides whether an entry meets every word of a query, and how well.
///
/// It looks at each entry of the vault: nothing here allocates for those that do not meet it.
struct Matcher: Sendable {
  let set: ProbeSet
  /// How many words may meet nothing, where at least two others meet something whole.
  private let missesAllowed: Int

  init(_ query: Query, _ rigour: ProbeSet.Rigour) {
    set = ProbeSet(query, rigour)
    missesAllowed = rigour == .forgiving && query.words.count >= 3 ? 1 : 0
  }

  /// What one probe met.
  struct Meeting {
    let merit: Merit
    let field: MatchReason.Field
  }

  /// The merit of an entry; nil if it does not meet the query.
  func merit(of view: EntryView, in bytes: RawSpan) -> Merit? {
    guard let merit = best(from: 0, misses: missesAllowed, view, bytes) else { return nil }
    return merit.missedWords == 0 || merit.wholeWords >= 2 ? merit : nil
  }

  /// The best way to use up the words from one on. There are few words, and the first that meets
  /// nothing ends it, so that nothing need be remembered.
  private func best(
    from place: Int, misses: Int, _ view: EntryView, _ bytes: RawSpan
  ) -> Merit? {
    guard place < set.wordCount else { return Merit.none }
    var found: Merit?
    for number in set.starts[place]..<set.starts[place + 1] {
      let probe = set.probes[number]
      guard let met = meet(probe, view, bytes)?.merit,
        let rest = best(from: place + probe.words, misses: misses, view, bytes)
      else { continue }
      let merit = met.adding(rest)
      if let known = found, merit <= known { continue }
      found = merit
    }
    guard misses > 0, found == nil || found?.missedWords != 0,
      let rest = best(from: place + 1, misses: misses - 1, view, bytes)
    else { return found }
    let merit = Merit.missed.adding(rest)
    if let known = found, merit <= known { return found }
    return merit
  }

  /// Why an entry that has merit is in the answer, word for word.
  func reasons(for view: EntryView, in bytes: RawSpan) -> [MatchReason] {
    var reasons: [MatchReason] = []
    var (place, misses) = (0, missesAllowed)
    while place < set.wordCount {
      guard let step = step(from: place, misses: misses, view, bytes) else {
        // Where no probe leads on, the word was missed.
        guard misses > 0 else { break }
        (place, misses) = (place + 1, misses - 1)
        continue
      }
      let reason = MatchReason(field: step.met.field, how: step.met.merit.worst)
      if !reasons.contains(reason) { reasons.append(reason) }
      place += step.words
    }
    return reasons
  }

  /// The probe by which the best way goes on; nil where that misses a word.
  private func step(
    from place: Int, misses: Int, _ view: EntryView, _ bytes: RawSpan
  ) -> (met: Meeting, words: Int)? {
    guard let best = best(from: place, misses: misses, view, bytes) else { return nil }
    for number in set.starts[place]..<set.starts[place + 1] {
      let probe = set.probes[number]
      guard let met = meet(probe, view, bytes),
        let rest = self.best(from: place + probe.words, misses: misses, view, bytes)
      else { continue }
      if met.merit.adding(rest) == best { return (met, probe.words) }
    }
    return nil
  }
}
