/// The Unique Identifier (UID) that HMIS gives to a client record. Two are
/// the same whatever the case of their letters.
package struct UniqueIdentifier: Sendable {
  /// The greatest number of characters of a UID, whatever the pattern.
  package static let longest = 32

  /// The UID in capitals: what is compared, shown and searched.
  private let capitals: String
  /// Bit n is set where the character at place n, from 0, was a small letter.
  private let small: UInt32

  /// Takes bytes that are known to be a UID, in the case in which they came.
  init(checked bytes: [UInt8]) {
    precondition((1...Self.longest).contains(bytes.count))
    capitals = String(decoding: bytes.map(ASCII.capital), as: UTF8.self)
    var small: UInt32 = 0
    for (place, byte) in bytes.enumerated() where ASCII.isSmall(byte) { small |= 1 << place }
    self.small = small
  }

  /// Takes back a UID from where it was stored, with the case it was stored
  /// in. No pattern is asked: the policy may have changed since.
  ///
  /// - Throws: `empty`; `tooLong` above 32 characters; `wrongCharacter` for
  ///   anything but letters A to Z, digits and hyphens; `noDigit`.
  package init(stored bytes: [UInt8]) throws(UIDProblem) {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= Self.longest else { throw .tooLong(found: bytes.count) }
    for (place, byte) in bytes.enumerated() {
      let known = ASCII.isCapital(ASCII.capital(byte)) || ASCII.isDigit(byte) || byte == 0x2D
      guard known else { throw .wrongCharacter(position: place + 1) }
    }
    guard bytes.contains(where: ASCII.isDigit) else { throw .noDigit }
    self.init(checked: bytes)
  }

  /// The UID in ASCII capitals: the compact form to store.
  package var bytes: [UInt8] { Array(capitals.utf8) }

  /// The UID in the case in which it was typed, as HMIS shows it in the name
  /// field (`B23171bc0`).
  package var inNameField: String {
    let bytes = capitals.utf8.enumerated().map { place, byte in
      small >> UInt32(place) & 1 == 1 ? ASCII.small(byte) : byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UniqueIdentifier: Hashable, Comparable {
  package static func == (one: Self, other: Self) -> Bool { one.capitals == other.capitals }
  package static func < (one: Self, other: Self) -> Bool { one.capitals < other.capitals }
  package func hash(into hasher: inout Hasher) { hasher.combine(capitals) }
}

extension UniqueIdentifier: CustomStringConvertible {
  /// The UID in capitals.
  package var description: String { capitals }
}
