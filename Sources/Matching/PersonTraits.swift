/// What is known of a person that can tell whether two are one, made ready to
/// be compared many times.
package struct PersonTraits: Sendable {
  /// The given name.
  package let given: FoldedName
  /// The middle name or its initial.
  package let middle: FoldedName
  /// The surname.
  package let surname: FoldedName
  /// The suffix in its shortest form, as "jr" or "iii".
  package let suffix: FoldedName
  /// Aliases, former names and the name as preferred, each a whole name or one
  /// part.
  package let otherNames: [FoldedName]
  /// The birth date, as far as it is known.
  package let birthDate: PartialDate?
  /// The Social Security number or its end.
  package let ssn: SocialSecurityDigits?
  /// Telephone numbers, each the number that its last ten digits make.
  package let phones: [UInt64]

  /// The most other names and phones, each, that take part in a comparison.
  package static let listLimit = 20

  /// The given name, then every given name that an other name offers.
  let givenNames: [NameTrait]
  /// The surname, then every surname that an other name offers.
  let surnames: [NameTrait]

  /// Takes together what is known; what is not known is empty or nil. A Social
  /// Security number has nine digits or four, one that is nobody's is not
  /// known; phones are as typed, those under seven digits are left out.
  package init(
    given: FoldedName, middle: FoldedName = FoldedName(""), surname: FoldedName,
    suffix: FoldedName = FoldedName(""), otherNames: [FoldedName] = [],
    birthDate: PartialDate? = nil, ssn: String? = nil, phones: [String] = []
  ) {
    self.given = given
    self.middle = middle
    self.surname = surname
    self.suffix = NameSuffix.shortest(suffix)
    self.otherNames = Array(otherNames.prefix(PersonTraits.listLimit))
    self.birthDate = birthDate
    self.ssn = ssn.flatMap { SocialSecurityDigits($0) }
    self.phones = phones.prefix(PersonTraits.listLimit).compactMap(PersonTraits.phone)
    let others = self.otherNames.map(\.parts)
    givenNames = NameTrait.list(
      given, others.compactMap(\.first), bits: NameFrequency.givenBits)
    surnames = NameTrait.list(
      surname, others.compactMap { NameTrait.surname(of: $0) }, bits: NameFrequency.surnameBits)
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
