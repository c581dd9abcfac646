import Tabular

/// Numbers identifiers in the order in which they came, and finds them again by
/// their bytes without making a text of them.
struct IdentifierIndex: Sendable {
  private var numbers: [UInt64: Int] = [:]
  private var identifiers: [[UInt8]] = []

  /// How many there are.
  var count: Int { identifiers.count }

  /// Takes an identifier; false if it was there already.
  @discardableResult
  mutating func insert(_ identifier: Span<UInt8>) -> Bool {
    var mark = Self.mark(identifier)
    while let number = numbers[mark] {
      if Self.equals(identifiers[number], identifier) { return false }
      mark &+= 1
    }
    numbers[mark] = identifiers.count
    identifiers.append(Self.bytes(identifier))
    return true
  }

  /// The number of an identifier, from 0; nil if it was never taken.
  func number(_ identifier: Span<UInt8>) -> Int? {
    var mark = Self.mark(identifier)
    while let number = numbers[mark] {
      if Self.equals(identifiers[number], identifier) { return number }
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

  private static func equals(_ one: [UInt8], _ other: Span<UInt8>) -> Bool {
    guard one.count == other.count else { return false }
    for place in other.indices where one[place] != other[place] { return false }
    return true
  }

  private static func bytes(_ span: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(span.count)
    for place in span.indices { bytes.append(span[place]) }
    return bytes
  }
}

extension TableRow {
  /// Lends the bytes of a field without the blanks around it.
  func withTrimmed<Result>(_ column: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    withBytes(column) { field in
      var (start, end) = (0, field.count)
      while start < end, field[start] <= 0x20 { start += 1 }
      while end > start, field[end - 1] <= 0x20 { end -= 1 }
      return body(field.extracting(start..<end))
    }
  }
}
