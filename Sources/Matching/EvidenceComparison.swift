/// The comparison of two people, field by field, behind `Evidence`.
struct EvidenceComparison {
  private let names: FullNameAgreement
  private let middle: Double
  private let suffix: Double
  private let date: DateAgreement
  private let number: NumberAgreement
  private let sharesPhone: Bool

  /// Compares two people.
  init(_ one: PersonTraits, _ other: PersonTraits) {
    names = FullNameAgreement(one, other)
    middle = EvidenceComparison.middle(one.middle, other.middle)
    suffix = EvidenceComparison.suffix(one.suffix, other.suffix)
    date = DateAgreement.between(one.birthDate, other.birthDate)
    number = NumberAgreement.between(one.ssn, other.ssn)
    sharesPhone = one.sharesPhone(with: other)
  }

  /// The sum of all bits.
  var weight: Double {
    Double(names.bits) + middle + suffix + date.bits + number.bits + phone
  }

  /// A household has one telephone: its number says little of two people
  /// whose given names differ.
  private var phone: Double {
    guard sharesPhone else { return 0 }
    return names.givenNamesAgree ? 6 : 2
  }

  /// Tells whether nothing speaks against one person, and two independent
  /// things speak for one: the names, and a birth date or number. Twins share
  /// surname, birth date and telephone; father and son the whole name; a child
  /// may be recorded under a parent's number.
  var allowsCertainty: Bool {
    guard middle >= 0, suffix >= 0, date.kind != .different, number.kind != .different else {
      return false
    }
    let hasNumber = number.kind == .same || number.kind == .sameLastFour
    switch names.strength {
    case .equal:
      return hasNumber || date.kind == .same || (date.bits >= DateAgreement.slipBits && sharesPhone)
    // The first of January is the birthday of too many for a likeness.
    case .nearlyEqual: return hasNumber || date.bits >= DateAgreement.wholeBits
    // One slip in a given name makes a twin of some names.
    case .similar: return number.kind == .same || (hasNumber && date.kind == .same)
    case .weak: return number.kind == .same && date.kind == .same
    }
  }

  /// The reasons that were found.
  var facts: EvidenceFacts {
    var facts = names.facts
    switch date.kind {
    case .same: facts.insert(.sameBirthDate)
    case .similar: facts.insert(.similarBirthDate)
    case .sameYear: facts.insert(.sameBirthYear)
    case .different: facts.insert(.differentBirthDate)
    case .unknown: break
    }
    switch number.kind {
    case .same: facts.insert(.sameSSN)
    case .sameLastFour: facts.insert(.sameLastFour)
    case .similar: facts.insert(.similarSSN)
    case .different: facts.insert(.differentSSN)
    case .unknown: break
    }
    if sharesPhone { facts.insert(.samePhone) }
    if middle < 0 { facts.insert(.differentMiddleName) }
    if suffix < 0 { facts.insert(.differentSuffix) }
    return facts
  }

  private static func middle(_ one: PackedName, _ other: PackedName) -> Double {
    if one.isEmpty || other.isEmpty { return 0 }
    if one.isInitial || other.isInitial { return one.letters[0] == other.letters[0] ? 1 : -2.5 }
    if one == other { return 2.5 }
    guard one.isASCII, other.isASCII else { return 0 }
    return JaroWinkler.likeness(one, other) >= 0.85 ? 1 : -2.5
  }

  private static func suffix(_ one: NameSuffix?, _ other: NameSuffix?) -> Double {
    guard let one, let other else { return 0 }
    return one == other ? 1 : -6
  }
}
