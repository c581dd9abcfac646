import VaultCrypto

/// A stanza whose form was checked: a file key wrapped for whoever knows a passphrase.
///
/// It stands alone in its header, which the parser demands of every header that it reads.
///
/// Source: age-encryption.org/v1, "scrypt recipient stanza".
struct ScryptStanza {
  static let type = "scrypt"

  private let salt: [UInt8]
  private let workFactor: AgeWorkFactor
  private let sealed: [UInt8]

  /// Checks a stanza of this type that begins at a line; nothing is stretched before.
  init(_ stanza: AgeStanza, line: Int) throws(AgeError) {
    guard stanza.arguments.count == 2 else {
      throw .argumentCount(line: line, found: stanza.arguments.count + 1)
    }
    guard let salt = UnpaddedBase64.decode(stanza.arguments[0].utf8) else {
      throw .notCanonical(line: line)
    }
    guard salt.count == AgePassphraseKey.saltCount else {
      throw .saltLength(line: line, found: salt.count)
    }
    guard stanza.body.count == AgeWrappedKey.sealedCount else {
      throw .bodyLength(line: line, found: stanza.body.count)
    }
    self.salt = salt
    workFactor = try Self.workFactor(stanza.arguments[1], line: line)
    sealed = stanza.body
  }

  /// "The work factor is ASCII decimal, without leading zeros."
  private static func workFactor(
    _ text: String, line: Int
  ) throws(AgeError) -> AgeWorkFactor {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard text.utf8.allSatisfy(digits.contains), !text.utf8.starts(with: [digits.lowerBound])
    else { throw .workFactorSyntax(line: line) }
    guard let number = Int(text), let factor = AgeWorkFactor(number) else {
      throw .workFactorTooHigh(line: line, limit: AgeWorkFactor.ceiling)
    }
    return factor
  }

  /// Wraps a file key.
  static func stanza(
    wrapping fileKey: borrowing AgeFileKey, under key: borrowing AgePassphraseKey
  ) -> AgeStanza {
    let salt = String(decoding: UnpaddedBase64.encode(key.salt), as: UTF8.self)
    return AgeStanza(
      unchecked: type, arguments: [salt, "\(key.workFactor.exponent)"],
      body: key.seal(fileKey))
  }

  /// Opens the file key.
  ///
  /// - Throws: `.noMatchingStanza` for another passphrase, `.outOfMemory`.
  func fileKey(with passphrase: borrowing Passphrase) throws(AgeError) -> AgeFileKey {
    let opened: AgeFileKey?
    do throws(CryptoError) {
      opened = try AgePassphraseKey(of: passphrase, salt: salt, workFactor).open(sealed)
    } catch {
      throw .outOfMemory(memoryMiB: workFactor.memoryMiB)
    }
    guard let opened else { throw .noMatchingStanza }
    return opened
  }
}
