/// What a caseworker types to find somebody.
enum Query {
  /// The name, a part of it, the name with a year, a UID, a birth date: one after another.
  static func exactOrPart(of person: Person, turn: Int) -> String {
    switch turn % 5 {
    case 0: "\(person.given) \(person.surname)"
    case 1: "\(person.surname.prefix(5)) \(person.given.prefix(4))"
    case 2: person.uid
    case 3: "\(person.surname) \(person.birthDate.year)"
    default: "\(person.given.prefix(3)) \(person.birthDate.text)"
    }
  }

  /// The name with one slip in the surname: two letters exchanged, one missing, one wrong.
  static func withSlip(of person: Person, turn: Int) -> String {
    var letters = Array(person.surname)
    let place = 1 + turn % (letters.count - 2)
    switch turn % 3 {
    case 0: letters.swapAt(place, place + 1)
    case 1: letters.remove(at: place)
    default: letters[place] = letters[place] == "k" ? "g" : "k"
    }
    return "\(person.given) \(String(letters))"
  }
}
