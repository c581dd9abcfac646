/// A name that a profile gives to anonymous clients: the same for all, or made of the record's own
/// PersonalID.
struct ProfileName: Hashable, Sendable {
  /// Stands for the record's own PersonalID where a profile is written.
  static let word = "{PersonalID}"
  /// Fewer characters beside the PersonalID would not tell an anonymous client from others.
  private static let leastBeside = 3

  /// What stands before the PersonalID; the whole name if there is none in it.
  let front: String
  /// What stands behind the PersonalID; nil if there is none in the name.
  let back: String?

  /// Reads a name as a profile has it; nil if it is empty, too long for HMIS, or has braces in
  /// another way than `{PersonalID}` once.
  init?(_ text: String) {
    let parts = text.split(separator: Self.word, omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, !text.isEmpty, text.count <= OrganizationName.limit,
      !parts.contains(where: { $0.contains { "{}".contains($0) } }),
      parts.count == 1 || parts[0].count + parts[1].count >= Self.leastBeside
    else { return nil }
    (front, back) = (parts[0], parts.count == 2 ? parts[1] : nil)
  }

  /// The name of a record.
  func text(personalID: String) -> String { back.map { front + personalID + $0 } ?? front }

  /// Whether a text is the name of the record with a PersonalID, whatever its case.
  func isName(_ text: String, personalID: String?) -> Bool {
    guard back == nil || personalID != nil else { return false }
    return text.lowercased() == self.text(personalID: personalID ?? "").lowercased()
  }

  /// The name in words, for a card.
  var words: String { text(personalID: "PersonalID") }

  /// Whether the name is another in each record.
  var isOwn: Bool { back != nil }
}

extension [ProfileName] {
  /// Whether one of them is the name of the record with a PersonalID.
  func contains(name text: String, personalID: String?) -> Bool {
    contains { $0.isName(text, personalID: personalID) }
  }
}
