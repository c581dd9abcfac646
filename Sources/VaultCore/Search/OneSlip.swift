/// Tells whether two short runs of bytes are one typing error apart: one too many, too few or wrong,
/// or two neighbours exchanged.
enum OneSlip {
  /// Compares what was typed with all of a range.
  static func parts(_ typed: RawSpan, _ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    let (count, other) = (typed.byteCount, range.count)
    guard abs(count - other) <= 1 else { return false }
    let shorter = min(count, other)
    var start = 0
    while start < shorter, typed.byte(start) == bytes.byte(range.lowerBound + start) { start += 1 }
    var end = 0
    while end < shorter - start,
      typed.byte(count - 1 - end) == bytes.byte(range.upperBound - 1 - end)
    { end += 1 }
    let rest = count - start - end
    if count != other { return start + end == shorter }
    guard rest == 2 else { return rest == 1 }
    return typed.byte(start) == bytes.byte(range.lowerBound + start + 1)
      && typed.byte(start + 1) == bytes.byte(range.lowerBound + start)
  }

  /// Compares what was typed with every run of about its length within a range.
  static func partsSome(_ typed: RawSpan, _ bytes: RawSpan, within range: Range<Int>) -> Bool {
    for count in (typed.byteCount - 1)...(typed.byteCount + 1) where count <= range.count {
      for start in range.lowerBound...(range.upperBound - count)
      where parts(typed, bytes, start..<(start + count)) { return true }
    }
    return false
  }

  /// Tells whether two numbers of the same count of digits are one slip apart, or neighbours.
  static func parts(_ one: Int, _ other: Int) -> Bool {
    guard one != other else { return false }
    if abs(one - other) == 1 { return true }
    var (left, right) = (one, other)
    while left % 10 == right % 10 { (left, right) = (left / 10, right / 10) }
    let digits = (left % 10, right % 10)
    (left, right) = (left / 10, right / 10)
    if left == right { return true }
    return left % 10 == digits.1 && right % 10 == digits.0 && left / 10 == right / 10
  }
}
