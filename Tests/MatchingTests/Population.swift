import Matching

/// Invented people: each once, and some of them once more with the slips of a
/// second registration. Families live together, and some have twins; names are
/// as unevenly spread as real ones; a fifth were born on a first of January.
struct Population {
  /// A person's fields before any packing.
  struct Person: Hashable {
    var given: String
    var middle = ""
    var surname: String
    var suffix = ""
    var birth: [Int]  // Year, month, day; empty if unknown.
    var ssn: String?
    var phones: [String]

    var traits: PersonTraits {
      PersonTraits(
        given: FoldedName(given), middle: FoldedName(middle), surname: FoldedName(surname),
        suffix: FoldedName(suffix),
        birthDate: birth.count == 3
          ? PartialDate(year: birth[0], month: birth[1], day: birth[2]) : nil,
        ssn: ssn, phones: phones)
    }
  }

  private(set) var people: [Person] = []
  /// Which person a second registration is of.
  private(set) var duplicates: [(person: Int, again: Person)] = []
  private var random: SeededRandom
  private var taken: Set<[String]> = []

  init(families: Int, seed: UInt64) {
    random = SeededRandom(seed)
    for _ in 0..<families { addFamily() }
    for person in people.indices where random.once(in: 4) {
      duplicates.append((person, registeredAgain(people[person])))
    }
  }

  private mutating func addFamily() {
    let surname = self.surname()
    let phone = "555\(Int.random(in: 2_000_000...9_999_999, using: &random))"
    let members = Int.random(in: 1...4, using: &random)
    let twins = random.once(in: 6) ? birth() : nil
    for member in 0..<members {
      var person = Person(
        given: given(), surname: random.once(in: 12) ? self.surname() : surname,
        birth: member > 0 ? twins ?? birth() : birth(), ssn: ssn(),
        phones: random.once(in: 3) ? [] : [phone])
      if random.once(in: 3) { person.middle = given() }
      add(person)
    }
    if random.once(in: 15), let father = people.last, father.birth.count == 3 {
      var son = father
      son.birth = birth()
      (son.suffix, son.ssn, son.middle) = (random.once(in: 2) ? "Jr" : "", ssn(), father.middle)
      add(son)
    }
  }

  /// Two people of one full name and birth date cannot be told apart by
  /// anybody, so there are none.
  private mutating func add(_ person: Person) {
    let key = [person.given, person.surname] + person.birth.map(String.init)
    if taken.insert(key).inserted { people.append(person) }
  }

  private mutating func given() -> String {
    random.once(in: 3) ? pick(Self.commonGivens) : pick(Self.givens)
  }

  private mutating func surname() -> String {
    if random.once(in: 20) { return "Smith" }
    return random.once(in: 3) ? pick(Self.commonSurnames) : pick(Self.starts) + pick(Self.ends)
  }

  private mutating func birth() -> [Int] {
    if random.once(in: 20) { return [] }
    let year = Int.random(in: 1_940...2_020, using: &random)
    if random.once(in: 5) { return [year, 1, 1] }
    return [year, Int.random(in: 1...12, using: &random), Int.random(in: 1...28, using: &random)]
  }

  private mutating func ssn() -> String? {
    let number =
      "\(Int.random(in: 100...665, using: &random))"
      + "\(Int.random(in: 10...99, using: &random))\(Int.random(in: 1_000...9_999, using: &random))"
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return number
    case 1: return String(number.suffix(4))
    default: return nil
    }
  }

  private mutating func pick(_ words: [String]) -> String {
    words[Int.random(in: words.indices, using: &random)]
  }

  /// The same person with one or two of the usual slips, and with fields that
  /// are missing this time.
  private mutating func registeredAgain(_ person: Person) -> Person {
    var again = person
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: again.given = Slip.make(again.given.lowercased(), &random)
      case 1: again.surname = Slip.make(again.surname.lowercased(), &random)
      case 2: swap(&again.given, &again.surname)
      case 3 where again.birth.count == 3 && again.birth[2] <= 12: again.birth.swapAt(1, 2)
      case 4: again.birth = []
      default:
        if again.birth.count == 3 { again.birth[2] = again.birth[2] % 28 + 1 }
      }
    }
    if random.once(in: 2) { again.middle = String(again.middle.prefix(1)) }
    if random.once(in: 2) { again.ssn = again.ssn.map { String($0.suffix(4)) } }
    if random.once(in: 3) { again.ssn = nil }
    if random.once(in: 2) {
      again.phones = ["555\(Int.random(in: 2_000_000...9_999_999, using: &random))"]
    }
    return again
  }

  private static let commonGivens = ["James", "Mary", "Maria", "Jose", "Michael", "Linda", "Ana"]
  private static let commonSurnames = [
    "Johnson", "Garcia", "Brown", "Martinez", "Nguyen", "Lopez", "Williams", "Hernandez",
  ]
  private static let starts = [
    "Wal", "Ker", "Mont", "Ash", "Del", "Fitz", "Har", "Os", "Bran", "Cald", "Ep", "Quin", "Var",
    "Zim", "Lund", "Tor", "Mc", "Sil", "Ru", "Yar",
  ]
  private static let ends = [
    "worth", "ison", "alvo", "kowski", "berg", "ton", "mann", "escu", "ero", "field", "sen", "ley",
    "idge", "gallo", "vich", "den",
  ]
  private static let givens = [
    "Jayden", "Hayden", "Marina", "Marie", "Mario", "Aiden", "Ayden", "Ashley", "Ashlee",
    "Carlos", "Carla", "Guadalupe", "Xochitl", "Tamika", "Latoya", "Deshawn", "Wei", "Mei",
    "Fatima", "Omar", "Svetlana", "Igor", "Priya", "Arjun", "Kaitlyn", "Caitlin", "Katherine",
    "Catherine", "Stephen", "Steven", "Jon", "John", "Juan", "Juana", "Robert", "Roberta",
    "Daniel", "Daniela", "Gabriel", "Gabriela", "Eric", "Erica", "Brandon", "Brenda", "Terrell",
    "Terrence", "Yolanda", "Ramona", "Ramon", "Dolores", "Esperanza", "Ines", "Irene", "Noah",
    "Nora", "Olga", "Otis", "Paloma", "Quentin", "Rosa", "Rosalia", "Simone", "Simon",
  ]
}
