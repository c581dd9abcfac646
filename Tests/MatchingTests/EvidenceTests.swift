import Matching
import Testing

struct EvidenceTests {
  private func person(
    _ given: String, _ surname: String, middle: String = "", suffix: String = "",
    also: [String] = [], born: String? = nil, ssn: String? = nil, phones: [String] = []
  ) throws -> PersonTraits {
    let today = try #require(PartialDate(year: 2_026, month: 1, day: 1))
    return PersonTraits(
      given: FoldedName(given), middle: FoldedName(middle), surname: FoldedName(surname),
      suffix: FoldedName(suffix), otherNames: also.map { FoldedName($0) },
      birthDate: try born.map { try PartialDate.parse($0, today: today) }, ssn: ssn,
      phones: phones)
  }

  private func weigh(_ one: PersonTraits, _ other: PersonTraits) -> Evidence {
    let evidence = Evidence.between(one, other)
    #expect(evidence == Evidence.between(other, one))
    return evidence
  }

  @Test(arguments: [
    ("James", "Smith"), ("John", "Smith"), ("Xochitl", "Vandersloot"), ("Мария", "Ёлкина"),
  ])
  func `the same full name and birth date are certain, even on the first of January`(
    _ given: String, _ surname: String
  ) throws {
    for born in ["1976-03-13", "1976-01-01"] {
      let evidence = weigh(
        try person(given, surname, born: born), try person(given, surname, born: born))
      #expect(evidence.isCertain)
      #expect(evidence.reasons == [.sameName, .sameBirthDate])
    }
  }

  @Test(arguments: [("James", "Smith"), ("Xochitl", "Vandersloot")])
  func `a name alone asks and is never certain`(_ given: String, _ surname: String) throws {
    let name = try person(given, surname)
    #expect(weigh(name, name).asks && !weigh(name, name).isCertain)
    let phone = try person(given, surname, phones: ["(555) 201-3344"])
    #expect(!weigh(phone, phone).isCertain)
    #expect(weigh(phone, phone).reasons == [.sameName, .samePhone])
  }

  @Test func `what is missing says nothing`() throws {
    let empty = try person("", "")
    let full = try person(
      "Ana", "Ruiz", middle: "B", born: "1980-02-03", ssn: "412-55-6789", phones: ["5552013344"])
    #expect(weigh(empty, full).weight == 0)
    #expect(weigh(empty, empty).weight == 0)
    #expect(weigh(empty, full).reasons.isEmpty)
    let bare = try person("Ana", "Ruiz")
    #expect(weigh(bare, full).weight == weigh(bare, bare).weight)
  }

  @Test(arguments: [
    ("Jayden", "Hayden"), ("Maria", "Marina"), ("Marie", "Maria"), ("Carlos", "Ana"),
    ("Aiden", "Ayden"), ("J", "John"),
  ])
  func `twins are asked about and never certain`(_ one: String, _ other: String) throws {
    let first = try person(one, "Quackenbush", born: "2001-05-06", phones: ["5552013344"])
    let second = try person(other, "Quackenbush", born: "2001-05-06", phones: ["5552013344"])
    #expect(weigh(first, second).asks)
    #expect(!weigh(first, second).isCertain)
    #expect(weigh(first, second).reasons.contains(.samePhone))
  }

  @Test func `father and son are not certain, by suffix or by birth date`() throws {
    let phones = ["555 201 3344"]
    let senior = try person("Zebulon", "Quackenbush", suffix: "Sr.", phones: phones)
    let junior = try person("Zebulon", "Quackenbush", suffix: "Junior", phones: phones)
    #expect(!weigh(senior, junior).isCertain)
    #expect(weigh(senior, junior).reasons.contains(.differentSuffix))
    let father = try person("Zebulon", "Quackenbush", born: "1950-03-09", phones: phones)
    let son = try person("Zebulon", "Quackenbush", born: "1981-11-20", phones: phones)
    #expect(!weigh(father, son).isCertain)
    #expect(!weigh(father, try person("Zebulon", "Quackenbush", phones: phones)).isCertain)
    let sameDay = try person("Zebulon", "Quackenbush", suffix: "III", born: "1950-03-09")
    let other = try person("Zebulon", "Quackenbush", suffix: "2nd", born: "1950-03-09")
    #expect(!weigh(sameDay, other).isCertain)
  }

