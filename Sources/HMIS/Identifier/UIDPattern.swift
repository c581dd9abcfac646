/// Says what a UID looks like in one community's HMIS: a kind of characters,
/// how many of them, and perhaps fixed characters in front.
///
/// Written `KIND:LENGTH` or `KIND:MIN-MAX`, then perhaps `:PREFIX`; `hex:9`,
/// `digits:6-10`, `alnum:8:C-`. The lengths count the characters behind the
/// prefix. Whatever the pattern, at least one of these is a decimal digit.
package struct UIDPattern: Hashable, Sendable {
  /// The characters of a UID; letters in either case.
  package enum Kind: String, CaseIterable, Sendable {
    /// Digits and the letters A to F.
    case hex
    /// Digits only.
    case digits
    /// Digits and the letters A to Z.
    case alnum
  }

  /// The greatest number of characters of a prefix.
  package static let longestPrefix = 16
  /// Nine hexadecimal digits: what the examples of the job aid have
  /// (`999688397`, `B23171bc0`). The vendor states no format.
  package static let standard = UIDPattern(kind: .hex, lengths: 9...9, prefix: [])

  /// The characters behind the prefix.
  package let kind: Kind
  /// How many characters stand behind the prefix.
  package let lengths: ClosedRange<Int>
  /// The capitals, digits and hyphens in front.
  let prefix: [UInt8]

  /// Reads a pattern as it is written in the policy; letters in either case.
  ///
  /// - Throws: `patternForm`, `patternKind`, `patternLength` or
  ///   `patternPrefix`, as their own documentation says.
  package init(_ text: String) throws(HMISError) {
    let parts = text.utf8.map(ASCII.small).split(separator: 0x3A, omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3 else { throw .patternForm }
    guard let kind = Kind(rawValue: String(decoding: parts[0], as: UTF8.self)) else {
      throw .patternKind
    }
    let prefix = parts.count == 3 ? parts[2].map(ASCII.capital) : []
    if parts.count == 3 { try Self.check(prefix: prefix) }
    let lengths = try Self.lengths(parts[1])
    guard lengths.upperBound + prefix.count <= UniqueIdentifier.longest else {
      throw .patternLength(limit: UniqueIdentifier.longest)
    }
    self.init(kind: kind, lengths: lengths, prefix: prefix)
  }

  private init(kind: Kind, lengths: ClosedRange<Int>, prefix: [UInt8]) {
    self.kind = kind
    self.lengths = lengths
    self.prefix = prefix
  }

  private static func check(prefix: [UInt8]) throws(HMISError) {
    let allowed = prefix.allSatisfy { ASCII.isCapital($0) || ASCII.isDigit($0) || $0 == 0x2D }
    guard allowed, (1...longestPrefix).contains(prefix.count) else {
      throw .patternPrefix(limit: longestPrefix)
    }
  }

  private static func lengths(_ text: ArraySlice<UInt8>) throws(HMISError) -> ClosedRange<Int> {
    let ends = text.split(separator: 0x2D, omittingEmptySubsequences: false).map(ASCII.number)
    guard ends.count <= 2, let first = ends.first, let last = ends.last,
      let shortest = first, let longest = last
    else { throw .patternForm }
    guard shortest >= 1, shortest <= longest else {
      throw .patternLength(limit: UniqueIdentifier.longest)
    }
    return shortest...longest
  }

  /// Whether a byte, a capital where it is a letter, is one of the kind's.
  func holds(_ byte: UInt8) -> Bool {
    switch kind {
    case .digits: ASCII.isDigit(byte)
    case .hex: ASCII.isDigit(byte) || byte &- 0x41 < 6
    case .alnum: ASCII.isDigit(byte) || ASCII.isCapital(byte)
    }
  }

  /// The place, counted from 0, of the first byte of `capitals` that the
  /// pattern does not allow there; nil where all are allowed, at any length.
  func firstStranger(in capitals: [UInt8]) -> Int? {
    capitals.indices.first { place in
      place < prefix.count ? capitals[place] != prefix[place] : !holds(capitals[place])
    }
  }

  /// Whether a text, its prefix included, has a length of the pattern.
  func allows(length: Int) -> Bool {
    lengths.contains(length - prefix.count)
  }

  /// Whether a decimal digit stands behind the prefix.
  func hasDigit(_ capitals: [UInt8]) -> Bool {
    let behind = capitals.starts(with: prefix) ? capitals.dropFirst(prefix.count) : capitals[...]
    return behind.contains(where: ASCII.isDigit)
  }

  /// Whether a text in capitals is a UID of this pattern.
  func fits(_ capitals: [UInt8]) -> Bool {
    allows(length: capitals.count) && firstStranger(in: capitals) == nil && hasDigit(capitals)
  }
}

extension UIDPattern: CustomStringConvertible {
  /// The one way to write this pattern, which reads back as it.
  package var description: String {
    let (shortest, longest) = (lengths.lowerBound, lengths.upperBound)
    let length = shortest == longest ? "\(shortest)" : "\(shortest)-\(longest)"
    let front = prefix.isEmpty ? "" : ":" + String(decoding: prefix, as: UTF8.self)
    return "\(kind.rawValue):\(length)\(front)"
  }
}
