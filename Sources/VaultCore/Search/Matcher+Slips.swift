/// What only a forgiving pass compares.
extension Matcher {
  func meetShortName(
    _ typed: Range<Int>, _ view: EntryView, _ bytes: RawSpan
  ) -> Meeting? {
    let word = unsafe set.text.span.bytes.extracting(typed)
    var best: Meeting?
    view.forEachName(in: bytes) { kind, range in
      let (whole, start) = slips(word, in: range, of: bytes)
      guard whole || start else { return }
      let score = (whole ? NameWeight.slip : NameWeight.startSlip) + NameWeight.bonus(kind)
      let merit = Merit(score, .similar, words: 1)
      if let known = best, merit <= known.merit { return }
      best = Meeting(merit: merit, field: MatchReason.Field(kind))
    }
    return best
  }

  /// Whether a part of a name, or of three letters its beginning, is a slip away from a word.
  private func slips(
    _ word: RawSpan, in name: Range<Int>, of bytes: RawSpan
  ) -> (whole: Bool, start: Bool) {
    var (whole, start) = (false, false)
    var first = name.lowerBound
    while first < name.upperBound {
      var end = first
      while end < name.upperBound, bytes.byte(end) != UInt8(ascii: " ") { end += 1 }
      if OneSlip.parts(word, bytes, first..<end) {
        whole = true
      } else if word.byteCount == 3, end - first > 3,
        OneSlip.parts(word, bytes, first..<(first + 3))
      {
        start = true
      }
      first = end + 1
    }
    return (whole, start)
  }

  func meetTogether(_ typed: Range<Int>, _ view: EntryView, _ bytes: RawSpan) -> Meeting? {
    let word = unsafe set.text.span.bytes.extracting(typed)
    var isMet = false
    view.forEachName(in: bytes) { _, name in
      guard !isMet else { return }
      bytes.forEachPart(of: name) { first in
        let count = word.common(from: 0, with: bytes, first..<name.upperBound).whole
        guard count >= 2, count < word.byteCount - 1 else { return }
        view.forEachName(in: bytes) { _, other in
          guard other != name else { return }
          bytes.forEachPart(of: other) { start in
            let rest = word.common(from: count, with: bytes, start..<other.upperBound)
            if rest.all == word.byteCount - count { isMet = true }
          }
        }
      }
    }
    guard isMet else { return nil }
    return Meeting(merit: Merit(NameWeight.start, .similar, words: 1), field: .surname)
  }
}

extension RawSpan {
  private static let space = UInt8(ascii: " ")

  /// Calls `body` with the start of each part of a name.
  fileprivate func forEachPart(of name: Range<Int>, _ body: (Int) -> Void) {
    for index in name where index == name.lowerBound || byte(index - 1) == Self.space {
      body(index)
    }
  }

  /// How many bytes from one on are the same as in a name, whose spaces count for nothing: in all,
  /// and up to the last end of a part.
  fileprivate func common(
    from start: Int, with other: RawSpan, _ name: Range<Int>
  ) -> (all: Int, whole: Int) {
    var (count, whole, index) = (0, 0, name.lowerBound)
    while index < name.upperBound {
      if other.byte(index) == Self.space {
        whole = count
      } else {
        guard start + count < byteCount, byte(start + count) == other.byte(index) else {
          return (count, whole)
        }
        count += 1
      }
      index += 1
    }
    return (count, count)
  }
}
