/// Reads a header line by line, and refuses what the grammar does not allow.
///
/// It keeps all that it is given: whoever gives the lines bounds their bytes.
///
/// Source: age-encryption.org/v1, "ABNF definition of file header".
struct AgeHeaderParser {
  private static let versionPrefix = Array("age-encryption.org/".utf8)
  private static let armorLine = Array("-----BEGIN AGE ENCRYPTED FILE-----".utf8)
  private static let stanzaMark = Array("-> ".utf8)
  private static let macCount = 43

  private enum State {
    case version
    /// Between two stanzas.
    case between
    /// In the body of a stanza that began with these arguments at this line.
    case body(arguments: [String], line: Int)
  }

  private let stanzaLimit: Int
  private var state = State.version
  private var entries: [AgeHeader.Entry] = []
  private var text: [UInt8] = []
  private var body: [UInt8] = []

  /// The number of the line that is expected next.
  private(set) var line = 1

  init(stanzaLimit: Int) {
    self.stanzaLimit = stanzaLimit
  }

  /// Takes a line without its end; returns the header when this was its last line.
  mutating func take(_ characters: [UInt8]) throws(AgeError) -> AgeHeader? {
    switch state {
    case .version:
      try checkVersion(characters)
      state = .between
    case .between where characters.starts(with: AgeHeader.endMark):
      return try end(characters)
    case .between:
      state = .body(arguments: try arguments(in: characters), line: line)
    case .body(let arguments, let start):
      try takeBody(characters, arguments: arguments, line: start)
    }
    text += characters
    text.append(UInt8(ascii: "\n"))
    line += 1
    return nil
  }

  /// Tells as early as possible that a line which has not ended begins no age file.
  func checkBeginning(_ characters: [UInt8]) throws(AgeError) {
    guard case .version = state else { return }
    let beginnings = [AgeHeaderParser.versionPrefix, AgeHeaderParser.armorLine]
    guard beginnings.contains(where: { zip($0, characters).allSatisfy(==) }) else { throw .notAge }
  }

  private func checkVersion(_ characters: [UInt8]) throws(AgeError) {
    if characters + [UInt8(ascii: "\n")] == AgeHeader.versionLine { return }
    // An armored file may have line ends of two characters.
    if characters.starts(with: AgeHeaderParser.armorLine) { throw .armored }
    guard characters.starts(with: AgeHeaderParser.versionPrefix) else { throw .notAge }
    throw .unsupportedVersion
  }

  private func arguments(in characters: [UInt8]) throws(AgeError) -> [String] {
    guard characters.starts(with: AgeHeaderParser.stanzaMark) else {
      throw .stanzaSyntax(line: line)
    }
    guard entries.count < stanzaLimit else { throw .tooManyStanzas(limit: stanzaLimit) }
    let parts = characters.dropFirst(AgeHeaderParser.stanzaMark.count)
      .split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ AgeStanza.isArgument($0) }) else { throw .stanzaSyntax(line: line) }
    let arguments = parts.map { String(decoding: $0, as: UTF8.self) }
    // "An scrypt stanza, if present, MUST be the only stanza in the header."
    let isScrypt = arguments[0] == ScryptStanza.type
    if let first = entries.first, isScrypt || first.stanza.type == ScryptStanza.type {
      throw .scryptNotAlone(line: line)
    }
    return arguments
  }

  private mutating func takeBody(
    _ characters: [UInt8], arguments: [String], line start: Int
  ) throws(AgeError) {
    if characters.first == UInt8(ascii: "-") { throw .bodyNotEnded(line: line) }
    guard characters.count <= AgeStanza.columns else { throw .bodyLineTooLong(line: line) }
    guard let bytes = UnpaddedBase64.decode(characters) else { throw .notCanonical(line: line) }
    body += bytes
    guard characters.count < AgeStanza.columns else { return }
    let stanza = AgeStanza(
      unchecked: arguments[0], arguments: Array(arguments.dropFirst()), body: body)
    entries.append(AgeHeader.Entry(stanza: stanza, line: start))
    body = []
    state = .between
  }

  private func end(_ characters: [UInt8]) throws(AgeError) -> AgeHeader {
    guard !entries.isEmpty else { throw .noStanza(line: line) }
    let mark = AgeHeader.endMark + [UInt8(ascii: " ")]
    guard characters.count == mark.count + AgeHeaderParser.macCount,
      characters.starts(with: mark)
    else { throw .macSyntax(line: line) }
    guard let mac = UnpaddedBase64.decode(characters.dropFirst(mark.count)) else {
      throw .notCanonical(line: line)
    }
    return AgeHeader(entries: entries, authenticated: text + AgeHeader.endMark, mac: mac)
  }
}
