/// Questions about single ASCII bytes.
enum ASCII {
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  static func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  /// The capital of a letter; any other byte as it is.
  static func capital(_ byte: UInt8) -> UInt8 { isSmall(byte) ? byte - 0x20 : byte }
  /// The small form of a letter; any other byte as it is.
  static func small(_ byte: UInt8) -> UInt8 { isCapital(byte) ? byte + 0x20 : byte }

  /// The number that one to four decimal digits write; nil for anything else.
  static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard (1...4).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
