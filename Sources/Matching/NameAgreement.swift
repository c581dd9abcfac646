/// How far the given names, or the surnames, of two people agree.
struct NameAgreement {
  /// The kinds of agreement.
  enum Kind {
    case unknown
    case same
    case similar
    case soundsAlike
    case sameInitial
    case different
  }

  /// The kind.
  let kind: Kind
  /// What it says in bits, negative for a disagreement.
  let bits: Float
  /// Whether a name other than the person's own made the agreement.
  private(set) var isAlias = false

  /// Nothing is known of one of the two.
  private static let unknown = NameAgreement(kind: .unknown, bits: 0)
  /// An initial is the most that agrees.
  private static let sameInitial = NameAgreement(kind: .sameInitial, bits: 1.5)
  /// Nothing agrees.
  private static let different = NameAgreement(kind: .different, bits: -4)

  /// Compares two names.
  init(_ one: NameTrait, _ other: NameTrait) {
    self = NameAgreement.compare(one, other)
  }

  private init(kind: Kind, bits: Float) {
    self.kind = kind
    self.bits = bits
  }

  /// Compares an alias with a name, or with another alias, and keeps that
  /// agreement if it is better: an other name speaks a little less than a
  /// person's own.
  mutating func improve(_ one: NameTrait, _ other: NameTrait) {
    let agreement = NameAgreement.compare(one, other)
    guard agreement.bits > 1 || kind == .unknown, agreement.bits - 1 > bits else { return }
    self = NameAgreement(kind: agreement.kind, bits: agreement.bits - 1)
    isAlias = true
  }

  private static func compare(_ one: NameTrait, _ other: NameTrait) -> NameAgreement {
    if one.name.isEmpty || other.name.isEmpty { return unknown }
    if one.name.isInitial || other.name.isInitial {
      return one.initialCode == other.initialCode ? sameInitial : different
    }
    if one.name == other.name {
      return NameAgreement(kind: .same, bits: min(one.bits, other.bits))
    }
    let agreement = likeness(one, other)
    guard agreement.kind != .different else { return different }
    // Likeness of two common names is as common as they are.
    let ceiling = min(one.bits, other.bits) - 2
    return NameAgreement(kind: agreement.kind, bits: min(agreement.bits, ceiling))
  }

  private static func likeness(_ one: NameTrait, _ other: NameTrait) -> NameAgreement {
    if one.sharesPart(with: other) { return NameAgreement(kind: .similar, bits: 4.5) }
    guard one.name.isASCII, other.name.isASCII else { return foreignLikeness(one, other) }
    let soundsAlike = one.soundsLike(other)
    guard one.name.mayResemble(other.name) else {
      return soundsAlike ? NameAgreement(kind: .soundsAlike, bits: 2) : different
    }
    switch JaroWinkler.likeness(one.name, other.name) {
    case 0.92...: return NameAgreement(kind: .similar, bits: 5)
    case 0.85...: return NameAgreement(kind: .similar, bits: soundsAlike ? 4 : 2.5)
    default: return soundsAlike ? NameAgreement(kind: .soundsAlike, bits: 2) : different
    }
  }

  private static func foreignLikeness(_ one: NameTrait, _ other: NameTrait) -> NameAgreement {
    let (left, right) = (FoldedName(one.name.text), FoldedName(other.name.text))
    let letters = min(left.text.unicodeScalars.count, right.text.unicodeScalars.count)
    let distance = EditDistance.between(left, right) ?? Int.max
    return distance <= 1 && letters >= 4 ? NameAgreement(kind: .similar, bits: 4.5) : different
  }
}
