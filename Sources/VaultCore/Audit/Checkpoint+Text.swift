import VaultCrypto

/// Why a text is no checkpoint.
package enum CheckpointProblem: Error, Equatable, Sendable {
  /// Something is missing, out of place, or mistyped.
  case notACheckpoint
  /// Of a version that this program does not know.
  case unknownVersion
}

extension Checkpoint {
  /// The lines to print or send; blanks and line ends may be changed on the way.
  package var lines: [String] {
    [
      "UID Vault checkpoint \(Self.version)",
      "vault \(Self.groups(vault.bytes))",
      "words \(words.joined(separator: " "))",
      "link \(number)", "  \(Self.groups(hash.bytes))",
      "members \(rosterNumber)", "  \(Self.groups(rosterHash.bytes))",
      "time \(UTCTime.text(time))",
      "signer \(signer.text)",
      "signature", "  \(Self.groups(Array(signature.bytes.prefix(32))))",
      "  \(Self.groups(Array(signature.bytes.dropFirst(32))))",
    ]
  }

  /// Reads a text; nobody has checked its signature yet.
  ///
  /// - Throws: `.notACheckpoint`, `.unknownVersion`.
  package init(untrusted text: String) throws(CheckpointProblem) {
    var words = CheckpointWords(text)
    try words.expect(["UID", "Vault", "checkpoint"])
    guard try words.number() == UInt64(Self.version) else { throw .unknownVersion }
    try words.expect(["vault"])
    vault = VaultID(bytes: try words.bytes(VaultID.byteCount))
    try words.expect(["words"])
    self.words = try words.take(8)
    try words.expect(["link"])
    number = try words.number()
    hash = Digest(stored: try words.bytes(Digest.count))
    try words.expect(["members"])
    rosterNumber = try words.number()
    rosterHash = Digest(stored: try words.bytes(Digest.count))
    try words.expect(["time"])
    guard let time = UTCTime.seconds(try words.take(1)[0]) else { throw .notACheckpoint }
    self.time = time
    try words.expect(["signer"])
    let id = try words.bytes(MemberID.byteCount)
    signer = MemberID(number: id.reduce(0) { $0 << 8 | UInt64($1) })
    try words.expect(["signature"])
    signature = Signature(stored: try words.bytes(Signature.count))
    guard words.isAtEnd else { throw .notACheckpoint }
  }

  /// Hexadecimal digits, 16 together: what an eye can compare.
  private static func groups(_ bytes: [UInt8]) -> String {
    stride(from: 0, to: bytes.count, by: 8).map { start in
      bytes[start..<min(start + 8, bytes.count)].map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
    }.joined(separator: " ")
  }
}

/// A checkpoint's text, word after word.
private struct CheckpointWords {
  private var rest: ArraySlice<Substring>

  init(_ text: String) {
    rest = text.split { $0.isWhitespace }[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ count: Int) throws(CheckpointProblem) -> [String] {
    guard rest.count >= count else { throw .notACheckpoint }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count).map(String.init)
  }

  mutating func expect(_ words: [String]) throws(CheckpointProblem) {
    guard try take(words.count) == words else { throw .notACheckpoint }
  }

  mutating func number() throws(CheckpointProblem) -> UInt64 {
    guard let number = UInt64(try take(1)[0]) else { throw .notACheckpoint }
    return number
  }

  /// Bytes in hexadecimal digits, in as many words as they were parted into.
  mutating func bytes(_ count: Int) throws(CheckpointProblem) -> [UInt8] {
    var digits: [UInt8] = []
    while digits.count < 2 * count {
      for character in try take(1)[0].utf8 {
        guard let digit = Character(UnicodeScalar(character)).hexDigitValue else {
          throw .notACheckpoint
        }
        digits.append(UInt8(digit))
      }
    }
    guard digits.count == 2 * count else { throw .notACheckpoint }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
