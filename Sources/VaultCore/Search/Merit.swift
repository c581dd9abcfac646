/// How well the words of a query met an entry, together.
///
/// Ordered so that whole things come before parts and these before slips, and within that by how
/// much the evidence says.
struct Merit: Comparable, Sendable {
  /// The more, the better the evidence.
  var score: Int
  /// How the word met that met it worst.
  var worst: MatchReason.How
  /// How many words met something whole.
  var wholeWords: Int

  /// How many words met nothing.
  var missedWords = 0

  /// What no words have yet.
  static let none = Merit(score: 0, worst: .exact, wholeWords: 0)
  /// What a word has that met nothing.
  static let missed = Merit(score: 0, worst: .similar, wholeWords: 0, missedWords: 1)

  private init(score: Int, worst: MatchReason.How, wholeWords: Int, missedWords: Int = 0) {
    self.score = score
    self.worst = worst
    self.wholeWords = wholeWords
    self.missedWords = missedWords
  }

  /// What some words have that met one thing.
  init(_ score: Int, _ how: MatchReason.How, words: Int) {
    self.init(score: score, worst: how, wholeWords: how == .exact ? words : 0)
  }

  func adding(_ other: Merit) -> Merit {
    Merit(
      score: score + other.score, worst: min(worst, other.worst),
      wholeWords: wholeWords + other.wholeWords, missedWords: missedWords + other.missedWords)
  }

  /// How sure it is that this person was meant.
  var strength: SearchHit.Strength {
    switch worst {
    case .exact: .exact
    case .start, .end, .part: .strong
    case .similar: .similar
    }
  }

  /// The parts of what is compared, the most important first.
  private var rank: (UInt8, Int) {
    switch strength {
    case .exact: (2, score)
    case .strong: (1, score)
    case .similar: (0, score)
    }
  }

  static func < (one: Merit, other: Merit) -> Bool { one.rank < other.rank }

  static func == (one: Merit, other: Merit) -> Bool { one.rank == other.rank }
}
