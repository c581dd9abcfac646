import Matching

/// Lets through, from the bytes of an entry alone, everybody who could be similar.
///
/// Evidence reaches the lower threshold only with an agreement in birth date or number, with one
/// equal name or part of a name, or with names that begin alike, in either order.
struct CandidateFilter: Sendable {
  /// Whether a byte begins one of our names.
  private let initials: [Bool]
  /// All that `words` makes of our names.
  private let words: Set<[UInt8]>
  /// Which letters occur in each of our names.
  private let letterSets: [UInt32]
  private let birth: (year: Int, month: Int, day: Int)?
  private let phoneEnds: [[UInt8]]
  private let ssn: [UInt8]

  /// Shorter parts ("de", "la") say nothing.
  private static let partLength = 4
  /// As many digits of a phone as people give without an area code.
  private static let phoneDigits = 7

  init(_ details: ClientDetails) {
    let names =
      ([details.given, details.surname, details.preferred].compactMap { $0 }
      + details.aliases.map(\.text)).map { FoldedName($0) }
    let parts = names.flatMap(\.parts)
    var initials = [Bool](repeating: false, count: 256)
    for part in parts { if let first = part.text.utf8.first { initials[Int(first)] = true } }
    self.initials = initials
    letterSets = names.map { Self.letterSet(of: $0.bytes) }
    words = Set(names.flatMap { Self.words(of: $0.bytes) })
    birth = details.birthDate.map {
      ($0.partial.year, $0.partial.month ?? 0, $0.partial.day ?? 0)
    }
    phoneEnds = details.phones.map { Array($0.utf8.filter(Self.isDigit).suffix(Self.phoneDigits)) }
      .filter { $0.count == Self.phoneDigits }
    ssn = Array((details.ssn ?? "").utf8)
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
    return isWhole
      && (year + month + day == 1
        || (year == 0 && birth.month == other.day && birth.day == other.month))
  }

  private func sharesNumber(_ view: EntryView, in bytes: RawSpan) -> Bool {
    var shares = sharesSSN(view.ssn(in: bytes), in: bytes)
    guard !shares, !phoneEnds.isEmpty else { return shares }
    view.forEachPhone(in: bytes) { range in
      if phoneEnds.contains(where: { bytes.ends(range, with: $0) }) { shares = true }
    }
    return shares
  }

  /// The last four digits agree, or all nine but for one slip.
  private func sharesSSN(_ other: Range<Int>, in bytes: RawSpan) -> Bool {
    guard !ssn.isEmpty, !other.isEmpty else { return false }
    if bytes.ends(other, with: ssn.suffix(4)) { return true }
    guard ssn.count == other.count else { return false }
    return ssn.indices.count { bytes.byte(other.lowerBound + $0) != ssn[$0] } <= 2
  }

  /// One name is equal, or another name begins like one of ours, or of given name and surname, as far
  /// as there are both, one does and the other as well or has nearly the letters of one of ours.
  private func sharesName(_ view: EntryView, in bytes: RawSpan) -> Bool {
    var (touched, missed, equal) = (false, false, false)
    var otherTouched = false
    view.forEachName(in: bytes) { kind, range in
      guard !equal, kind != .middle, kind != .suffix, !range.isEmpty else { return }
      let isTouched = beginsLikeOurs(range, in: bytes)
      // An equal name begins with the same byte.
      if isTouched, isOurs(range, in: bytes) { equal = true }
      switch kind {
      case .given, .surname:
        if isTouched {
          touched = true
        } else if !hasLettersLikeOurs(range, in: bytes) {
          missed = true
        }
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
    Self.words(of: bytes.copy(range)).contains(where: words.contains)
  }

  /// At most one letter is in one of the names alone, and one in the other: a slip in the first
  /// letter, in names that are else the same.
  private func hasLettersLikeOurs(_ range: Range<Int>, in bytes: RawSpan) -> Bool {
    var own: UInt32 = 0
    for place in range { own |= Self.bit(of: bytes.byte(place)) }
    return letterSets.contains {
      ($0 & ~own).nonzeroBitCount <= 1 && (own & ~$0).nonzeroBitCount <= 1
    }
  }

  private static func letterSet(of name: [UInt8]) -> UInt32 {
    name.reduce(0) { $0 | bit(of: $1) }
  }

  private static func bit(of byte: UInt8) -> UInt32 {
    byte == UInt8(ascii: " ") ? 0 : 1 << UInt32(byte & 31)
  }

  /// What a folded name can be equal by: all of it without blanks, the same behind its first part
  /// (the surname of a whole name), and each part that is long enough to say something.
  private static func words(of name: [UInt8]) -> [[UInt8]] {
    let parts = name.split(separator: UInt8(ascii: " "))
    guard parts.count > 1 else { return name.isEmpty ? [] : [name] }
    return [Array(parts.joined()), Array(parts.dropFirst().joined())]
      + parts.map(Array.init).filter { $0.count >= partLength }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension RawSpan {
  /// Whether the bytes of a range end with others.
  func ends(_ range: Range<Int>, with end: some RandomAccessCollection<UInt8>) -> Bool {
    guard range.count >= end.count else { return false }
    let start = range.upperBound - end.count
    return zip(start..., end).allSatisfy { byte($0) == $1 }
  }
}
