import VaultCrypto

/// An scrypt stanza whose form was checked: a file key wrapped for a passphrase.
///
/// Source: age-encryption.org/v1, "The scrypt recipient type".
struct ScryptStanza {
  static let type = "scrypt"

  private let wrap: AgePassphraseWrap

  /// Checks a stanza of this type that begins at a line.
  init(_ stanza: AgeStanza, line: Int) throws(AgeError) {
    guard stanza.arguments.count == 2 else {
      throw .argumentCount(line: line, found: stanza.arguments.count + 1)
    }
    guard let salt = UnpaddedBase64.decode(stanza.arguments[0].utf8) else {
      throw .notCanonical(line: line)
    }
    guard salt.count == AgePassphraseWrap.saltCount else {
      throw .saltLength(line: line, found: salt.count)
    }
    let work = try ScryptStanza.work(stanza.arguments[1], line: line)
    do throws(CryptoError) {
      wrap = try AgePassphraseWrap(untrustedSalt: salt, work: work, sealed: stanza.body)
    } catch {
      throw .bodyLength(line: line, found: stanza.body.count)
    }
  }

  /// Reads "the base-two logarithm of the scrypt work factor in decimal", without leading zeros.
  private static func work(_ text: String, line: Int) throws(AgeError) -> AgeWorkFactor {
    let digits = text.utf8
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      digits.first != UInt8(ascii: "0")
    else { throw .workFactorSyntax(line: line) }
    // More digits than an Int holds are a number beyond the ceiling as well.
    guard let work = Int(text).flatMap(AgeWorkFactor.init(untrusted:)) else {
      throw .workFactorTooHigh(line: line, limit: AgeWorkFactor.ceiling)
    }
    return work
  }

  /// Wraps a file key for a passphrase.
  ///
  /// - Throws: `CryptoError.outOfMemory`.
  static func stanza(
    wrapping fileKey: borrowing AgeFileKey, for passphrase: borrowing Passphrase
  ) throws(CryptoError) -> AgeStanza {
    let wrap = try passphrase.wrap(fileKey)
    let salt = String(decoding: UnpaddedBase64.encode(wrap.salt), as: UTF8.self)
    return AgeStanza(
      unchecked: type, arguments: [salt, String(wrap.work.logarithm)], body: wrap.sealed)
  }

  /// Opens the file key, or returns nil when the passphrase is another one.
  ///
  /// - Throws: `CryptoError.outOfMemory`.
  func fileKey(with passphrase: borrowing Passphrase) throws(CryptoError) -> AgeFileKey? {
    try passphrase.fileKey(from: wrap)
  }
}
