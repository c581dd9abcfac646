package import VaultCrypto

/// Encrypts to an age file in constant memory.
///
/// Without `finish`, what was written is a file that every reader refuses as cut short.
///
/// Source: age-encryption.org/v1.
package struct AgeWriter<Failure: Error>: ~Copyable {
  private let write: (RawSpan) throws(Failure) -> Void
  private let key: AgePayloadKey
  private var plain = WipedBytes(count: AgePayloadChunk.count)
  private var sealed = WipedBytes(count: AgePayloadChunk.sealedCount)
  private var filled = 0
  private var number: UInt64 = 0

  /// Writes the header of a new file.
  ///
  /// - Parameters:
  ///   - fileKey: The key of this file alone.
  ///   - recipients: Each gets an X25519 stanza, in this order.
  ///   - stanzas: The caller's own, behind those; other readers ignore them.
  ///   - write: Takes the bytes of the file in their order.
  /// - Throws: `AgeTransferError.stream` what the closure throws, `AgeTransferError.age` with
  ///   `tooManyStanzas` or `headerTooLong` for a header that `UnverifiedAgeFile` would refuse.
  package init(
    fileKey: consuming AgeFileKey = AgeFileKey(), recipients: [AgePublicKey],
    stanzas: [AgeStanza] = [], writing write: @escaping (RawSpan) throws(Failure) -> Void
  ) throws(AgeTransferError<Failure>) {
    let header: [UInt8]
    do throws(AgeError) {
      header = try AgeHeader.text(recipients: recipients, stanzas: stanzas, fileKey: fileKey)
    } catch {
      throw .age(error)
    }
    try self.init(fileKey: fileKey, header: header, writing: write)
  }

  /// Writes the header of a new file that a passphrase opens, and nothing else.
  ///
  /// - Parameters:
  ///   - passphrase: Stretched for this file alone.
  ///   - write: Takes the bytes of the file in their order.
  /// - Throws: `AgeTransferError.stream` what the closure throws.
  package init(
    under passphrase: borrowing AgePassphraseKey,
    writing write: @escaping (RawSpan) throws(Failure) -> Void
  ) throws(AgeTransferError<Failure>) {
    let fileKey = AgeFileKey()
    let header: [UInt8]
    do throws(AgeError) {
      header = try AgeHeader.text(under: passphrase, fileKey: fileKey)
    } catch {
      throw .age(error)
    }
    try self.init(fileKey: fileKey, header: header, writing: write)
  }

  private init(
    fileKey: consuming AgeFileKey, header: [UInt8],
    writing write: @escaping (RawSpan) throws(Failure) -> Void
  ) throws(AgeTransferError<Failure>) {
    let nonce = Sodium.randomBytes(count: AgePayloadKey.nonceCount)
    do throws(Failure) {
      try write(unsafe (header + nonce).span.bytes)
    } catch {
      throw .stream(error)
    }
    key = fileKey.payloadKey(nonce: nonce)
    self.write = write
  }

  /// Adds plaintext.
  ///
  /// - Throws: What the closure throws; the file is then to be thrown away.
  package mutating func append(_ bytes: RawSpan) throws(Failure) {
    var position = 0
    while position < bytes.byteCount {
      // A full chunk waits until more comes, as the last chunk says that it is the last.
      if filled == plain.count { try sealChunk(.inner) }
      let count = min(plain.count - filled, bytes.byteCount - position)
      plain.replace(at: filled, with: bytes.extracting(position..<position + count))
      filled += count
      position += count
    }
  }

  /// Writes the last chunk.
  ///
  /// - Throws: What the closure throws; the file is then to be thrown away.
  package consuming func finish() throws(Failure) {
    try sealChunk(.final)
  }

  private mutating func sealChunk(_ kind: AgeChunkPlace.Kind) throws(Failure) {
    let place = AgeChunkPlace(number: number, kind: kind)
    AgeWriter.seal(plain, count: filled, place: place, key: key, into: &sealed)
    let count = filled + AgePayloadKey.overhead
    try sealed.withBytes { (bytes) throws(Failure) in try write(bytes.extracting(0..<count)) }
    number += 1
    filled = 0
  }

  private static func seal(
    _ plain: borrowing WipedBytes, count: Int, place: AgeChunkPlace,
    key: borrowing AgePayloadKey, into sealed: inout WipedBytes
  ) {
    plain.withBytes { key.seal($0.extracting(0..<count), place: place, into: &sealed) }
  }
}
