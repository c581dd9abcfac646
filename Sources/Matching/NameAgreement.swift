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
  let bits: Double
  /// Whether a name other than the person's own made the agreement.
  let isAlias: Bool

  /// Nothing is known of one of the two.
  static let unknown = NameAgreement(kind: .unknown, bits: 0, isAlias: false)

  /// The best agreement that any pair of names gives.
  static func best(_ ones: [NameTrait], _ others: [NameTrait]) -> NameAgreement {
    var best = unknown
    for one in ones {
      for other in others {
        let agreement = compare(one, other)
        if best.kind == .unknown || agreement.bits > best.bits { best = agreement }
      }
    }
    return best
  }

  /// Two names as exchanged fields: only equal ones count.
  static func exchanged(_ ones: [NameTrait], _ others: [NameTrait]) -> Double? {
    for one in ones {
      for other in others where one.joined == other.joined && !one.isInitial {
        return min(one.bits, other.bits)
      }
    }
    return nil
  }

  private static func compare(_ one: NameTrait, _ other: NameTrait) -> NameAgreement {
    let isAlias = !(one.isOwn && other.isOwn)
    // An other name speaks a little less than a person's own.
    let discount = isAlias ? 1.0 : 0
    if one.joined == other.joined {
      return one.isInitial
        ? NameAgreement(kind: .sameInitial, bits: initialBits, isAlias: isAlias)
        : NameAgreement(kind: .same, bits: one.bits - discount, isAlias: isAlias)
    }
    if one.isInitial || other.isInitial {
      let isSame = one.joined.text.utf8.first == other.joined.text.utf8.first
      return isSame
        ? NameAgreement(kind: .sameInitial, bits: initialBits, isAlias: isAlias)
        : NameAgreement(kind: .different, bits: differentBits, isAlias: false)
    }
    let (kind, bits) = likeness(one, other)
    guard kind != .different else {
      return NameAgreement(kind: .different, bits: differentBits, isAlias: false)
    }
    // Likeness of two common names is as common as they are.
    let ceiling = min(one.bits, other.bits) - 2
    return NameAgreement(kind: kind, bits: min(bits, ceiling) - discount, isAlias: isAlias)
  }

  private static let initialBits = 1.5
  private static let differentBits = -4.0

  private static func likeness(_ one: NameTrait, _ other: NameTrait) -> (Kind, Double) {
    if sharePart(one, other) { return (.similar, 4.5) }
    let soundsAlike = one.sound != nil && one.sound == other.sound
    guard let likeness = JaroWinkler.likeness(one.joined, other.joined) else {
      let distance = EditDistance.between(one.joined, other.joined) ?? Int.max
      let letters = min(
        one.joined.text.unicodeScalars.count, other.joined.text.unicodeScalars.count)
      return distance <= 1 && letters >= 4 ? (.similar, 4.5) : (.different, 0)
    }
    if likeness >= 0.92 { return (.similar, 5) }
    if likeness >= 0.85 { return (.similar, soundsAlike ? 4 : 2.5) }
    return soundsAlike ? (.soundsAlike, 2) : (.different, 0)
  }

  /// Tells whether one of two names of several parts has a part of the other,
  /// as "garcia" of "garcia lopez"; "de" and "la" are too short to say so.
  private static func sharePart(_ one: NameTrait, _ other: NameTrait) -> Bool {
    if one.parts.isEmpty, other.parts.isEmpty { return false }
    let ones = one.parts.isEmpty ? [one.joined] : one.parts
    let others = other.parts.isEmpty ? [other.joined] : other.parts
    return ones.contains { part in
      part.text.utf8.count >= 4 && others.contains(part)
    }
  }
}
