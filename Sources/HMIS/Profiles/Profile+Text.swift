extension Profile {
  /// Reads a profile: a line `key = value` each, where a value may be several with commas between
  /// them; empty lines and lines that begin with `#` do not count.
  ///
  /// - Throws: `ProfileError` with the line and the key.
  package init(_ text: String) throws(ProfileError) {
    var lines: [Key: Line] = [:]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      guard let (key, value) = try Self.read(line, number: index + 1) else { continue }
      guard lines.updateValue(Line(number: index + 1, value: value), forKey: key) == nil else {
        throw ProfileError(line: index + 1, key: key.rawValue, problem: .twice)
      }
    }
    if let missing = Key.allCases.first(where: { lines[$0] == nil }) {
      throw ProfileError(line: nil, key: missing.rawValue, problem: .missing)
    }
    let fields = ProfileFields(lines: lines)
    name = try fields.word(.name)
    title = try fields.text(.title)
    source = try fields.text(.source)
    firstName = try fields.firstName()
    lastNames = try fields.profileNames(.lastName)
    ssns = try fields.ssns()
    nameQualities = try fields.codes(.nameQuality, CodeList.nameDataQuality)
    ssnQualities = try fields.codes(.ssnQuality, CodeList.ssnDataQuality)
    birthDate = try fields.birthDate()
    birthDateQualities = try fields.codes(.birthDateQuality, CodeList.dobDataQuality)
  }

  /// The keys of a profile, each of which must be there once.
  enum Key: String, CaseIterable {
    case name
    case title
    case source
    case firstName = "first-name"
    case lastName = "last-name"
    case nameQuality = "name-quality"
    case ssn
    case ssnQuality = "ssn-quality"
    case birthDate = "birth-date"
    case birthDateQuality = "birth-date-quality"
  }

  /// A value, and the line on which it stands.
  struct Line {
    let number: Int
    let value: String
  }

  private static func read(
    _ line: Substring, number: Int
  ) throws(ProfileError) -> (Key, String)? {
    let line = Trimmed.text(String(line))
    if line.isEmpty || line.hasPrefix("#") { return nil }
    guard let sign = line.firstIndex(of: "=") else {
      throw ProfileError(line: number, key: nil, problem: .form)
    }
    let word = Trimmed.text(String(line[..<sign]))
    guard let key = Key(rawValue: word.lowercased()) else {
      throw ProfileError(line: number, key: nil, problem: .unknownKey)
    }
    return (key, Trimmed.text(String(line[line.index(after: sign)...])))
  }
}

/// What is wrong with a profile, and where.
package struct ProfileError: Error, Equatable, Sendable {
  /// The line, from 1; nil if something is missing.
  package let line: Int?
  /// The key; nil if it is none.
  package let key: String?
  /// What is wrong.
  package let problem: Problem

  /// What can be wrong with a profile.
  package enum Problem: Equatable, Sendable {
    /// A line is not `key = value`.
    case form
    /// No profile has such a key.
    case unknownKey
    /// The key is there twice.
    case twice
    /// The key is not there.
    case missing
    /// The value is none that the key can have.
    case value
  }
}

/// The values of a profile, read as what they mean.
private struct ProfileFields {
  let lines: [Profile.Key: Profile.Line]

  func text(_ key: Profile.Key) throws(ProfileError) -> String {
    let value = lines[key]?.value ?? ""
    guard !value.isEmpty, value.count <= 200 else { throw failure(key) }
    return value
  }

  func word(_ key: Profile.Key) throws(ProfileError) -> String {
    let value = try text(key)
    guard value.count <= 40,
      value.allSatisfy({ $0 == "-" || $0.isASCII && ($0.isLetter || $0.isNumber) })
    else { throw failure(key) }
    return value
  }

  /// Values with commas between them.
  private func values(_ key: Profile.Key) throws(ProfileError) -> [String] {
    let values = try text(key).split(separator: ",", omittingEmptySubsequences: false).map {
      Trimmed.text(String($0))
    }
    guard values.allSatisfy({ !$0.isEmpty }) else { throw failure(key) }
    return values
  }

  func profileNames(_ key: Profile.Key) throws(ProfileError) -> [ProfileName] {
    let values = try values(key)
    let names = values.compactMap(ProfileName.init)
    guard names.count == values.count else { throw failure(key) }
    return names
  }

  /// Codes of a list; `any` is none.
  func codes(_ key: Profile.Key, _ list: CodeList) throws(ProfileError) -> [String] {
    let codes = try values(key)
    if codes == ["any"] { return [] }
    guard codes.allSatisfy({ code in list.answers.contains { "\($0.code)" == code } })
    else { throw failure(key) }
    return codes
  }

  func firstName() throws(ProfileError) -> Profile.FirstName {
    switch try values(.firstName) {
    case ["uid"]: .uid
    case ["generated"]: .generated
    default: .oneOf(try profileNames(.firstName))
    }
  }

  func ssns() throws(ProfileError) -> [String] {
    let values = try values(.ssn)
    if values == ["any"] { return [] }
    return try values.map { value throws(ProfileError) in
      if value == "empty" { return "" }
      guard ColumnForm.ssn.fits(value) else { throw failure(.ssn) }
      return value.lowercased()
    }
  }

  func birthDate() throws(ProfileError) -> Profile.BirthDate {
    switch try text(.birthDate) {
    case "first-of-january": .firstOfJanuary
    case "empty": .empty
    case "any": .any
    default: throw failure(.birthDate)
    }
  }

  private func failure(_ key: Profile.Key) -> ProfileError {
    ProfileError(line: lines[key]?.number, key: key.rawValue, problem: .value)
  }
}
