/// A fact that speaks for two people being one, or against it.
package enum EvidenceReason: UInt8, CaseIterable, Hashable, Sendable {
  /// Given name and surname are the same.
  case sameName
  /// Only the given name is the same.
  case sameGivenName
  /// Only the surname is the same.
  case sameSurname
  /// Given name and surname agree, at least one of them with a slip.
  case similarName
  /// The given name of each is the surname of the other.
  case exchangedNames
  /// An alias, a former or the preferred name made the agreement.
  case alsoKnownAs
  /// A name differs in letters but not in sound.
  case soundsAlike
  /// The whole birth date is the same.
  case sameBirthDate
  /// The birth dates differ by a usual slip.
  case similarBirthDate
  /// The year, and perhaps the month, are the same, and no more is known.
  case sameBirthYear
  /// All nine digits of the Social Security number are the same.
  case sameSSN
  /// The nine digits differ by a usual slip.
  case similarSSN
  /// The last four digits are the same, and of one no more is known.
  case sameLastFour
  /// A telephone number is the same.
  case samePhone
  /// Middle names or their initials differ.
  case differentMiddleName
  /// Suffixes differ, as of father and son.
  case differentSuffix
  /// The birth dates differ by more than a slip.
  case differentBirthDate
  /// The Social Security numbers differ by more than a slip.
  case differentSSN
}
