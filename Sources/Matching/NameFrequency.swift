/// How much it says that two people have the same name: the rarer the name in
/// the population, the more.
enum NameFrequency {
  /// What a given name that is not in the table says, in bits: a bound, so that
  /// a rare name alone does not decide.
  static let rarestGiven = 11.0
  /// What a surname that is not in the table says, in bits.
  static let rarestSurname = 12.0

  /// What it says, in bits, that two people have this folded given name.
  static func givenBits(_ name: FoldedName) -> Double {
    givenNames[name.text] ?? rarestGiven
  }

  /// What it says, in bits, that two people have this folded surname.
  static func surnameBits(_ name: FoldedName) -> Double {
    surnames[name.text] ?? rarestSurname
  }

  private static let surnames = table(surnamesByBits)
  private static let givenNames = table(givenNamesByBits)

  private static func table(_ rows: [(bits: Double, names: String)]) -> [String: Double] {
    var table: [String: Double] = [:]
    for row in rows {
      for name in row.names.split(separator: " ") { table[String(name)] = row.bits }
    }
    return table
  }
}
