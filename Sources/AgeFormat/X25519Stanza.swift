import VaultCrypto

/// An X25519 stanza whose form was checked: a file key wrapped for somebody.
///
/// Source: age-encryption.org/v1, "X25519 recipient stanza".
struct X25519Stanza {
  static let type = "X25519"

  private let wrapped: AgeWrappedKey
  private let line: Int

  /// Checks a stanza of this type that begins at a line.
  init(_ stanza: AgeStanza, line: Int) throws(AgeError) {
    guard stanza.arguments.count == 1 else {
      throw .argumentCount(line: line, found: stanza.arguments.count + 1)
    }
    guard let share = UnpaddedBase64.decode(stanza.arguments[0].utf8) else {
      throw .notCanonical(line: line)
    }
    guard share.count == AgeWrappedKey.shareCount else {
      throw .shareLength(line: line, found: share.count)
    }
    do throws(CryptoError) {
      wrapped = try AgeWrappedKey(untrustedShare: share, sealed: stanza.body)
    } catch {
      throw .bodyLength(line: line, found: stanza.body.count)
    }
    self.line = line
  }

  /// Wraps a file key for a recipient.
  static func stanza(
    wrapping fileKey: borrowing AgeFileKey, for recipient: AgePublicKey
  ) -> AgeStanza {
    let wrapped = recipient.wrap(fileKey)
    let share = String(decoding: UnpaddedBase64.encode(wrapped.share), as: UTF8.self)
    return AgeStanza(unchecked: type, arguments: [share], body: wrapped.sealed)
  }

  /// Opens the file key, or returns nil when it was wrapped for somebody else.
  func fileKey<Identity: AgeIdentity & ~Copyable>(
    with identity: borrowing Identity
  ) throws(AgeError) -> AgeFileKey? {
    do throws(CryptoError) {
      return try identity.fileKey(from: wrapped)
    } catch {
      throw .shareRefused(line: line)
    }
  }
}
