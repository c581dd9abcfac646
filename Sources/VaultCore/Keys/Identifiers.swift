import VaultCrypto

/// The 16 random bytes that tell vaults apart.
package struct VaultID: Hashable, Sendable {
  /// The number of bytes.
  static let byteCount = 16

  package let bytes: [UInt8]

  /// Reads 32 hexadecimal digits; nil for anything else.
  package init?(hexadecimal text: String) {
    let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count == 2 * Self.byteCount, text.utf8.count == digits.count else { return nil }
    self.init(
      bytes: stride(from: 0, to: digits.count, by: 2).map {
        UInt8(digits[$0] << 4 | digits[$0 + 1])
      })
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Makes a new one at random.
  static func random() -> VaultID {
    VaultID(bytes: Sodium.randomBytes(count: byteCount))
  }
}

/// Eight random bytes that stand for a member for ever.
package struct MemberID: Hashable, Comparable, Sendable {
  /// The number of bytes.
  static let byteCount = 8

  let number: UInt64

  package var bytes: [UInt8] { number.key }

  package static func < (one: MemberID, other: MemberID) -> Bool { one.number < other.number }
}

/// Eight random bytes that stand for a client for ever; never derived from who they are.
package struct ClientID: Hashable, Comparable, Sendable {
  /// The number of bytes.
  static let byteCount = 8

  package let number: UInt64

  package var bytes: [UInt8] { number.key }

  package static func < (one: ClientID, other: ClientID) -> Bool { one.number < other.number }
}

extension RawSpan {
  /// Reads a member id, which is never zero.
  func memberID(at offset: inout Int) throws(FormatProblem) -> MemberID {
    MemberID(number: try idNumber(at: &offset))
  }

  /// Reads a client id, which is never zero.
  func clientID(at offset: inout Int) throws(FormatProblem) -> ClientID {
    ClientID(number: try idNumber(at: &offset))
  }

  /// Reads a vault id.
  func vaultID(at offset: inout Int) throws(FormatProblem) -> VaultID {
    VaultID(bytes: try bytes(VaultID.byteCount, at: &offset))
  }

  private func idNumber(at offset: inout Int) throws(FormatProblem) -> UInt64 {
    let number = try u64(at: &offset)
    guard number != 0 else { throw .badValue }
    return number
  }
}

extension UInt64 {
  /// A random number that is not zero, for a new id.
  static func randomID() -> UInt64 {
    while true {
      let bytes = Sodium.randomBytes(count: 8)
      let number = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      if number != 0 { return number }
    }
  }
}