  @Test func `a child under a parent's number is asked about`() throws {
    let mother = try person("Ana", "Ruiz", born: "1980-02-03", ssn: "412556789")
    let child = try person("Luz", "Ruiz", born: "2010-07-08", ssn: "412-55-6789")
    #expect(weigh(mother, child).asks && !weigh(mother, child).isCertain)
    #expect(
      weigh(mother, child).reasons == [.sameSurname, .sameSSN, .differentBirthDate])
  }

  @Test func `the same number asks, whatever else differs`() throws {
    let one = try person("Ana", "Ruiz", born: "1980-02-03", ssn: "412556789")
    let other = try person("Bo", "Chang", born: "1991-07-28", ssn: "412556789")
    #expect(weigh(one, other).asks && !weigh(one, other).isCertain)
  }

  @Test func `a number that is nobody's says nothing`() throws {
    for ssn in [
      "000000000", "999999999", "123456789", "000-12-3456", "666123456", "412006789", "412550000",
      "xxxxx6789", "41255678", "4125567890", "078-05-1120", "0000",
    ] {
      let one = try person("", "", ssn: ssn)
      #expect(weigh(one, one).weight == 0, "\(ssn)")
    }
  }

  @Test func `numbers in full, in part and with a slip`() throws {
    let full = try person("", "", ssn: "412556789")
    for (ssn, reason) in [
      ("412-55-6789", EvidenceReason.sameSSN), ("6789", .sameLastFour), ("412556798", .similarSSN),
      ("413556789", .similarSSN), ("412559876", .differentSSN), ("6788", .differentSSN),
    ] {
      #expect(weigh(full, try person("", "", ssn: ssn)).reasons == [reason], "\(ssn)")
    }
  }

  @Test func `birth dates in full, in part and with a slip`() throws {
    let full = try person("", "", born: "1976-03-11")
    for (born, reason) in [
      ("1976-03-11", EvidenceReason.sameBirthDate), ("1976-11-03", .similarBirthDate),
      ("1976-03-12", .similarBirthDate), ("1976-08-11", .similarBirthDate),
      ("1986-03-11", .similarBirthDate), ("1967-03-11", .similarBirthDate),
      ("1975-03-11", .similarBirthDate), ("1976-01-01", .sameBirthYear), ("1976", .sameBirthYear),
      ("1976-03", .sameBirthYear), ("1976-05", .differentBirthDate),
      ("1976-07-29", .differentBirthDate), ("1988-03-29", .differentBirthDate),
      ("1977", .differentBirthDate),
    ] {
      let evidence = weigh(full, try person("", "", born: born))
      #expect(evidence.reasons == [reason], "\(born)")
      #expect((evidence.weight < 0) == (reason == .differentBirthDate), "\(born)")
    }
  }

  @Test func `more agreement weighs more`() throws {
    let one = try person("Ana", "Ruiz", born: "1976-03-11")
    let weights = try ["1976-03-11", "1976-11-03", "1976-03", "1976", "1988-07-29"].map { born in
      weigh(one, try person("Ana", "Ruiz", born: born)).weight
    }
    #expect(weights[0] > weights[2] && weights[2] > weights[1])
    #expect(weights[1] > weights[3] && weights[3] > weights[4])
    let rare = weigh(try person("Xochitl", "Vandersloot"), try person("Xochitl", "Vandersloot"))
    let common = weigh(try person("James", "Smith"), try person("James", "Smith"))
    #expect(rare.weight > common.weight + 8)
  }

  @Test func `names exchanged, written apart, in part, also known as and by sound`() throws {
    let born = "1976-03-13"
    let one = try person("Maria Elena", "de la Cruz", born: born)
    let exchanged = weigh(one, try person("de la Cruz", "Maria Elena", born: born))
    #expect(exchanged.isCertain && exchanged.reasons == [.exchangedNames, .sameBirthDate])
    let joined = weigh(one, try person("Mariaelena", "Delacruz", born: born))
    #expect(joined.isCertain && joined.reasons == [.sameName, .sameBirthDate])
    let double = weigh(
      try person("Ana", "Garcia Lopez", born: born), try person("Ana", "Garcia", born: born))
    #expect(double.isCertain && double.reasons == [.similarName, .sameBirthDate])
    let former = weigh(
      try person("Ana", "Zapata", also: ["Ana Quackenbush"], born: born),
      try person("Ana", "Quackenbush", born: born))
    #expect(former.isCertain && former.reasons == [.sameName, .alsoKnownAs, .sameBirthDate])
    let sound = weigh(try person("Ana", "Whyte"), try person("Ana", "Wood"))
    #expect(sound.reasons.contains(.soundsAlike))
    let foreign = weigh(
      try person("Мария", "Елкина", born: born), try person("Мария", "Елкиня", born: born))
    #expect(foreign.reasons == [.similarName, .sameBirthDate])
  }

  @Test func `a different middle name or number takes the certainty`() throws {
    let born = "1976-03-13"
    let one = try person("Xochitl", "Vandersloot", middle: "Ann", born: born, ssn: "412556789")
    for (middle, ssn) in [("Rose", "412556789"), ("B.", nil), ("Ann", "530118822")] {
      let other = try person("Xochitl", "Vandersloot", middle: middle, born: born, ssn: ssn)
      #expect(!weigh(one, other).isCertain && weigh(one, other).asks)
    }
    let initial = try person("Xochitl", "Vandersloot", middle: "A", born: born)
    #expect(weigh(one, initial).isCertain)
  }

  @Test func `the same given name and birth date under another surname is asked about`() throws {
    let evidence = weigh(
      try person("Guadalupe", "Ortiz", born: "1976-03-13"),
      try person("Guadalupe", "Whitfield", born: "1976-03-13"))
    #expect(evidence.asks && !evidence.isCertain)
    #expect(evidence.reasons == [.sameGivenName, .sameBirthDate])
  }
}
