import Matching
import Testing

struct PartialDateTests {
  private static func date(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) throws
    -> PartialDate
  {
    try #require(PartialDate(year: year, month: month, day: day))
  }

  private func parse(_ text: String) throws(MatchingError) -> String {
    guard let today = PartialDate(year: 2_026, month: 6, day: 15) else { return "" }
    return try PartialDate.parse(text, today: today).iso8601
  }

  @Test(arguments: [
    ("1976-03-13", "1976-03-13"), ("1976-03", "1976-03"), ("1976", "1976"),
    ("3/13/1976", "1976-03-13"), ("03-13-1976", "1976-03-13"), ("13 Mar 1976", "1976-03-13"),
    ("March 13, 1976", "1976-03-13"), ("march 13th 1976", "1976-03-13"), ("Mar 1976", "1976-03"),
    ("3/1976", "1976-03"), ("13.3.1976", "1976-03-13"), ("19760313", "1976-03-13"),
    ("03131976", "1976-03-13"), ("13/3/1976", "1976-03-13"), ("2.3.1976", "1976-03-02"),
    ("3.13.1976", "1976-03-13"), ("2/3/1976", "1976-02-03"), ("1976 mar 13", "1976-03-13"),
    ("13-MAR-1976", "1976-03-13"), ("13mar1976", "1976-03-13"), ("1976/3/1", "1976-03-01"),
    ("sept 1976", "1976-09"), ("  1976-03-13 ", "1976-03-13"), ("2/29/2024", "2024-02-29"),
    ("2/29/2000", "2000-02-29"), ("1900", "1900"), ("2026-06-15", "2026-06-15"),
    ("2026-06", "2026-06"), ("2026", "2026"), ("May 1, 1990", "1990-05-01"),
  ])
  func `reads`(_ text: String, _ iso: String) throws {
    #expect(try parse(text) == iso)
  }

  @Test(
    arguments: [
      ("", .notADate), ("hello", .notADate), ("13 ma 1976", .notADate),
      ("1976-03-13-01", .notADate),
      ("3/13/1976x", .notADate), ("5", .notADate), ("197", .notADate), ("march", .notADate),
      ("mar apr 1976", .notADate), ("3*13*1976", .notADate), ("197603131", .notADate),
      ("٣/١٣/١٩٧٦", .notADate), (String(repeating: "1 ", count: 10_000), .notADate),
      ("2/30/1976", .noSuchDay), ("2/29/1900", .noSuchDay), ("2/29/2023", .noSuchDay),
      ("4/31/1976", .noSuchDay), ("13/13/1976", .noSuchDay), ("0/1/1976", .noSuchDay),
      ("1976-13-01", .noSuchDay), ("1976-00", .noSuchDay), ("1976-02-00", .noSuchDay),
      ("3/13/76", .twoDigitYear), ("13 mar 76", .twoDigitYear), ("mar 76", .twoDigitYear),
      ("1899-12-31", .before1900), ("0076", .before1900), ("0000-01-01", .before1900),
      ("2026-06-16", .inTheFuture), ("2026-07", .inTheFuture), ("2027", .inTheFuture),
      ("12/31/9999", .inTheFuture),
    ] as [(String, MatchingError)])
  func `refuses`(_ text: String, _ error: MatchingError) {
    #expect(throws: error) { try parse(text) }
  }

  @Test func `only days of the calendar are dates`() {
    #expect(PartialDate(year: 1_976, month: nil, day: 1) == nil)
    #expect(PartialDate(year: 0) == nil)
    #expect(PartialDate(year: 10_000) == nil)
    let days = (1...12).map { month in
      (1...31).count { PartialDate(year: 2_100, month: month, day: $0) != nil }
    }
    #expect(days == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  }

  @Test func `every day comes back from every form`() throws {
    for year in [1_900, 1_999, 2_000, 2_024] {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = PartialDate(year: year, month: month, day: day) else { continue }
          for text in [date.iso8601, "\(month)/\(day)/\(year)", "\(day).\(month).\(year)"] {
            #expect(try parse(text) == date.iso8601)
          }
        }
      }
    }
  }

  @Test func `after means even the first day that is meant`() throws {
    let mid = try Self.date(2_026, 6, 15)
    let sameDay = mid.isAfter(mid)
    #expect(try Self.date(2_026, 6, 16).isAfter(mid))
    #expect(try !Self.date(2_026, 6).isAfter(mid))
    #expect(try !Self.date(2_026).isAfter(mid))
    #expect(try Self.date(2_027).isAfter(mid))
    #expect(!sameDay)
  }
}
