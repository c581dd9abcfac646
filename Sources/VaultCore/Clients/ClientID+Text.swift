extension ClientID {
  /// Characters of an id behind the `@`: 64 bits at five a character.
  static let characterCount = 13
  /// Fewest characters that stand for an id: 30 bits, seldom shared even by a million clients.
  static let shortCount = 6

  fileprivate static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  /// The whole id as people and programs see it: `@` and 13 characters of lower-case base32.
  ///
  /// Source: RFC 4648 section 6, without padding, in lower case.
  package var text: String {
    let characters = (0..<Self.characterCount).map { index in
      // The last character holds four bits and a zero.
      let shift = 64 - 5 * (index + 1)
      let bits = shift >= 0 ? number >> UInt64(shift) : number << UInt64(-shift)
      return Self.alphabet[Int(bits & 31)]
    }
    return "@" + String(decoding: characters, as: UTF8.self)
  }

  /// Reads a whole id; nil if it is none.
  package init?(text: String) {
    guard let prefix = ClientIDPrefix(text), prefix.isWhole else { return nil }
    self = prefix.least
  }

  /// The beginning of the id, enough for a person to tell it from others.
  package var shortText: String { String(text.prefix(1 + Self.shortCount)) }
}

/// The beginning of an id as it is typed: `@` and 6 to 13 characters.
package struct ClientIDPrefix: Equatable, Sendable {
  private let bits: UInt64
  private let mask: UInt64

  /// Reads a typed id; nil if it is none.
  package init?(_ typed: String) {
    let characters = Array(typed.lowercased().utf8)
    guard characters.first == UInt8(ascii: "@"),
      (ClientID.shortCount...ClientID.characterCount).contains(characters.count - 1)
    else { return nil }
    var bits: UInt64 = 0
    for (index, character) in characters.dropFirst().enumerated() {
      guard let value = ClientID.alphabet.firstIndex(of: character) else { return nil }
      let shift = 64 - 5 * (index + 1)
      guard shift >= 0 || value & 1 == 0 else { return nil }
      bits |= shift >= 0 ? UInt64(value) << UInt64(shift) : UInt64(value) >> UInt64(-shift)
    }
    self.bits = bits
    let count = min(64, 5 * (characters.count - 1))
    mask = count == 64 ? .max : ~(UInt64.max >> UInt64(count))
  }

  /// Whether it is a whole id.
  fileprivate var isWhole: Bool { mask == .max && bits != 0 }

  /// The first id that begins like this.
  fileprivate var least: ClientID { ClientID(number: bits) }

  /// The beginning as it was typed, in lower case.
  package var text: String {
    String(least.text.prefix(1 + (mask.nonzeroBitCount + 4) / 5))
  }

  /// Whether an id begins like this.
  func matches(_ number: UInt64) -> Bool { number & mask == bits }
}
