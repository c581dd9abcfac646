/// A day of the Gregorian calendar, in UTC.
struct CivilDay: Equatable, Sendable {
  let year: Int
  let month: Int
  let day: Int

  /// The day in which a time lies.
  ///
  /// Counts in eras of 400 years that begin on 1 March, so that a leap day is a year's last.
  init(secondsSince1970 seconds: UInt64) {
    let days = Int(clamping: seconds / 86_400) + 719_468  // from 0000-03-01 to 1970-01-01
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  }
  init(year: Int, month: Int, day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// How many days after 1970-01-01 it is; of a day from then on.
  var daysSince1970: UInt64 {
    // As above, the other way round: years begin on 1 March.
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear / 400
    let yearOfEra = marchYear % 400
    let marchMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return UInt64(era * 146_097 + dayOfEra - 719_468)
  }
}
