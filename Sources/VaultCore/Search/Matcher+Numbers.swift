import Matching

extension Matcher {
  /// How much dates and numbers say, beside names of about 100.
  private enum Weight {
    static let presentUID = 400
    static let earlierUID = 380
    static let id = 400
    static let wholeSSN = 300
    static let wholeDate = 250
    static let phone = 200
    static let month = 150
    static let dayOfYear = 120
    static let ssnEnd = 90
    static let year = 85
    static let lone = 20
    /// A part of a number says the more, the longer it is.
    static let part = 30
    static let partDigit = 10
    /// What is left of a number's or a date's weight after a slip, in percent.
    static let slipPercent = 30
  }

  private static func part(_ count: Int) -> Int { Weight.part + Weight.partDigit * count }

  private static func slip(_ weight: Int) -> Merit {
    Merit(weight * Weight.slipPercent / 100, .similar, words: 1)
  }

  func meetNumber(_ probe: Probe, _ view: EntryView, _ bytes: RawSpan) -> Meeting? {
    switch probe.kind {
    case .date(let date): meetDate(date, view, bytes)
    case .dateSlip(let date): meetDateSlip(date, view, bytes)
    case .uid(let range, let extent): meetUID(range, extent, words: probe.words, view, bytes)
    case .uidSlip(let range): meetUIDSlip(range, view, bytes)
    case .phone(let range): meetPhone(range, words: probe.words, view, bytes)
    case .phoneSlip(let range): meetPhoneSlip(range, view, bytes)
    case .ssn(let range): meetSSN(range, words: probe.words, view, bytes)
    case .ssnSlip(let range): meetSSNSlip(range, view, bytes)
    case .id(let prefix):
      prefix.matches(view.idNumber(in: bytes))
        ? Meeting(merit: Merit(Weight.id, .exact, words: 1), field: .id) : nil
    case .name, .names, .shortName, .together: nil
    }
  }

  // MARK: Dates

  private func meetDate(_ date: DateQuery, _ view: EntryView, _ bytes: RawSpan) -> Meeting? {
    let birth = view.birth(in: bytes)
    guard birth.year != 0 else { return nil }
    if let year = date.year, year != birth.year { return nil }
    if let month = date.month, month != birth.month { return nil }
    if let day = date.day, day != birth.day { return nil }
    // What is known of the date has been typed, and no less.
    let isWhole = (birth.day == 0 || date.day != nil) && (birth.month == 0 || date.month != nil)
    let merit = { (weight: Int, how: MatchReason.How) in
      var merit = Merit(weight, how, words: date.words.count)
      // A year is met as it was typed, even if more is known.
      if date.year != nil { merit.wholeWords = date.words.count }
      return merit
    }
    switch (date.year != nil, date.month != nil, date.day != nil) {
    case (true, true, true):
      return Meeting(merit: merit(Weight.wholeDate, .exact), field: .birthDate)
    case (true, true, false), (true, false, true):
      return Meeting(merit: merit(Weight.month, isWhole ? .exact : .part), field: .birthDate)
    case (true, false, false):
      return Meeting(merit: merit(Weight.year, isWhole ? .exact : .part), field: .birthYear)
    case (false, true, true):
      return Meeting(merit: merit(Weight.dayOfYear, .part), field: .birthDate)
    default:
      return Meeting(merit: merit(Weight.lone, .part), field: .birthDate)
    }
  }

  /// One wrong or exchanged digit in one part, or day and month exchanged.
  private func meetDateSlip(_ date: DateQuery, _ view: EntryView, _ bytes: RawSpan) -> Meeting? {
    guard let year = date.year else { return nil }
    let birth = view.birth(in: bytes)
    guard birth.year != 0 else { return nil }
    let month = date.month ?? birth.month
    let day = date.day ?? birth.day
    let isSlip =
      switch (year == birth.year, month == birth.month, day == birth.day) {
      case (false, true, true): OneSlip.parts(year, birth.year)
      case (true, false, true): birth.month != 0 && OneSlip.parts(month, birth.month)
      case (true, true, false): birth.day != 0 && OneSlip.parts(day, birth.day)
      case (true, false, false): birth.day != 0 && month == birth.day && day == birth.month
      default: false
      }
    guard isSlip else { return nil }
    return date.month == nil
      ? Meeting(merit: Self.slip(Weight.year), field: .birthYear)
      : Meeting(merit: Self.slip(Weight.wholeDate), field: .birthDate)
  }

  // MARK: UIDs

  private func meetUID(
    _ typed: Range<Int>, _ extent: Probe.Extent, words: Int, _ view: EntryView, _ bytes: RawSpan
  ) -> Meeting? {
    let uid = unsafe set.text.span.bytes.extracting(typed)
    var best: Merit?
    var isFirst = true
    view.forEachUID(in: bytes) { range in
      defer { isFirst = false }
      guard range.count == typed.count || extent == .part, bytes.contains(uid, in: range) else {
        return
      }
      let whole = isFirst ? Weight.presentUID : Weight.earlierUID
      let merit =
        range.count == typed.count
        ? Merit(whole, .exact, words: words)
        : Merit(Self.part(typed.count) + (isFirst ? 1 : 0), .part, words: words)
      if best.map({ $0 < merit }) ?? true { best = merit }
    }
    return best.map { Meeting(merit: $0, field: .uid) }
  }

