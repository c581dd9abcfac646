/// What a check came to.
package struct CheckReport: Sendable {
  /// The profile's name and title.
  package let profile: Profile
  /// The year by whose lists values were checked; nil where nothing told it.
  package let standard: StandardYear?
  /// What was found and is not accepted, by table and row.
  package let findings: [Finding]
  /// How many findings the baseline accepts.
  package let accepted: Int
  /// How many tables were read.
  package let tables: Int
  /// How many clients there are.
  package let clients: Int
  /// How many of them are meant to be anonymous, by how that was told, also where the number is 0.
  package let meanings: [(meaning: Meaning, count: Int)]

  /// How many clients are meant to be anonymous.
  package var anonymous: Int { meanings.reduce(0) { $0 + $1.count } }
}
