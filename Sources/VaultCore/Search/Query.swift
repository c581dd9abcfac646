import Matching

/// What somebody searches for: words in any order.
package struct Query: Sendable {
  /// The words as typed.
  let words: [String]
  let today: Today

  /// Why a text cannot be searched for.
  package enum Problem: Error, Equatable, Sendable {
    /// Nothing but blanks.
    case empty
    /// More words or characters than anybody's name, date and number take.
    case tooLong
    /// A control character, or one that turns the direction of writing.
    case unsafeCharacter
  }

  private static let wordLimit = 16
  private static let byteLimit = 800

  /// Takes a typed query.
  ///
  /// - Throws: `.empty`, `.tooLong` (more than 16 words or 800 bytes), `.unsafeCharacter`.
  package init(_ typed: String, today: Today) throws(Problem) {
    guard typed.utf8.count <= Self.byteLimit else { throw .tooLong }
    guard !typed.unicodeScalars.contains(where: { TextRules.isUnsafe($0) && $0 != "\t" }) else {
      throw .unsafeCharacter
    }
    var words = typed.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
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
