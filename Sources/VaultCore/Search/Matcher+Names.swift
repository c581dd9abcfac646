import Matching

extension Matcher {
  /// Compares an entry with a probe; nil if they do not meet.
  func meet(_ probe: Probe, _ view: EntryView, _ bytes: RawSpan) -> Meeting? {
    switch probe.kind {
    case .name(let pattern): meetName(pattern, words: probe.words, view, bytes)
    case .names(let patterns): meetNames(patterns, view, bytes)
    case .shortName(let range): meetShortName(range, view, bytes)
    case .together(let range): meetTogether(range, view, bytes)
    default: meetNumber(probe, view, bytes)
    }
  }

  /// How much a name says that a word met whole.
  enum NameWeight {
    static let exact = 100
    /// Nothing in the name is left over.
    static let whole = 3
    static let start = 60
    /// For each letter that was typed of a beginning.
    static let startLetter = 2
    static let slip = 40
    static let startSlip = 30
    /// For each slip beyond the first.
    static let furtherSlip = 15
    /// Fingers seldom slip on the first letter.
    static let firstLetter = 4

    /// A surname says most; a suffix hardly anything.
    static func bonus(_ kind: NameKind) -> Int {
      switch kind {
      case .surname: 10
      case .given: 5
      case .preferred, .alias: 2
      case .middle: 0
      case .suffix: -40
      }
    }
  }

  private func meetName(
    _ pattern: Int, words: Int, _ view: EntryView, _ bytes: RawSpan
  ) -> Meeting? {
    var best: Meeting?
    view.forEachName(in: bytes) { kind, range in
      let likeness = set.patterns[pattern].likeness(to: bytes.extracting(range))
      // Words written together by us are long: two slips in them would join strangers' names.
      guard let likeness, words == 1 || likeness <= .similar(edits: 1) else { return }
      let merit = merit(of: likeness, to: pattern, words: words, kind, bytes, range)
      if let known = best, merit <= known.merit { return }
      best = Meeting(merit: merit, field: MatchReason.Field(kind))
    }
    return best
  }

  private func merit(
    of likeness: NameLikeness, to pattern: Int, words: Int, _ kind: NameKind, _ bytes: RawSpan,
    _ range: Range<Int>
  ) -> Merit {
    let bonus = NameWeight.bonus(kind)
    let isSameFirst = bytes.byte(range.lowerBound) == set.patterns[pattern].firstByte
    let first = isSameFirst ? NameWeight.firstLetter : 0
    let (score, how): (Int, MatchReason.How) =
      switch likeness {
      case .exact:
        (
          NameWeight.exact + (range.count == set.patterns[pattern].letters ? NameWeight.whole : 0),
          .exact
        )
      case .prefix:
        (NameWeight.start + NameWeight.startLetter * min(10, set.patterns[pattern].letters), .start)
      case .similar(let edits):
        (NameWeight.slip - NameWeight.furtherSlip * (edits - 1) + first, .similar)
      case .similarPrefix(let edits):
        (NameWeight.startSlip - NameWeight.furtherSlip * (edits - 1) + first, .similar)
      }
    // Written together counts for as many words as it uses up.
    return Merit((score + bonus) * words, how, words: words)
  }

  private func meetNames(
    _ patterns: Range<Int>, _ view: EntryView, _ bytes: RawSpan
  ) -> Meeting? {
    var merit = Merit.none
    var field: MatchReason.Field?
    for pattern in patterns {
      guard let met = meetName(pattern, words: 1, view, bytes) else { return nil }
      merit = merit.adding(met.merit)
      if field == nil || met.field == .surname { field = met.field }
    }
    guard let field else { return nil }
    // One word, however many names it held, of which none was written so.
    merit.score = merit.score / patterns.count - NameWeight.whole
    merit.wholeWords = merit.worst == .exact ? 1 : 0
    return Meeting(merit: merit, field: field)
  }
}
