/// What is known of a person that can tell whether two are one, packed and
/// made ready to be compared many times: about 200 bytes.
package struct PersonTraits: Sendable {
  /// The most other names and phones, each, that take part in a comparison.
  package static let listLimit = 20

  /// The person's own given name and surname.
  let own: NamePair
  /// What only some people have, apart, so that most are copied without
  /// counting references.
  private let more: More?
  /// The middle name or its initial.
  let middle: PackedName
  /// The suffix in its shortest form, as "jr" or "iii".
  let suffix: NameSuffix?
  /// The birth date, as far as it is known.
  let birthDate: PartialDate?
  /// The Social Security number or its end.
  let ssn: SocialSecurityDigits?
  /// The first telephone number, 0 if there is none.
  let phone: UInt64

  /// Other names and further telephone numbers.
  private final class More: Sendable {
    let others: [NamePair]
    let phones: [UInt64]

    init(_ others: [NamePair], _ phones: [UInt64]) {
      self.others = others
      self.phones = phones
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
    own = NamePair(given: given, surname: surname)
    let others = otherNames.prefix(PersonTraits.listLimit).filter { !$0.isEmpty }
    self.middle = PackedName(middle)
    self.suffix = NameSuffix(suffix)
    self.birthDate = birthDate
    self.ssn = ssn.flatMap { SocialSecurityDigits($0) }
    let numbers = phones.prefix(PersonTraits.listLimit).compactMap(PersonTraits.phone)
    phone = numbers.first ?? 0
    more =
      others.isEmpty && numbers.count < 2
      ? nil : More(others.map { NamePair($0) }, Array(numbers.dropFirst()))
  }

  /// What aliases, former names and the name as preferred offer.
  var others: [NamePair] { more?.others ?? [] }

  /// The telephone numbers but the first.
  var otherPhones: [UInt64] { more?.phones ?? [] }

  /// Tells whether there is more than names in their places and one number.
  var hasMore: Bool { more != nil }

  /// Tells whether a telephone number of two people is the same.
  func sharesPhone(with other: PersonTraits) -> Bool {
    guard phone != 0, other.phone != 0 else { return false }
    if phone == other.phone { return true }
    guard hasMore || other.hasMore else { return false }
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
