import Tabular

/// Numbers identifiers in the order in which they came, and finds them again by
/// their bytes without making a text of them.
struct IdentifierIndex: Sendable {
  private var numbers: [UInt64: Int] = [:]
  private var identifiers: [[UInt8]] = []

  /// Takes an identifier; false if it was there already.
  @discardableResult
  mutating func insert(_ identifier: Span<UInt8>) -> Bool {
    var mark = Self.mark(identifier)
    while let number = numbers[mark] {
      if identifier.isSame(as: identifiers[number]) { return false }
      mark &+= 1
    }
    numbers[mark] = identifiers.count
    identifiers.append(identifier.bytes)
    return true
  }

  /// The number of an identifier, from 0; nil if it was never taken.
  func number(_ identifier: Span<UInt8>) -> Int? {
    var mark = Self.mark(identifier)
    while let number = numbers[mark] {
      if identifier.isSame(as: identifiers[number]) { return number }
      mark &+= 1
    }
    return nil
  }

  /// FNV-1a, 64 bits; two that fall together are told apart by their bytes.
  private static func mark(_ identifier: Span<UInt8>) -> UInt64 {
    var mark: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in identifier.indices {
      mark = (mark ^ UInt64(identifier[place])) &* 0x100_0000_01B3
    }
    return mark
  }
}

extension TableRow {
  /// Lends the bytes of a field without the blanks around it.
  func withTrimmed<Result>(_ column: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    withBytes(column) { body($0.extracting($0.withoutBlanks)) }
  }
}
