import Matching
import Testing

struct DateQueryTests {
  private func readings(_ query: String) throws -> [DateQuery] {
    let today = try #require(PartialDate(year: 2_026, month: 6, day: 15))
    return DateQuery.interpretations(
      of: query.split(separator: " ").map(String.init), today: today)
  }

  private func describe(_ query: String) throws -> [String] {
    try readings(query).map { reading in
      let parts = [reading.year, reading.month, reading.day].map { $0.map { "\($0)" } ?? "-" }
      return "\(reading.words.lowerBound)..<\(reading.words.upperBound) "
        + parts.joined(separator: "/")
    }
  }

  @Test(arguments: [
    ("1976", ["0..<1 1976/-/-"]),
    ("mar", ["0..<1 -/3/-"]),
    ("3/13", ["0..<1 -/3/13", "0..<1 2013/3/-", "0..<1 1913/3/-"]),
    ("03/13/76", ["0..<1 1976/3/13"]),
    ("2/3/1976", ["0..<1 1976/2/3", "0..<1 1976/3/2"]),
    ("76", ["0..<1 1976/-/-"]),
    ("31", ["0..<1 -/-/31", "0..<1 1931/-/-"]),
    ("19760313", ["0..<1 1976/3/13"]),
    ("maria", []), ("ma", []), ("2076", []), ("1899", []), ("2/30", ["0..<1 1930/2/-"]),
    ("2/30/1976", []), ("13/13", []),
    ("555-1234", []), ("5551234567", []), ("4321", []), ("0", []), ("", []),
  ])
  func `one word`(_ query: String, _ expected: [String]) throws {
    #expect(Set(try describe(query)) == Set(expected))
  }

  @Test func `the longest run comes first and says what it used`() throws {
    let found = try readings("lopez 13 mar 1976 ana")
    let first = try #require(found.first)
    #expect(first.words == 1..<4)
    #expect((first.year, first.month, first.day) == (1_976, 3, 13))
    #expect(found.contains { $0.words == 2..<4 && $0.year == 1_976 && $0.month == 3 })
    #expect(found.contains { $0.words == 1..<3 && $0.month == 3 && $0.day == 13 })
    #expect(found.contains { $0.words == 3..<4 && $0.year == 1_976 && $0.month == nil })
    #expect(found.allSatisfy { !$0.words.contains(0) && !$0.words.contains(4) })
  }

  @Test(arguments: ["march 13, 1976", "mar 13 76", "13 march 1976", "1976 03 13", "3 13 1976"])
  func `three words`(_ query: String) throws {
    let first = try #require(try readings(query).first)
    #expect(first.words == 0..<3)
    #expect((first.year, first.month, first.day) == (1_976, 3, 13))
  }

  @Test func `a two-digit year is a past one`() throws {
    let years = try readings("3/13/24").compactMap(\.year)
    #expect(Set(years) == [1_924, 2_024])
    #expect(try readings("3/13/27").compactMap(\.year) == [1_927])
  }

  @Test func `a date must have every part that was typed`() throws {
    let march = try #require(try readings("mar 1976").first)
    let full = try #require(PartialDate(year: 1_976, month: 3, day: 13))
    let month = try #require(PartialDate(year: 1_976, month: 3))
    let year = try #require(PartialDate(year: 1_976))
    #expect(march.matches(full) && march.matches(month) && !march.matches(year))
    let day = try #require(try readings("3/13/1976").first)
    #expect(day.matches(full) && !day.matches(month) && !day.matches(year))
  }
}
