/// The HUD HMIS data standard by which a screen asks.
package enum StandardYear: String, CaseIterable, Hashable, Sendable {
  case fy2024 = "FY2024"
  case fy2026 = "FY2026"

  /// Chooses the standard in force on a day: FY2026 from 1 October 2025.
  ///
  /// Source: effective dates of the FY2026 HMIS Data Standards.
  package init(on day: CalendarDay) {
    self = (day.year, day.month) < (2025, 10) ? .fy2024 : .fy2026
  }
}
