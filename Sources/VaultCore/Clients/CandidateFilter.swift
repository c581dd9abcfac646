import Matching

/// Lets through, from the bytes of an entry alone, everybody who could be similar.
///
/// Evidence reaches the lower threshold only with an agreement in birth date or number, with one
/// equal name or part of a name, or with the initials of given name and surname, in either order.
struct CandidateFilter: Sendable {
  /// Whether a byte begins one of our names.
  private let initials: [Bool]
  /// Our names without blanks, and their parts of at least `partLength` bytes.
  private let words: Set<[UInt8]>
  private let birth: (year: Int, month: Int, day: Int)?
  private let phoneEnds: [[UInt8]]
  private let ssnEnd: [UInt8]

  /// Shorter parts ("de", "la") say nothing.
  private static let partLength = 4
  /// As many digits of a phone as people give without an area code.
  private static let phoneDigits = 7

  init(_ details: ClientDetails) {
    let names = ([details.given, details.surname, details.preferred].compactMap { $0 }
      + details.aliases.map(\.text)).map { FoldedName($0) }
    let parts = names.flatMap(\.parts)
    var initials = [Bool](repeating: false, count: 256)
    for part in parts { if let first = part.text.utf8.first { initials[Int(first)] = true } }
    self.initials = initials
    words = Set(
      names.map(\.joined.bytes).filter { !$0.isEmpty }
        + parts.map(\.bytes).filter { $0.count >= Self.partLength })
    birth = details.birthDate.map {
      ($0.partial.year, $0.partial.month ?? 0, $0.partial.day ?? 0)
    }
    phoneEnds = details.phones.map { Array($0.utf8.filter(Self.isDigit).suffix(Self.phoneDigits)) }
      .filter { $0.count == Self.phoneDigits }
    ssnEnd = Array((details.ssn ?? "").utf8.suffix(4))
  }

  func passes(_ view: EntryView, in bytes: RawSpan) -> Bool {
    sharesBirthDate(view.birth(in: bytes)) || sharesNumber(view, in: bytes)
      || sharesName(view, in: bytes)
  }

  /// At most one part differs, or day and month are exchanged; an unknown part agrees.
  private func sharesBirthDate(_ other: (year: Int, month: Int, day: Int)) -> Bool {
    guard let birth, other.year != 0 else { return false }
    let year = birth.year != other.year ? 1 : 0
    let month = birth.month != other.month && birth.month != 0 && other.month != 0 ? 1 : 0
    let day = birth.day != other.day && birth.day != 0 && other.day != 0 ? 1 : 0
    if year + month + day == 0 { return true }
    // With unknown parts, agreement in what is left alone is no more than chance.
    let isWhole = birth.day != 0 && other.day != 0
    return isWhole && (year + month + day == 1
      || (year == 0 && birth.month == other.day && birth.day == other.month))
  }

  private func sharesNumber(_ view: EntryView, in bytes: RawSpan) -> Bool {
    var shares = false
    if !ssnEnd.isEmpty { shares = bytes.ends(view.ssn(in: bytes), with: ssnEnd) }
    guard !shares, !phoneEnds.isEmpty else { return shares }
    view.forEachPhone(in: bytes) { range in
      if phoneEnds.contains(where: { bytes.ends(range, with: $0) }) { shares = true }
    }
    return shares
  }

  /// One name is equal, or each of given name and surname, as far as there is one, has a part that
  /// begins like one of ours, or another name has.
  private func sharesName(_ view: EntryView, in bytes: RawSpan) -> Bool {
    var (touched, missed, equal) = (false, false, false)
    var otherTouched = false
    view.forEachName(in: bytes) { kind, range in
      guard !equal, kind != .middle, kind != .suffix, !range.isEmpty else { return }
      let isTouched = beginsLikeOurs(range, in: bytes)
      // An equal name or part begins with the same byte.
      if isTouched, isOurs(range, in: bytes) { equal = true }
      switch kind {
      case .given, .surname: if isTouched { touched = true } else { missed = true }
      default: if isTouched { otherTouched = true }
      }
    }
    return equal || otherTouched || (touched && !missed)
  }

  private func beginsLikeOurs(_ range: Range<Int>, in bytes: RawSpan) -> Bool {
    var atStart = true
    for place in range {
      let byte = bytes.byte(place)
      if atStart, initials[Int(byte)] { return true }
      atStart = byte == UInt8(ascii: " ")
    }
    return false
  }

  private func isOurs(_ range: Range<Int>, in bytes: RawSpan) -> Bool {
    let text = bytes.copy(range)
    let parts = text.split(separator: UInt8(ascii: " "))
    return words.contains(Array(parts.joined()))
      || parts.contains { $0.count >= Self.partLength && words.contains(Array($0)) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension RawSpan {
  /// Whether the bytes of a range end with others.
  func ends(_ range: Range<Int>, with end: [UInt8]) -> Bool {
    guard range.count >= end.count else { return false }
    let start = range.upperBound - end.count
    return end.indices.allSatisfy { byte(start + $0) == end[$0] }
  }
}
