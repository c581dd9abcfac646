import HMIS
import Testing

struct StandardTests {
  @Test(
    arguments: [
      ((2023, 10, 1), .fy2024), ((2025, 9, 30), .fy2024), ((2025, 10, 1), .fy2026),
      ((2025, 12, 31), .fy2026), ((2026, 1, 1), .fy2026), ((1999, 12, 31), .fy2024),
    ] as [((Int, Int, Int), StandardYear)])
  func `FY2026 begins on 1 October 2025`(day: (Int, Int, Int), standard: StandardYear) throws {
    let day = try CalendarDay(year: day.0, month: day.1, day: day.2)
    #expect(StandardYear(on: day) == standard)
  }

  @Test(arguments: [
    (2026, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0),
    (2026, 1, 32), (1899, 12, 31), (10_000, 1, 1), (Int.min, Int.max, Int.min),
  ])
  func `a day that does not exist is refused`(year: Int, month: Int, day: Int) {
    #expect(throws: HMISError.noSuchDay) { try CalendarDay(year: year, month: month, day: day) }
  }

  @Test func `leap days exist`() throws {
    #expect(try CalendarDay(year: 2024, month: 2, day: 29).description == "2024-02-29")
    #expect(try CalendarDay(year: 2000, month: 2, day: 29).onScreen == "02/29/2000")
  }

  @Test func `days are in order`() throws {
    let days = [try CalendarDay(year: 2025, month: 12, day: 31), try Sample.today()]
    #expect(days[0] < days[1])
  }

  @Test(arguments: [
    CodeList.nameDataQuality, .ssnDataQuality, .dobDataQuality, .sex, .gender,
    .sexualOrientation,
  ])
  func `every list ends with the three ways of not knowing`(list: CodeList) {
    #expect(list.answers.suffix(3).map(\.code) == [8, 9, 99])
    #expect(Set(list.answers.map(\.code)).count == list.answers.count)
    #expect(list.answers.contains(.prefersNotToAnswer))
  }

  @Test func `the relationship to the head of household cannot be refused`() {
    #expect(CodeList.relationshipToHoH.answers.map(\.code) == [1, 2, 3, 4, 5, 99])
  }
}
