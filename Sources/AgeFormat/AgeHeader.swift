import VaultCrypto

/// A header whose form was checked; nothing in it is authentic before `verify`.
///
/// Source: age-encryption.org/v1, "Header".
struct AgeHeader: Equatable {
  /// A stanza, and the line where it begins.
  struct Entry: Equatable {
    let stanza: AgeStanza
    let line: Int
  }

  static let versionLine = Array("age-encryption.org/v1\n".utf8)
  static let endMark = Array("---".utf8)

  /// The stanzas in their order.
  let entries: [Entry]

  /// All of the header up to its last `---`.
  let authenticated: [UInt8]

  /// The 32 bytes behind it.
  let mac: [UInt8]

  /// Writes the header of a new file: stanzas for recipients, then the caller's own.
  ///
  /// - Throws: `tooManyStanzas` or `headerTooLong` for one that would be refused when it is read.
  static func text(
    recipients: [AgePublicKey], stanzas: [AgeStanza], fileKey: borrowing AgeFileKey
  ) throws(AgeError) -> [UInt8] {
    let wrapped = recipients.map { X25519Stanza.stanza(wrapping: fileKey, for: $0) }
    return try text(wrapped + stanzas, fileKey: fileKey)
  }

  /// Writes the header of a new file that a passphrase opens: its stanza alone.
  static func text(
    under key: borrowing AgePassphraseKey, fileKey: borrowing AgeFileKey
  ) throws(AgeError) -> [UInt8] {
    try text([ScryptStanza.stanza(wrapping: fileKey, under: key)], fileKey: fileKey)
  }

  private static func text(
    _ stanzas: [AgeStanza], fileKey: borrowing AgeFileKey
  ) throws(AgeError) -> [UInt8] {
    precondition(!stanzas.isEmpty, "a file that nobody could open")
    let limits = AgeHeaderLimits.standard
    guard stanzas.count <= limits.stanzas else {
      throw .tooManyStanzas(limit: limits.stanzas)
    }
    let authenticated = versionLine + stanzas.flatMap(\.text) + endMark
    let mac = UnpaddedBase64.encode(fileKey.headerMAC(of: authenticated))
    let text = authenticated + [UInt8(ascii: " ")] + mac + [UInt8(ascii: "\n")]
    guard text.count <= limits.bytes else { throw .headerTooLong(limit: limits.bytes) }
    return text
  }

  /// Tries an identity on every X25519 stanza, once all of them have the right form.
  func fileKey<Identity: AgeIdentity & ~Copyable>(
    with identity: borrowing Identity
  ) throws(AgeError) -> AgeFileKey {
    var wrapped: [X25519Stanza] = []
    for entry in entries where entry.stanza.type == X25519Stanza.type {
      wrapped.append(try X25519Stanza(entry.stanza, line: entry.line))
    }
    for stanza in wrapped {
      if let fileKey = try stanza.fileKey(with: identity) { return fileKey }
    }
    throw .noMatchingStanza
  }

  /// Opens the file key with a passphrase.
  func fileKey(with passphrase: borrowing Passphrase) throws(AgeError) -> AgeFileKey {
    guard let entry = entries.first(where: { $0.stanza.type == ScryptStanza.type }) else {
      throw .noMatchingStanza
    }
    return try ScryptStanza(entry.stanza, line: entry.line).fileKey(with: passphrase)
  }

  /// Checks that a holder of the file key wrote this header.
  func verify(with fileKey: borrowing AgeFileKey) throws(AgeError) {
    do throws(CryptoError) {
      try fileKey.verify(headerMAC: mac, of: authenticated)
    } catch {
      throw .headerNotAuthentic
    }
  }
}
