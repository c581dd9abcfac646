import Matching

/// What somebody searches for: words in any order.
package struct Query: Sendable {
  /// The words as typed, without those that have neither letter nor digit.
  let words: [String]
  let today: Today

  /// Why a text cannot be searched for.
  package enum Problem: Error, Equatable, Sendable {
    /// No letter and no digit.
    case empty
    /// More words or characters than anybody's name, date and number take.
    case tooLong
    /// A control character, or one that turns the direction of writing.
    case unsafeCharacter
  }

  static let wordLimit = 16
  private static let characterLimit = 200
  /// A character can have any number of marks.
  private static let byteLimit = 800

  /// Takes a typed query.
  ///
  /// - Throws: `.empty`, `.tooLong` (more than 16 words, 200 characters or 800 bytes),
  ///   `.unsafeCharacter`.
  package init(_ typed: String, today: Today) throws(Problem) {
    guard typed.utf8.count <= Self.byteLimit, typed.count <= Self.characterLimit else {
      throw .tooLong
    }
    guard !typed.unicodeScalars.contains(where: { TextRules.isUnsafe($0) && $0 != "\t" }) else {
      throw .unsafeCharacter
    }
    var words = typed.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
    words.removeAll { !$0.contains { $0.isLetter || $0.isNumber } }
    // What is pasted from HMIS has the last name behind the UID.
    if words.count > 1, words.contains(where: { $0.contains(where: \.isNumber) }) {
      words.removeAll { $0.lowercased() == "anonymous" }
    }
    guard !words.isEmpty else { throw .empty }
    guard words.count <= Self.wordLimit else { throw .tooLong }
    self.words = words
    self.today = today
  }
}
