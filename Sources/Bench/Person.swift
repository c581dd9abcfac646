/// Somebody invented, as a row of an agency's spreadsheet.
struct Person {
  let given: String
  let middle: String?
  let surname: String
  let alias: String?
  let birthDate: BirthDate
  let phone: String?
  let uid: String

  struct BirthDate {
    let year: Int
    /// Nil where only the year is known.
    let day: (month: Int, day: Int)?

    /// `1976-03-13` or `1976`.
    var text: String {
      guard let day else { return "\(year)" }
      return "\(year)-\(twoDigits(day.month))-\(twoDigits(day.day))"
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  }

  static let header = "Last Name,First Name,Middle Name,Alias,DOB,Phone,HMIS ID\n"

  /// The row; no invented name holds a comma or a quotation mark.
  var row: String {
    "\(surname),\(given),\(middle ?? ""),\(alias ?? ""),\(birthDate.text),\(phone ?? ""),\(uid)\n"
  }

  /// A line of JSON, as `add --stdin` reads it.
  var json: String {
    var fields = [
      ("given", given), ("surname", surname), ("birthDate", birthDate.text), ("uid", uid),
    ]
    if let middle { fields.append(("middle", middle)) }
    var parts = fields.map { "\"\($0)\":\"\($1)\"" }
    if let alias { parts.append("\"aliases\":[\"\(alias)\"]") }
    if let phone { parts.append("\"phones\":[\"\(phone)\"]") }
    return "{\(parts.joined(separator: ","))}\n"
  }
}
