/// Finds out what happened to a text that should have been a UID.
struct UIDDiagnosis {
  private let text: [Unicode.Scalar]
  private let pattern: UIDPattern
  /// The text in capitals; a zero byte for what is not ASCII.
  private let capitals: [UInt8]

  init(text: [Unicode.Scalar], pattern: UIDPattern) {
    self.text = text
    self.pattern = pattern
    capitals = text.map { $0.isASCII ? ASCII.capital(UInt8(truncatingIfNeeded: $0.value)) : 0 }
  }

  /// The most telling problem: first what has a shape of its own, then names,
  /// then single characters, then the length.
  var problem: UIDProblem {
    shape ?? name ?? letters ?? length
  }

  private var shape: UIDProblem? {
    if isGroupedLikeSSN { return .looksLikeSSN }
    if isScientific { return .scientificNotation }
    return decimals ?? separated
  }

  /// Three, two and four digits with anything that parts them: `999-68-8397`.
  private var isGroupedLikeSSN: Bool {
    capitals.count == 11
      && capitals.indices.allSatisfy { place in
        place == 3 || place == 6
          ? Self.isSeparator(text[place]) : ASCII.isDigit(capitals[place])
      }
  }

  /// Digits, perhaps a fraction, then E, perhaps a sign, and digits.
  private var isScientific: Bool {
    let halves = capitals.split(separator: 0x45, omittingEmptySubsequences: false)
    guard halves.count == 2 else { return false }
    let mantissa = halves[0].split(omittingEmptySubsequences: false, whereSeparator: Self.isPoint)
    let exponent = halves[1].drop { $0 == 0x2B || $0 == 0x2D }
    return mantissa.count <= 2
      && (mantissa + [exponent]).allSatisfy { !$0.isEmpty && $0.allSatisfy(ASCII.isDigit) }
  }

  /// Digits, a point or comma, and zeros: the UID was kept as a number.
  private var decimals: UIDProblem? {
    let parts = capitals.split(omittingEmptySubsequences: false, whereSeparator: Self.isPoint)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy(ASCII.isDigit),
      parts[1].allSatisfy({ $0 == 0x30 })
    else { return nil }
    return .decimalPoint(suggestion: identifier(Array(parts[0])))
  }

  /// A UID in groups. Each group must hold a digit, so that no part of a name
  /// comes back in a suggestion.
  private var separated: UIDProblem? {
    let groups = text.indices.split { Self.isSeparator(text[$0]) }
    let telling = groups.allSatisfy { $0.contains { ASCII.isDigit(capitals[$0]) } }
    guard telling, let uid = identifier(groups.joined().map { capitals[$0] }) else { return nil }
    return .separators(suggestion: uid)
  }

  private var name: UIDProblem? {
    guard !pattern.hasDigit(capitals) else { return nil }
    if pattern.firstStranger(in: capitals) == nil, pattern.allows(length: capitals.count) {
      return .noDigit
    }
    return text.contains(where: \.properties.isAlphabetic) ? .isAName : nil
  }

  private var letters: UIDProblem? {
    guard let stranger = pattern.firstStranger(in: capitals) else { return nil }
    let corrected = capitals.enumerated().map { place, byte in
      place < pattern.prefix.count || pattern.holds(byte) ? byte : Self.digit(like: byte)
    }
    guard let uid = identifier(corrected) else { return .wrongCharacter(position: stranger + 1) }
    return .letterForDigit(suggestion: uid)
  }

  private var length: UIDProblem {
    let (wanted, found) = (pattern.lengths, capitals.count)
    if pattern.prefix.isEmpty, wanted.count == 1, found == wanted.lowerBound - 1,
      capitals.allSatisfy(ASCII.isDigit), let uid = identifier([0x30] + capitals)
    {
      return .lostLeadingZero(suggestion: uid)
    }
    return found - pattern.prefix.count < wanted.lowerBound
      ? .tooShort(found: found) : .tooLong(found: found)
  }

  private func identifier(_ bytes: [UInt8]) -> UniqueIdentifier? {
    pattern.fits(bytes) ? UniqueIdentifier(checked: bytes) : nil
  }

  private static func isPoint(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2C }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.isDash || scalar == "." || scalar == ","
  }

  /// The digit for which a capital is usually mistaken, or the byte itself.
  private static func digit(like capital: UInt8) -> UInt8 {
    switch Unicode.Scalar(capital) {
    case "O", "Q": 0x30
    case "I", "L": 0x31
    case "Z": 0x32
    case "S": 0x35
    case "G": 0x36
    case "B": 0x38
    default: capital
    }
  }
}
