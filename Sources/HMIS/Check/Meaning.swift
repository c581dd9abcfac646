/// Why a record counts as meant to be anonymous.
package enum Meaning: String, CaseIterable, Sendable {
  /// It has the profile's last name.
  case lastName
  /// Its last name is nearly the profile's.
  case nearlyLastName
  /// First and last name are exchanged.
  case swapped
  /// Its first name is a UID, or nearly one.
  case uid
  /// Its first name is the profile's.
  case firstName
  /// Its first name is an organization's name.
  case organization
  /// Its SSN is the profile's, which nobody has.
  case ssn

  /// The reason in words, behind "counted as meant to be anonymous because".
  package var words: String {
    switch self {
    case .lastName: "the last name says so"
    case .nearlyLastName: "the last name is nearly the one that says so"
    case .swapped: "the first name is the one that should be last"
    case .uid: "the first name is a UID or nearly one"
    case .firstName: "the first name is the one of anonymous clients"
    case .organization: "the first name is an organization's"
    case .ssn: "the SSN is the one of anonymous clients"
    }
  }
}

/// Tells which clients are meant to be anonymous, exactly or nearly; most rows are of others, and
/// must cost next to nothing.
struct MeaningTeller {
  private let context: RuleContext
  private let lastNames: [NameBytes]
  private let firstNames: [NameBytes]
  private let ssns: [[UInt8]]
  private let organizationLengths: Set<Int>

  init(_ context: RuleContext) {
    self.context = context
    lastNames = context.profile.lastNames.map(NameBytes.init)
    firstNames =
      if case .oneOf(let names) = context.profile.firstName { names.map(NameBytes.init) } else {
        []
      }
    // An empty SSN is no sign of anything.
    ssns = context.profile.ssns.filter { !$0.isEmpty }.map { Array($0.utf8) }
    organizationLengths = Set(context.organizations.map(\.utf8.count))
  }

  /// Why a client is meant to be anonymous; nil if there is no sign of it.
  func meaning(first: Span<UInt8>, last: Span<UInt8>, ssn: Span<UInt8>) -> Meaning? {
    let first = first.extracting(first.withoutBlanks)
    let last = last.extracting(last.withoutBlanks)
    if lastNames.contains(where: { last.isName($0) }) { return .lastName }
    if lastNames.contains(where: { last.isNear($0.front) }) { return .nearlyLastName }
    if firstNames.contains(where: { first.isName($0) }) { return .firstName }
    if lastNames.contains(where: { first.isName($0) || first.isNear($0.front) }) { return .swapped }
    if context.profile.firstName == .uid, first.hasDigit, isNearlyUID(first) { return .uid }
    if organizationLengths.contains(first.count),
      context.organizations.contains(first.text.lowercased())
    {
      return .organization
    }
    if ssns.contains(where: { ssn.digitsAre($0) }) { return .ssn }
    return nil
  }

  private func isNearlyUID(_ name: Span<UInt8>) -> Bool {
    let text = name.text
    guard let problem = context.problem(text) else { return context.isUID(text) }
    return switch problem {
    case .letterForDigit, .lostLeadingZero, .scientificNotation, .decimalPoint, .separators: true
    default: false
    }
  }
}

/// A profile's name in small letters, as it is looked for in most rows in vain.
private struct NameBytes {
  let front: [UInt8]
  let back: [UInt8]?

  init(_ name: ProfileName) {
    front = Array(name.front.lowercased().utf8)
    back = name.back.map { Array($0.lowercased().utf8) }
  }
}

extension Span<UInt8> {
  /// Whether the bytes are a name, with whatever PersonalID: which it must be, rules decide.
  fileprivate func isName(_ name: NameBytes) -> Bool {
    guard let back = name.back else { return isEqual(to: name.front) }
    return count >= name.front.count + back.count
      && extracting(first: name.front.count).isEqual(to: name.front)
      && extracting(last: back.count).isEqual(to: back)
  }

  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }

  fileprivate var hasDigit: Bool {
    for place in 0..<count where ASCII.isDigit(self[place]) { return true }
    return false
  }

  /// Whether the bytes are a word in small letters, whatever their case.
  fileprivate func isEqual(to word: [UInt8]) -> Bool {
    guard count == word.count else { return false }
    for place in 0..<count where ASCII.small(self[place]) != word[place] { return false }
    return true
  }

  /// Whether one or two slips make the word of the bytes, but not the word itself: a letter more,
  /// less, another, or two exchanged. Words of fewer than six letters have no slips here: too many
  /// names are near to them.
  fileprivate func isNear(_ word: [UInt8]) -> Bool {
    guard word.count >= 6, abs(count - word.count) <= 2, !isEqual(to: word) else { return false }
    // Two slips leave all but two letters of the word in some order.
    var letters: UInt32 = 0
    for place in 0..<count where ASCII.isSmall(ASCII.small(self[place])) {
      letters |= 1 << UInt32(ASCII.small(self[place]) & 0x1F)
    }
    var wanted: UInt32 = 0
    for letter in word { wanted |= 1 << UInt32(letter & 0x1F) }
    guard (wanted & ~letters).nonzeroBitCount <= 2 else { return false }
    return slips(word) <= (word.count >= 8 ? 2 : 1)
  }

  /// The Damerau–Levenshtein distance, where letters that were exchanged count once.
  private func slips(_ word: [UInt8]) -> Int {
    var before: [Int] = []
    var above = Array(0...word.count)
    for row in 1...Swift.max(1, count) where row <= count {
      var line = [row] + Array(repeating: 0, count: word.count)
      let letter = ASCII.small(self[row - 1])
      for column in 1...word.count {
        let cost = letter == word[column - 1] ? 0 : 1
        var least = Swift.min(line[column - 1] + 1, above[column] + 1, above[column - 1] + cost)
        if row > 1, column > 1, letter == word[column - 2],
          ASCII.small(self[row - 2]) == word[column - 1]
        {
          least = Swift.min(least, before[column - 2] + 1)
        }
        line[column] = least
      }
      (before, above) = (above, line)
    }
    return above[word.count]
  }

  /// Whether the digits among the bytes, or the x for digits left out, are these.
  fileprivate func digitsAre(_ digits: [UInt8]) -> Bool {
    guard count == digits.count || count == digits.count + 2 else { return false }
    var found = 0
    for place in 0..<count where self[place] != 0x2D {
      guard found < digits.count, ASCII.small(self[place]) == digits[found] else { return false }
      found += 1
    }
    return found == digits.count
  }
}
