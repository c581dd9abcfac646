/// The usual slips in a number of fixed length.
enum DigitSlip {
  /// Tells whether two numbers differ by exactly one wrong digit, or by two
  /// neighbouring digits that are exchanged.
  static func areOneApart(_ one: UInt64, _ other: UInt64) -> Bool {
    var (left, right) = (one, other)
    guard left != right else { return false }
    while left % 10 == right % 10 { (left, right) = (left / 10, right / 10) }
    let digits = (left % 10, right % 10)
    (left, right) = (left / 10, right / 10)
    if left == right { return true }
    return left % 10 == digits.1 && right % 10 == digits.0 && left / 10 == right / 10
  }
}
