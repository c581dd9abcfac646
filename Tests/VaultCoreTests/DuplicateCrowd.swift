import Matching
import VaultCrypto

@testable import VaultCore

/// Invented people, and the same people with the slips that a second registration brings.
struct DuplicateCrowd {
  private var state: UInt64

  struct Person {
    var details: ClientDetails

    /// The person's directory entry, its length in front.
    var encoded: [UInt8] {
      let stamp = Stamp(time: 1, by: MemberID(number: 1))
      let client = Client(
        id: ClientID(number: 7), status: .pending, created: stamp, changed: stamp,
        details: details)
      return DirectoryEntry(judging: client, in: VaultID.random()).encoded()
    }
  }

  init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea and Flood, 2014).
  mutating func number(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  private static let given = [
    "Maria", "José", "Keisha", "Tane", "Siobhán", "Yusuf", "Annika", "Dmitri", "Catherine",
    "Katherine", "Xiomara", "Lê", "Bo", "Jean-Luc", "Guadalupe", "Imani", "Ruth", "Wiremu",
  ]
  private static let surnames = [
    "Lopez", "Garcia-Lopez", "O'Neil", "van der Berg", "Smith", "Nguyễn", "Okonkwo", "de la Cruz",
    "Delacruz", "Whaanga", "Johnson", "Abdirahman", "Li", "Núñez", "Petrosyan", "Peterson",
    "MacDonald", "McDonald", "Ito", "Featherstone",
  ]

  private mutating func one(of list: [String]) -> String { list[number(below: list.count)] }

  mutating func people(_ count: Int) -> [Person] {
    (0..<count).map { _ in
      var details = ClientDetails()
      if number(below: 20) > 0 { details.given = one(of: Self.given) }
      if number(below: 20) > 0 || details.given == nil { details.surname = one(of: Self.surnames) }
      if number(below: 3) == 0 { details.middle = one(of: Self.given) }
      if number(below: 8) == 0 {
        details.aliases = [
          Alias(kind: .alias, text: one(of: Self.given) + " " + one(of: Self.surnames))
        ]
      }
      details.birthDate = date()
      if number(below: 2) == 0 { details.phones = ["503 555 \(1000 + number(below: 300))"] }
      if number(below: 4) == 0 { details.ssn = String(100_010_001 + number(below: 5_000)) }
      return Person(details: details)
    }
  }

  private mutating func date() -> ClientDate? {
    let year = 1950 + number(below: 50)
    switch number(below: 10) {
    case 0: return nil
    case 1: return PartialDate(year: year).map(ClientDate.init)
    case 2: return PartialDate(year: year, month: 1, day: 1).map(ClientDate.init)
    case 3: return PartialDate(year: year, month: 1 + number(below: 12)).map(ClientDate.init)
    default:
      return PartialDate(year: year, month: 1 + number(below: 12), day: 1 + number(below: 28))
        .map(ClientDate.init)
    }
  }

  /// The person with one to three things typed otherwise or left out.
  mutating func damaged(_ person: Person) -> Person {
    var details = person.details
    for _ in 0...number(below: 3) {
      switch number(below: 8) {
      case 0: (details.given, details.surname) = (details.surname, details.given)
      case 1: details.given = slipped(details.given)
      case 2: details.surname = slipped(details.surname)
      case 3: details.birthDate = date()
      case 4: details.birthDate = details.birthDate.flatMap { slipped($0) }
      case 5: details.phones = []
      case 6: details.ssn = details.ssn.map { String($0.suffix(4)) }
      default:
        details.aliases = [Alias(kind: .alias, text: details.displayName)]
        details.surname = one(of: Self.surnames)
      }
    }
    return Person(details: details)
  }

  private mutating func slipped(_ name: String?) -> String? {
    guard let name, name.count > 2 else { return name }
    var letters = Array(name)
    let place = number(below: letters.count - 1)
    switch number(below: 3) {
    case 0: letters.swapAt(place, place + 1)
    case 1: letters.remove(at: place)
    default: letters[place] = "k"
    }
    return String(letters)
  }

  private mutating func slipped(_ date: ClientDate) -> ClientDate? {
    let old = date.partial
    guard let month = old.month, let day = old.day else { return date }
    let new =
      switch number(below: 3) {
      case 0: PartialDate(year: old.year + 1, month: month, day: day)
      case 1: PartialDate(year: old.year, month: day, day: month)
      default: PartialDate(year: old.year, month: month, day: 1 + (day + 9) % 28)
      }
    return new.map(ClientDate.init) ?? date
  }
}
