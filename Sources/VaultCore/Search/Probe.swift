import Matching

/// One way in which some neighbouring words of a query can meet an entry.
///
/// Nicknames and sounds will be further ways.
struct Probe: Sendable {
  /// How many words it uses up.
  let words: Int
  private let kind: Kind

  private enum Kind: Sendable {
    case name(NamePattern)
    case date(DateQuery)
    /// ASCII capitals and digits.
    case uid([UInt8])
    case phone([UInt8])
    case ssnEnd([UInt8])
    case id(ClientIDPrefix)
  }

  /// A pattern's tables are a kilobyte: they are referred to, as a copy for each entry would cost
  /// more than the comparison.
  private final class NamePattern: Sendable {
    let word: WordPattern
    let letters: LetterSet

    init(_ word: WordPattern) {
      self.word = word
      letters = LetterSet(word.plainLetters)
    }
  }

  /// Compares with an entry without allocating; nil if they do not meet.
  func meet(_ view: EntryView, in bytes: RawSpan) -> (merit: Merit, field: MatchReason.Field)? {
    switch kind {
    case .name(let pattern): meetName(pattern, view, bytes)
    case .date(let date): meetDate(date, view, bytes)
    case .uid(let uid): meetUID(uid, view, bytes)
    case .phone(let digits): meetPhone(digits, view, bytes)
    case .ssnEnd(let digits): meetSSN(digits, view, bytes)
    case .id(let prefix):
      prefix.matches(view.idNumber(in: bytes)) ? (Merit(score: 400, worst: .exact), .id) : nil
    }
  }
}

// MARK: Sieving

extension Probe {
  /// What an entry must have at least to meet this probe.
  var need: Sieve.Need {
    switch kind {
    case .name(let pattern):
      .name(pattern.letters, lacking: pattern.word.budget)
    case .uid(let uid): .uid(LetterSet(uid))
    case .date(let date): .birth(year: date.year, month: date.month, day: date.day)
    case .phone, .ssnEnd, .id: .nothing
    }
  }
}

// MARK: Making

extension Probe {
  /// Most neighbouring words that are also tried written together.
  private static let joinedLimit = 3

  /// All probes that begin at a word, the most specific first.
  static func beginning(at start: Int, of query: Query, dates: [DateQuery]) -> [Probe] {
    let word = query.words[start]
    var probes = numbers(word)
    probes += dates.filter { $0.words.lowerBound == start }
      .map { Probe(words: $0.words.count, kind: .date($0)) }
    for count in 1...joinedLimit where start + count <= query.words.count {
      let joined = query.words[start..<(start + count)].joined()
      // A word of digits alone is nobody's name.
      guard joined.contains(where: \.isLetter) else { continue }
      if let pattern = WordPattern(FoldedName(joined)) {
        probes.append(Probe(words: count, kind: .name(NamePattern(pattern))))
      }
    }
    return probes
  }

  private static func numbers(_ word: String) -> [Probe] {
    if word.hasPrefix("@") {
      return ClientIDPrefix(word).map { [Probe(words: 1, kind: .id($0))] } ?? []
    }
    var probes: [Probe] = []
    let capitals = DirectoryEntry.searchForm(word)
    if capitals.count >= 3, capitals.count <= 32, capitals.allSatisfy(isAlphanumeric) {
      probes.append(Probe(words: 1, kind: .uid(capitals)))
    }
    let digits = Array(word.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    let isNumber = word.utf8.allSatisfy { !isLetter($0) && $0 < 0x80 && $0 != UInt8(ascii: "/") }
    if isNumber, digits.count >= 3 { probes.append(Probe(words: 1, kind: .phone(digits))) }
    if isNumber, digits.count == 4 || digits.count == 9 {
      probes.append(Probe(words: 1, kind: .ssnEnd(digits)))
    }
    return probes
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & ~0x20)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

// MARK: Meeting

extension Probe {
  private typealias Meeting = (merit: Merit, field: MatchReason.Field)

  private func meetName(
    _ pattern: NamePattern, _ view: EntryView, _ bytes: RawSpan
  ) -> Meeting? {
    var best: NameLikeness?
    var kind = NameKind.given
    view.forEachName(in: bytes) { candidate, range in
      // Of several names of an entry that passed the sieve, one or two did.
      let letters = LetterSet(of: bytes, in: range)
      guard pattern.letters.occurs(in: letters, lacking: pattern.word.budget),
        let likeness = pattern.word.likeness(to: bytes.extracting(range))
      else { return }
      // Words written together by us are long: two slips in them would join strangers' names.
      guard words == 1 || likeness <= .similar(edits: 1) else { return }
      if best.map({ likeness < $0 }) ?? true { (best, kind) = (likeness, candidate) }
    }
    guard let best else { return nil }
    // Written together counts for as many words as it uses up; a surname says most.
    let bonus = kind == .surname ? 10 : kind == .given ? 5 : 0
    let (score, how): (Int, MatchReason.How) =
      switch best {
      case .exact: (100, .exact)
      case .prefix: (70, .part)
      case .similar(let edits): (50 / (edits + 1) + 10, .similar)
      case .similarPrefix(let edits): (30 / (edits + 1) + 5, .similar)
      }
    return (Merit(score: score * words + bonus, worst: how), MatchReason.Field(kind))
  }

  private func meetDate(_ date: DateQuery, _ view: EntryView, _ bytes: RawSpan) -> Meeting? {
    let birth = view.birth(in: bytes)
    guard birth.year != 0 else { return nil }
    if let year = date.year, year != birth.year { return nil }
    if let month = date.month, month != birth.month { return nil }
    if let day = date.day, day != birth.day { return nil }
    let parts = (date.year == nil ? 0 : 1, (date.month == nil ? 0 : 1) + (date.day == nil ? 0 : 1))
    switch parts {
    case (1, 2): return (Merit(score: 250, worst: .exact), .birthDate)
    case (1, 1): return (Merit(score: 150, worst: .part), .birthDate)
    case (1, _): return (Merit(score: 60, worst: .part), .birthYear)
    case (_, 2): return (Merit(score: 120, worst: .part), .birthDate)
    default: return (Merit(score: 20, worst: .part), .birthDate)
    }
  }

  private func meetUID(_ uid: [UInt8], _ view: EntryView, _ bytes: RawSpan) -> Meeting? {
    var meeting: Meeting?
    view.forEachUID(in: bytes) { range in
      guard bytes.contains(uid, in: range) else { return }
      if range.count == uid.count {
        meeting = (Merit(score: 400, worst: .exact), .uid)
      } else if meeting == nil {
        meeting = (Merit(score: 90, worst: .part), .uid)
      }
    }
    return meeting
  }

  private func meetPhone(_ digits: [UInt8], _ view: EntryView, _ bytes: RawSpan) -> Meeting? {
    var meeting: Meeting?
    view.forEachPhone(in: bytes) { range in
      guard meeting == nil, bytes.contains(digits, in: range) else { return }
      meeting =
        digits.count >= 7
        ? (Merit(score: 200, worst: .exact), .phone) : (Merit(score: 80, worst: .part), .phone)
    }
    return meeting
  }

  private func meetSSN(_ digits: [UInt8], _ view: EntryView, _ bytes: RawSpan) -> Meeting? {
    let range = view.ssn(in: bytes)
    guard !range.isEmpty, bytes.ends(range, with: digits) else { return nil }
    return digits.count == 9
      ? (Merit(score: 300, worst: .exact), .ssn) : (Merit(score: 100, worst: .part), .ssn)
  }
}
