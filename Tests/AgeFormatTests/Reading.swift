import AgeFormat
import VaultCrypto

/// What came of reading a file to its end: the plaintext that was lent, and why reading ended.
struct Reading: Equatable {
  var plaintext: [UInt8] = []
  var error: AgeError?

  /// Opens a file with an identity.
  init<Identity: AgeIdentity & ~Copyable>(
    _ file: [UInt8], with identity: borrowing Identity, pieces: Int = 65_536,
    limits: AgeHeaderLimits = .standard
  ) {
    do throws(AgeTransferError<Never>) {
      let unverified = try Reading.header(of: file, pieces: pieces, limits: limits)
      let fileKey = try Reading.fileKey(of: unverified, with: identity)
      try takePayload(unverified.verify(with: fileKey))
    } catch {
      take(error)
    }
  }

  /// Opens a file with the file key itself.
  init(_ file: [UInt8], fileKey: borrowing AgeFileKey) {
    do throws(AgeTransferError<Never>) {
      try takePayload(Reading.header(of: file).verify(with: fileKey))
    } catch {
      take(error)
    }
  }

  /// Reads a header.
  static func header(
    of file: [UInt8], pieces: Int = 65_536, limits: AgeHeaderLimits = .standard
  ) throws(AgeTransferError<Never>) -> UnverifiedAgeFile<Never> {
    let pieces = Pieces(file, size: pieces)
    return try UnverifiedAgeFile(limits: limits) { () throws(Never) in pieces.next() }
  }

  private static func fileKey<Identity: AgeIdentity & ~Copyable>(
    of file: borrowing UnverifiedAgeFile<Never>, with identity: borrowing Identity
  ) throws(AgeTransferError<Never>) -> AgeFileKey {
    do throws(AgeError) {
      return try file.fileKey(with: identity)
    } catch {
      throw .age(error)
    }
  }

  private mutating func takePayload(
    _ payload: consuming AgePayload<Never>
  ) throws(AgeTransferError<Never>) {
    let collected = Collected()
    defer { plaintext = collected.bytes }
    try payload.copy { (bytes) throws(Never) in collected.take(bytes) }
  }

  private mutating func take(_ error: AgeTransferError<Never>) {
    if case .age(let error) = error { self.error = error }
  }
}

/// Encrypts bytes, given in pieces of one size.
func encrypt(
  _ plaintext: [UInt8], to recipients: [AgePublicKey], stanzas: [AgeStanza] = [],
  fileKey: consuming AgeFileKey = AgeFileKey(), pieces: Int = 10_000
) throws -> [UInt8] {
  let collected = Collected()
  var writer = try AgeWriter(fileKey: fileKey, recipients: recipients, stanzas: stanzas) {
    (bytes) throws(Never) in collected.take(bytes)
  }
  for start in stride(from: 0, to: plaintext.count, by: pieces) {
    let piece = Array(plaintext[start..<min(start + pieces, plaintext.count)])
    unsafe writer.append(piece.span.bytes)
  }
  writer.finish()
  return collected.bytes
}

/// Bytes that differ from chunk to chunk.
func sample(_ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 9) }
}
