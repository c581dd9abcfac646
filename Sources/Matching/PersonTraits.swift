/// What is known of a person that can tell whether two are one, packed and
/// made ready to be compared many times: about 200 bytes.
package struct PersonTraits: Sendable {
  /// The most other names and phones, each, that take part in a comparison.
  package static let listLimit = 20

  /// All of it, in one place, so that handing a person on copies a reference.
  private let known: Known

  /// What is known.
  private final class Known: Sendable {
    let own: NamePair
    let middle: PackedName
    let suffix: NameSuffix?
    let birthDate: PartialDate?
    let ssn: SocialSecurityDigits?
    let phone: UInt64
    let otherPhones: [UInt64]
    let others: [NamePair]

    init(
      own: NamePair, middle: PackedName, suffix: NameSuffix?, birthDate: PartialDate?,
      ssn: SocialSecurityDigits?, phones: [UInt64], others: [NamePair]
    ) {
      self.own = own
      self.middle = middle
      self.suffix = suffix
      self.birthDate = birthDate
      self.ssn = ssn
      phone = phones.first ?? 0
      otherPhones = Array(phones.dropFirst())
      self.others = others
    }
  }

  /// Takes together what is known; what is not known is empty or nil. Other
  /// names are aliases, former names and the name as preferred, each a whole
  /// name or one part. A Social Security number has nine digits or four, one
  /// that is nobody's is not known; phones are as typed, those under seven
  /// digits are left out.
  package init(
    given: FoldedName, middle: FoldedName = FoldedName(""), surname: FoldedName,
    suffix: FoldedName = FoldedName(""), otherNames: [FoldedName] = [],
    birthDate: PartialDate? = nil, ssn: String? = nil, phones: [String] = []
  ) {
    known = Known(
      own: NamePair(given: given, surname: surname), middle: PackedName(middle),
      suffix: NameSuffix(suffix), birthDate: birthDate,
      ssn: ssn.flatMap { SocialSecurityDigits($0) },
      phones: phones.prefix(PersonTraits.listLimit).compactMap(PersonTraits.phone),
      others: otherNames.prefix(PersonTraits.listLimit).filter { !$0.isEmpty }
        .map { NamePair($0) })
  }

  /// The person's own given name and surname.
  var own: NamePair { known.own }
  /// The middle name or its initial.
  var middle: PackedName { known.middle }
  /// The suffix, if it tells generations apart.
  var suffix: NameSuffix? { known.suffix }
  /// The birth date, as far as it is known.
  var birthDate: PartialDate? { known.birthDate }
  /// The Social Security number or its end.
  var ssn: SocialSecurityDigits? { known.ssn }
  /// The first telephone number, 0 if there is none.
  var phone: UInt64 { known.phone }
  /// The telephone numbers but the first.
  var otherPhones: [UInt64] { known.otherPhones }
  /// What aliases, former names and the name as preferred offer.
  var others: [NamePair] { known.others }

  /// Tells whether a telephone number of two people is the same.
  func sharesPhone(with other: PersonTraits) -> Bool {
    guard phone != 0, other.phone != 0 else { return false }
    if phone == other.phone { return true }
    if otherPhones.isEmpty, other.otherPhones.isEmpty { return false }
    if otherPhones.contains(other.phone) || other.otherPhones.contains(phone) { return true }
    for number in otherPhones where other.otherPhones.contains(number) { return true }
    return false
  }

  /// The number that the last ten digits make, nil for fewer than seven.
  private static func phone(_ text: String) -> UInt64? {
    var number: UInt64 = 0
    var count = 0
    for byte in text.utf8 where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      number = (number * 10 + UInt64(byte - UInt8(ascii: "0"))) % 10_000_000_000
      count += 1
    }
    return count >= 7 && number != 0 ? number : nil
  }
}
