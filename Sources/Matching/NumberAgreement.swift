/// How far two Social Security numbers agree.
struct NumberAgreement {
  /// The kinds of agreement.
  enum Kind {
    case unknown
    case same
    case sameLastFour
    case similar
    case different
  }

  /// The kind.
  let kind: Kind
  /// What it says in bits, negative for a disagreement.
  let bits: Double

  /// Compares two numbers, as far as both are known.
  static func between(
    _ one: SocialSecurityDigits?, _ other: SocialSecurityDigits?
  ) -> NumberAgreement {
    guard let one, let other else { return NumberAgreement(kind: .unknown, bits: 0) }
    if case .full(let left) = one, case .full(let right) = other {
      // So much that it asks even where name and birth date differ.
      if left == right { return NumberAgreement(kind: .same, bits: 28) }
      if SocialSecurityDigits.areOneSlipApart(left, right) {
        return NumberAgreement(kind: .similar, bits: 12)
      }
      return NumberAgreement(kind: .different, bits: -7)
    }
    return one.lastFour == other.lastFour
      ? NumberAgreement(kind: .sameLastFour, bits: 11)
      : NumberAgreement(kind: .different, bits: -6)
  }
}
