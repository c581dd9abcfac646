/// Invented people, the same in every run: number n is always the same person.
enum People {
  static func person(_ number: Int) -> Person {
    var numbers = SeededNumbers(seed: SeededNumbers.mixed(UInt64(number) &+ 0x5549_4456))
    return Person(
      given: givenName(&numbers),
      middle: numbers.happens(30) ? numbers.pickSkewed(GivenNames.all) : nil,
      surname: surname(&numbers),
      alias: numbers.happens(8) ? numbers.pick(GivenNames.all) : nil,
      birthDate: birthDate(&numbers),
      phone: numbers.happens(55) ? phone(&numbers) : nil,
      uid: uid(number))
  }

  private static func givenName(_ numbers: inout SeededNumbers) -> String {
    numbers.happens(15) ? rareName(&numbers) : numbers.pickSkewed(GivenNames.all)
  }

  private static func surname(_ numbers: inout SeededNumbers) -> String {
    if numbers.happens(30) { return rareName(&numbers) }
    let first = numbers.pickSkewed(Surnames.all)
    guard numbers.happens(4), !first.contains("-") else { return first }
    return "\(first)-\(numbers.pickSkewed(Surnames.all))"
  }

  /// A name of the long tail, which no list can hold.
  private static func rareName(_ numbers: inout SeededNumbers) -> String {
    var name = ""
    for _ in 0..<Int.random(in: 2...3, using: &numbers) {
      name += numbers.pick(onsets) + numbers.pick(vowels)
    }
    name += numbers.pick(codas)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  private static let onsets = GivenNames.words(
    "b br c ch d dr f g gr h j k kr l m n p pr qu r s sh st t tr v w y z")
  private static let vowels = GivenNames.words("a a a e e e i i o o u ai ea ie ou")
  private static let codas = GivenNames.words("n r s l t m ck nd rt sky son man berg ton ez ov ini")

  private static func birthDate(_ numbers: inout SeededNumbers) -> Person.BirthDate {
    let year = Int.random(in: 1930...2012, using: &numbers)
    let day = (
      month: Int.random(in: 1...12, using: &numbers), day: Int.random(in: 1...28, using: &numbers)
    )
    return Person.BirthDate(year: year, day: numbers.happens(8) ? nil : day)
  }

  /// Of the numbers that are set aside for invented people: 555-0100 to 555-0199 of each area.
  private static func phone(_ numbers: inout SeededNumbers) -> String {
    let area = Int.random(in: 201...989, using: &numbers)
    return "\(area % 100 == 11 ? area + 1 : area)-555-01\(Int.random(in: 10...99, using: &numbers))"
  }

  /// Nine hexadecimal digits, one of them decimal at least; never the same for two numbers.
  private static func uid(_ number: Int) -> String {
    let mask: UInt64 = 0xF_FFFF_FFFF
    var candidate = UInt64(number)
    while true {
      // Each step can be undone, so that no two numbers meet.
      var mixed = (candidate &* 0x9_E377_9B97) & mask
      mixed ^= mixed >> 17
      mixed = (mixed &* 0x5_851F_42D5) & mask
      let digits = String(mixed, radix: 16, uppercase: true)
      let text = String(repeating: "0", count: 9 - digits.count) + digits
      if text.contains(where: \.isNumber) { return text }
      candidate += 1 << 30
    }
  }
}
