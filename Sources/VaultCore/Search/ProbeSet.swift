import Matching

/// All the ways in which the words of a query can meet an entry, and what they compare with.
struct ProbeSet: Sendable {
  private(set) var patterns: [NamePattern] = []
  /// What the patterns refer to, kept as long as they are.
  private var tables: [NamePattern.Tables] = []
  /// UIDs, digits and short names, one after the other.
  private(set) var text: [UInt8] = []
  /// By the word at which they begin.
  private(set) var probes: [Probe] = []
  /// The place of each word's first probe, and the end.
  private(set) var starts: [Int] = [0]

  /// How forgiving a pass is.
  enum Rigour: Sendable {
    /// As always.
    case usual
    /// Where the usual finds nobody: slips in short names, dates and numbers, spaces forgotten.
    case forgiving
  }

  /// Most neighbouring words that are also tried written together.
  private static let nameLimit = 3
  private static let numberLimit = 4

  init(_ query: Query, _ rigour: Rigour) {
    let dates = DateQuery.interpretations(of: query.words, today: query.today.partial)
    for start in query.words.indices {
      addNumbers(query.words[start...].prefix(Self.numberLimit), rigour)
      for date in dates where date.words.lowerBound == start {
        add(.date(date), words: date.words.count)
        if rigour == .forgiving { add(.dateSlip(date), words: date.words.count) }
      }
      addNames(query.words[start...].prefix(Self.nameLimit), rigour)
      starts.append(probes.count)
    }
  }

  /// How many words the query has.
  var wordCount: Int { starts.count - 1 }

  private mutating func add(_ kind: Probe.Kind, words: Int) {
    probes.append(Probe(words: words, kind: kind))
  }

  private mutating func keep(_ bytes: some Collection<UInt8>) -> Range<Int> {
    text.append(contentsOf: bytes)
    return (text.count - bytes.count)..<text.count
  }
}

// MARK: Names

extension ProbeSet {
  private mutating func addNames(_ words: ArraySlice<String>, _ rigour: Rigour) {
    for count in 1...words.count {
      let joined = words.prefix(count).joined()
      // A word of digits alone is nobody's name.
      guard joined.contains(where: \.isLetter) else { continue }
      if let pattern = pattern(FoldedName(joined)) { add(.name(pattern: pattern), words: count) }
    }
    guard let first = words.first.map(FoldedName.init), first.text.contains(where: \.isLetter)
    else { return }
    let parts = first.parts
    if parts.count > 1 { add(names: parts) }
    guard rigour == .forgiving else { return }
    let letters = first.joined
    if parts.count == 1, Self.shortLetters.contains(letters.text.utf8.count) {
      add(.shortName(keep(letters.bytes)), words: 1)
    }
    if letters.text.utf8.count >= Self.togetherBytes {
      add(.together(keep(letters.bytes)), words: 1)
    }
  }

  /// Those of whom the usual pass forgives no slip; one letter is an initial.
  private static let shortLetters = 2...3

  /// Two names of two letters.
  private static let togetherBytes = 4

  private mutating func add(names parts: [FoldedName]) {
    let start = patterns.count
    for part in parts { _ = pattern(part) }
    guard patterns.count == start + parts.count else { return }
    add(.names(patterns: start..<patterns.count), words: 1)
  }

  private mutating func pattern(_ word: FoldedName) -> Int? {
    guard let tables = NamePattern.Tables(word) else { return nil }
    self.tables.append(tables)
    unsafe patterns.append(NamePattern(keptElsewhere: tables))
    return patterns.count - 1
  }
}

// MARK: Numbers

extension ProbeSet {
  private mutating func addNumbers(_ words: ArraySlice<String>, _ rigour: Rigour) {
    guard let first = words.first else { return }
    if first.hasPrefix("@") {
      if let prefix = ClientIDPrefix(first) { add(.id(prefix), words: 1) }
      return
    }
    for count in 1...words.count {
      let joined = words.prefix(count).joined()
      addUID(joined, words: count, rigour)
      guard words.prefix(count).allSatisfy(Self.isNumber) else { continue }
      addDigits(joined.utf8.filter(\.isDigit), words: count, rigour)
    }
  }

  private mutating func addUID(_ text: String, words: Int, _ rigour: Rigour) {
    let capitals = DirectoryEntry.searchForm(text)
    guard Self.uidLetters.contains(capitals.count), capitals.allSatisfy(\.isAlphanumeric) else {
      return
    }
    // A name is seldom meant as a part of a UID; a whole one has a digit.
    guard rigour == .forgiving || capitals.contains(where: \.isDigit) else { return }
    let range = keep(capitals)
    // Typed in groups, it is typed whole.
    add(.uid(range, words == 1 ? .part : .whole), words: words)
    guard rigour == .forgiving, capitals.contains(where: \.isDigit) else { return }
    if capitals.count >= Self.slipDigits { add(.uidSlip(range), words: words) }
    let likely = capitals.map(Self.likelyDigit)
    if likely != capitals { add(.uidSlip(keep(likely)), words: words) }
  }

  /// A part of a UID has three letters at least; none is longer than 32.
  private static let uidLetters = 3...32
  /// Fewer digits resemble too many numbers to forgive a slip.
  private static let slipDigits = 5

  /// The digit for which a letter was read from paper.
  private static func likelyDigit(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "O"): UInt8(ascii: "0")
    case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
    default: letter
    }
  }

  private mutating func addDigits(_ typed: [UInt8], words: Int, _ rigour: Rigour) {
    guard Self.digits.contains(typed.count) else { return }
    // The country's 1 in front may be stored or not.
    let hasCountry = typed.count == Self.nationalDigits + 1 && typed[0] == UInt8(ascii: "1")
    let phone = keep(typed.dropFirst(hasCountry ? 1 : 0))
    add(.phone(phone), words: words)
    if typed.count <= Self.ssnDigits { add(.ssn(keep(typed)), words: words) }
    guard rigour == .forgiving else { return }
    if phone.count >= Self.localDigits { add(.phoneSlip(phone), words: words) }
    if typed.count == Self.ssnDigits { add(.ssnSlip(keep(typed)), words: words) }
  }

  /// Four digits at least; no phone has more than twenty.
  private static let digits = 4...20
  static let ssnDigits = 9
  /// A phone number without its area.
  static let localDigits = 7
  static let nationalDigits = 10

  private static func isNumber(_ word: String) -> Bool {
    word.utf8.allSatisfy { $0.isDigit || numberMarks.contains($0) }
  }

  private static let numberMarks = Set("()-.+".utf8)
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  fileprivate var isAlphanumeric: Bool {
    isDigit || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self & ~0x20)
  }
}
