/// What in a free text may identify somebody, told by its form alone: it knows no name.
enum TextSigns {
  /// What a text looks like it holds; the worst first. A UID of an anonymous client, which may well
  /// be nine digits, is no SSN.
  static func problems(
    _ text: String, column: String, isUID: (String) -> Bool = { _ in false }
  ) -> [Rule.Problem] {
    let bytes = Array(text.utf8.map(ASCII.small))
    var found: [(Severity, String)] = []
    let runs = digitRuns(bytes)
    let isSSN = { (run: DigitRun) in
      run.groups == [3, 2, 4]
        || run.groups == [9] && !isUID(String(decoding: bytes[run.range], as: UTF8.self))
    }
    if runs.contains(where: isSSN) {
      found.append((.error, "the text has a number like an SSN"))
    }
    if runs.contains(where: { $0.isTelephone }) {
      found.append((.error, "the text has a number like a telephone's"))
    }
    if hasMail(bytes) { found.append((.error, "the text has an e-mail address")) }
    let words = Set(bytes.split { !ASCII.isSmall($0) }.map { String(decoding: $0, as: UTF8.self) })
    let hasDate =
      runs.contains { $0.isDate } || !runs.isEmpty && !words.isDisjoint(with: months)
    if hasDate, !words.isDisjoint(with: birthWords) {
      found.append((.error, "the text has a date beside a word for a birthday"))
    }
    if !words.isDisjoint(with: nameWords) {
      found.append((.note, "the text has a word that mostly stands beside a name"))
    }
    return found.map { Rule.Problem(column: column, severity: $0.0, message: $0.1) }
  }

  /// Whether a text is nothing but digits in groups, as SSNs, telephone numbers and dates are written.
  static func isGroupedNumber(_ text: String) -> Bool {
    // Nearly all keys are one word, and cost nothing.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }) else {
      return false
    }
    let bytes = text.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
    guard let run = digitRuns(bytes).first, run.groups.count > 1,
      bytes.allSatisfy({ ASCII.isDigit($0) || $0 == UInt8(ascii: "-") })
    else { return false }
    return run.groups == [3, 2, 4] || run.isTelephone || run.isDate
  }

  private static let birthWords: Set<String> = ["born", "birthday", "birthdate", "birth", "dob"]
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
  ]
  private static let nameWords: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "name", "named", "aka", "alias", "nickname", "maiden",
  ]

  /// Digits with at most one separator between two of them.
  private struct DigitRun {
    /// Where it stands among the bytes.
    var range: Range<Int>
    /// How many digits stand together.
    var groups: [Int] = [0]

    var digits: Int { groups.reduce(0, +) }
    var isTelephone: Bool {
      [[3, 3, 4], [1, 3, 3, 4], [3, 4]].contains(groups) || groups == [10]
    }
    var isDate: Bool {
      groups.count == 3 && groups.allSatisfy { $0 <= 4 } && (5...8).contains(digits)
    }
  }

  private static func digitRuns(_ bytes: [UInt8]) -> [DigitRun] {
    var runs: [DigitRun] = []
    var place = 0
    while place < bytes.count {
      guard ASCII.isDigit(bytes[place]) else {
        place += 1
        continue
      }
      runs.append(run(bytes, &place))
    }
    return runs
  }

  private static func run(_ bytes: [UInt8], _ place: inout Int) -> DigitRun {
    var run = DigitRun(range: place..<place)
    while place < bytes.count {
      if ASCII.isDigit(bytes[place]) {
        run.groups[run.groups.count - 1] += 1
        place += 1
        run.range = run.range.lowerBound..<place
        continue
      }
      // A telephone may have "555) 010-" in it, so up to two separators.
      var next = place
      while next < bytes.count, next - place < 2, "-. /()".utf8.contains(bytes[next]) { next += 1 }
      guard next > place, next < bytes.count, ASCII.isDigit(bytes[next]) else { return run }
      run.groups.append(0)
      place = next
    }
    return run
  }

  private static func hasMail(_ bytes: [UInt8]) -> Bool {
    let isWord = { (byte: UInt8) in ASCII.isSmall(byte) || ASCII.isDigit(byte) }
    return bytes.indices.contains { place in
      guard bytes[place] == 0x40, place > 0, isWord(bytes[place - 1]) else { return false }
      let domain = bytes[(place + 1)...].prefix { isWord($0) || $0 == 0x2E || $0 == 0x2D }
      guard let point = domain.lastIndex(of: 0x2E) else { return false }
      return point > domain.startIndex && point < domain.endIndex - 2
    }
  }
}
