import Testing

@testable import VaultCore

/// Days as they are typed, and times as they are written.
struct AuditPeriodTests {
  @Test(arguments: [
    ("2026-09-21", UInt64(1_789_948_800), UInt64(1_790_035_200)),
    ("2026-09", 1_788_220_800, 1_790_812_800),
    ("2026-12", 1_796_083_200, 1_798_761_600),
    ("2026", 1_767_225_600, 1_798_761_600),
    ("2024-02-29", 1_709_164_800, 1_709_251_200),
    ("1970-01-01", 0, 86_400),
  ])
  func `a date means all of its day, month or year`(text: String, from: UInt64, end: UInt64) {
    let period = AuditPeriod(since: text, until: text)
    #expect(period?.from == from)
    #expect(period?.end == end)
    #expect(period?.contains(from) == true)
    #expect(period?.contains(end) == false)
  }

  @Test(arguments: [
    "", "2026-02-29", "2026-13", "2026-9-1", "26", "1969", "2026-09-21-", "yesterday", "+026",
    "2026-09-21T00:00:00Z", "２０２６",
  ])
  func `anything else is no date`(text: String) {
    #expect(AuditPeriod(since: text, until: nil) == nil)
    #expect(AuditPeriod(since: nil, until: text) == nil)
  }

  @Test(arguments: [0, 951_782_400, 1_790_000_000, 4_102_444_799, 253_402_300_799])
  func `a time reads back from its text`(time: UInt64) {
    #expect(UTCTime.seconds(UTCTime.text(time)) == time)
  }

  @Test(arguments: ["2026-02-30T00:00:00Z", "2026-09-21T24:00:00Z", "2026-09-21 13:33:20Z", ""])
  func `a text that no time is written as is none`(text: String) {
    #expect(UTCTime.seconds(text) == nil)
  }

  @Test func `every kind has a word of its own, and reads back`() {
    #expect(Set(Action.allCases.map(\.code)).count == Action.allCases.count)
    for action in Action.allCases { #expect(Action(code: action.code) == action) }
    #expect(Action(code: "nothing") == nil)
  }
}
