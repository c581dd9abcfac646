/// The rows of one invented client in an export; every twentieth client is anonymous, as the job
/// aid has it, with nothing to be found.
struct ExportRows {
  private let client: Client

  private struct Client {
    let number: Int
    let person: Person
    let id: String
    let enrollment: String

    var isAnonymous: Bool { number % 20 == 1 }
  }

  private static let tail = "2025-11-03 09:14:27,2025-11-20 16:02:51,U17,,E1\r\n"

  /// Invents the client with a number.
  init(_ number: Int) {
    client = Client(
      number: number, person: People.person(number), id: Self.identifier(number, seed: 1),
      enrollment: Self.identifier(number, seed: 2))
  }

  /// The rows of a table that are about all clients together.
  static func common(_ table: ExportTable) -> String? {
    switch table {
    case .export:
      "E1,1,XX-500,Sample CoC,,,,,,2025-12-01 06:00:00,2025-01-01,2025-11-30,Sample HMIS,1,"
        + "2026 v1.0,3,2,1,sample\r\n"
    case .organization: "O1,Harbor Light,0,," + tail
    case .project: "P1,O1,Harbor Light Shelter,,2020-01-01,,1,1,1,,,4,,," + tail
    default: nil
    }
  }

  /// The client's rows in a table; empty where the client has none.
  func rows(_ table: ExportTable) -> String {
    switch table {
    case .export, .organization, .project: ""
    case .client: clientRow
    case .enrollment:
      "\(client.enrollment),\(client.id),P1,2025-03-0\(client.number % 9 + 1),"
        + "\(Self.identifier(client.number, seed: 3)),1,XX-500,116,,2,,,2025-02-01,1,101,0"
        + Self.blank(50) + Self.tail
    case .exit:
      client.number % 5 < 3
        ? "\(own(4)),2025-06-15,410" + Self.blank(35) + Self.tail : ""
    case .incomeBenefits: "\(own(5)),2025-03-05,0" + Self.blank(67) + "1," + Self.tail
    case .healthAndDV: "\(own(6)),2025-03-05,0,,,,,,,,1," + Self.tail
    case .services:
      (UInt64(0)..<3).map { night in
        "\(own(7 + night)),2025-03-1\(night),200,200" + Self.blank(8) + Self.tail
      }.joined()
    }
  }

  private var clientRow: String {
    let person = client.person
    let answers = client.isAnonymous ? "99,0,0,0,0,0,0,0,9" : "1,0,0,0,1,0,0,1,"
    let who =
      client.isAnonymous
      ? "\(person.uid),,Anonymous,,9,000000000,9,\(person.birthDate.year)-01-01,2"
      : "\(person.given),\(person.middle ?? ""),\(person.surname),,1,\(ssn),1,\(birthDate)"
    return "\(client.id),\(who),\(answers),,0" + Self.blank(13) + Self.tail
  }

  /// So many empty columns.
  private static func blank(_ count: Int) -> String { String(repeating: ",", count: count) }

  private var birthDate: String {
    let date = client.person.birthDate
    return date.day == nil ? "\(date.text)-07-01,2" : "\(date.text),1"
  }

  /// A number that was never given to anybody: its first part is 9xx.
  private var ssn: String { "\(900_000_000 + client.number % 99_999_999)" }

  /// The first columns of most tables: the row's own number, the enrollment's, the client's.
  private func own(_ seed: UInt64) -> String {
    "\(Self.identifier(client.number, seed: seed)),\(client.enrollment),\(client.id)"
  }

  /// 32 hexadecimal digits, as HMIS gives them.
  private static func identifier(_ number: Int, seed: UInt64) -> String {
    let first = SeededNumbers.mixed(UInt64(number) &+ seed << 48)
    return (digits(first) + digits(SeededNumbers.mixed(first)))
  }

  private static func digits(_ number: UInt64) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