  private func meetUIDSlip(_ typed: Range<Int>, _ view: EntryView, _ bytes: RawSpan) -> Meeting? {
    let uid = unsafe set.text.span.bytes.extracting(typed)
    var weight: Int?
    view.forEachUID(in: bytes) { range in
      // Letters that were read as digits leave the rest as it is.
      if OneSlip.parts(uid, bytes, range) || bytes.equals(uid, in: range) {
        weight = Weight.presentUID
      } else if weight == nil, OneSlip.partsSome(uid, bytes, within: range) {
        weight = Self.part(typed.count)
      }
    }
    return weight.map { Meeting(merit: Self.slip($0), field: .uid) }
  }

  // MARK: Phones and SSNs

  private func meetPhone(
    _ typed: Range<Int>, words: Int, _ view: EntryView, _ bytes: RawSpan
  ) -> Meeting? {
    let digits = unsafe set.text.span.bytes.extracting(typed)
    var best: Merit?
    view.forEachPhone(in: bytes) { range in
      guard bytes.contains(digits, in: range) else { return }
      // With or without the country in front it is the same number.
      let isWhole =
        range.count == typed.count
        || (typed.count >= ProbeSet.nationalDigits && bytes.ends(range, with: digits))
      let merit =
        isWhole
        ? Merit(Weight.phone, .exact, words: words)
        : Merit(
          Self.part(typed.count), bytes.ends(range, with: digits) ? .end : .part, words: words)
      if best.map({ $0 < merit }) ?? true { best = merit }
    }
    return best.map { Meeting(merit: $0, field: .phone) }
  }

  private func meetPhoneSlip(
    _ typed: Range<Int>, _ view: EntryView, _ bytes: RawSpan
  ) -> Meeting? {
    let digits = unsafe set.text.span.bytes.extracting(typed)
    var isMet = false
    view.forEachPhone(in: bytes) { range in
      if !isMet { isMet = OneSlip.partsSome(digits, bytes, within: range) }
    }
    return isMet ? Meeting(merit: Self.slip(Weight.phone), field: .phone) : nil
  }

  private func meetSSN(
    _ typed: Range<Int>, words: Int, _ view: EntryView, _ bytes: RawSpan
  ) -> Meeting? {
    let range = view.ssn(in: bytes)
    guard !range.isEmpty else { return nil }
    let digits = unsafe set.text.span.bytes.extracting(typed)
    if range.count < typed.count {
      // The vault keeps the last four; who asks may know all nine.
      guard typed.count == ProbeSet.ssnDigits,
        bytes.equals(digits.extracting(last: range.count), in: range)
      else { return nil }
      return Meeting(merit: Merit(Weight.ssnEnd, .end, words: words), field: .ssn)
    }
    guard bytes.ends(range, with: digits) else { return nil }
    return typed.count == ProbeSet.ssnDigits
      ? Meeting(merit: Merit(Weight.wholeSSN, .exact, words: words), field: .ssn)
      : Meeting(merit: Merit(Weight.ssnEnd, .end, words: words), field: .ssn)
  }

  private func meetSSNSlip(_ typed: Range<Int>, _ view: EntryView, _ bytes: RawSpan) -> Meeting? {
    let digits = unsafe set.text.span.bytes.extracting(typed)
    guard OneSlip.parts(digits, bytes, view.ssn(in: bytes)) else { return nil }
    return Meeting(merit: Self.slip(Weight.wholeSSN), field: .ssn)
  }
}

extension RawSpan {
  /// Whether other bytes stand somewhere in a range.
  fileprivate func contains(_ needle: RawSpan, in range: Range<Int>) -> Bool {
    guard needle.byteCount > 0, range.count >= needle.byteCount else { return false }
    for start in range.lowerBound...(range.upperBound - needle.byteCount)
    where byte(start) == needle.byte(0) {
      if equals(needle, in: start..<(start + needle.byteCount)) { return true }
    }
    return false
  }

  /// Whether a range holds just these bytes.
  fileprivate func equals(_ other: RawSpan, in range: Range<Int>) -> Bool {
    guard range.count == other.byteCount else { return false }
    for index in 0..<other.byteCount where byte(range.lowerBound + index) != other.byte(index) {
      return false
    }
    return true
  }

  /// Whether a range ends with these bytes.
  fileprivate func ends(_ range: Range<Int>, with other: RawSpan) -> Bool {
    guard range.count >= other.byteCount else { return false }
    return equals(other, in: (range.upperBound - other.byteCount)..<range.upperBound)
  }
}
