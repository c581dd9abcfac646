/// Says why a text is not a UID, with what can be said about it without
/// repeating it. A suggestion is offered to a person, who compares it with the
/// HMIS screen; no program may take it by itself.
package enum UIDProblem: Error, Equatable, Sendable {
  /// There is nothing, or only blanks.
  case empty
  /// The text is a word without any digit, as a name is; `Anonymous` too.
  case isAName
  /// The text has the right letters and length, but no decimal digit.
  case noDigit
  /// Letters stand where digits belong (O for 0, l or I for 1, S for 5, …).
  case letterForDigit(suggestion: UniqueIdentifier)
  /// One decimal digit is missing: a spreadsheet drops a zero at the front.
  case lostLeadingZero(suggestion: UniqueIdentifier)
  /// A spreadsheet took the UID for a number and shortened it (`1.23E+08`,
  /// `5E8`). The digits are lost.
  case scientificNotation
  /// The UID was kept as a number with decimals (`999688397.0`). There is no
  /// suggestion where the whole part is no UID.
  case decimalPoint(suggestion: UniqueIdentifier?)
  /// Blanks, commas, points or hyphens stand within the UID.
  case separators(suggestion: UniqueIdentifier)
  /// Nine digits are grouped as in a Social Security Number.
  case looksLikeSSN
  /// There are `found` characters, too many for the pattern.
  case tooLong(found: Int)
  /// There are `found` characters, too few for the pattern.
  case tooShort(found: Int)
  /// The character at `position`, counted from 1, is not one of the pattern's.
  case wrongCharacter(position: Int)
}
