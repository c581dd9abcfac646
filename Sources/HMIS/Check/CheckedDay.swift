/// A day as exports write it: `1976-03-13`, also with a time behind it, or `3/13/1976`, which some
/// vendors write.
struct CheckedDay {
  let year: Int
  let month: Int
  let day: Int

  /// Reads a day that the calendar has; nil for anything else.
  init?(_ text: String) {
    let date = text.utf8.prefix { $0 != 0x20 && $0 != 0x54 }  // a blank or T before a time
    let isISO = date.contains(0x2D)
    let parts = date.split(separator: isISO ? 0x2D : 0x2F, omittingEmptySubsequences: false)
    let numbers = parts.compactMap(ASCII.number)
    guard parts.count == 3, numbers.count == 3, parts[isISO ? 0 : 2].count == 4 else { return nil }
    (year, month, day) =
      isISO ? (numbers[0], numbers[1], numbers[2]) : (numbers[2], numbers[0], numbers[1])
    do throws(HMISError) {
      _ = try CalendarDay(year: year, month: month, day: day)
    } catch {
      return nil
    }
  }
}
