import VaultCrypto

/// The payload of a file whose header is authentic, chunk by chunk.
///
/// A chunk is lent only once it is authentic in its place. All that was lent is a beginning of the
/// plaintext and no more, until `withNextChunk` has returned nil.
///
/// Source: age-encryption.org/v1, "Payload".
package struct AgePayload<Failure: Error>: ~Copyable {
  private var input: AgeInput<Failure>
  private let key: AgePayloadKey
  private var sealed = WipedBytes(count: AgePayloadChunk.sealedCount)
  private var opened = WipedBytes(count: AgePayloadChunk.count)
  private var number: UInt64 = 0
  private var isDone = false

  init(
    _ input: consuming AgeInput<Failure>, fileKey: borrowing AgeFileKey
  ) throws(AgeTransferError<Failure>) {
    var nonce: [UInt8] = []
    while nonce.count < AgePayloadKey.nonceCount {
      guard let byte = try input.next() else {
        throw .age(.payloadTruncated(offset: input.offset))
      }
      nonce.append(byte)
    }
    key = fileKey.payloadKey(nonce: nonce)
    self.input = input
  }

  /// Lends the plaintext of the next chunk: 64 KiB, or less in the last one.
  ///
  /// - Returns: What the body returns, or nil when the last chunk was lent before.
  /// - Throws: `AgeTransferError.stream` what the closure that reads or the body throws,
  ///   `AgeTransferError.age` for a payload that was altered, cut or added to.
  package mutating func withNextChunk<Result>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(AgeTransferError<Failure>) -> Result? {
    if isDone { return nil }
    let count = try openNextChunk()
    do throws(Failure) {
      return try opened.withBytes { (bytes) throws(Failure) in
        try body(bytes.extracting(0..<count))
      }
    } catch {
      throw .stream(error)
    }
  }

  /// Hands the whole plaintext on, chunk by chunk.
  ///
  /// - Throws: as `withNextChunk`.
  package consuming func copy(
    to write: (RawSpan) throws(Failure) -> Void
  ) throws(AgeTransferError<Failure>) {
    while try withNextChunk(write) != nil {}
  }

  /// Opens a chunk, and returns the number of its bytes.
  private mutating func openNextChunk() throws(AgeTransferError<Failure>) -> Int {
    let start = input.offset
    let count = try input.fill(&sealed)
    // What follows decides what the chunk must be, so that none is lent that the next byte belies.
    let kind: AgeChunkPlace.Kind = try input.isAtEnd() ? .final : .inner
    do throws(AgeError) {
      try AgePayload.open(
        sealed, count: count, place: AgeChunkPlace(number: number, kind: kind), key: key,
        into: &opened, start: start)
    } catch {
      throw .age(error)
    }
    number += 1
    isDone = kind == .final
    return count - AgePayloadKey.overhead
  }

  private static func open(
    _ sealed: borrowing WipedBytes, count: Int, place: AgeChunkPlace,
    key: borrowing AgePayloadKey, into opened: inout WipedBytes, start: Int
  ) throws(AgeError) {
    let end = start + count
    guard count >= AgePayloadKey.overhead else { throw .payloadTruncated(offset: end) }
    let isAuthentic = sealed.withBytes { bytes in
      key.open(bytes.extracting(0..<count), place: place, into: &opened)
    }
    if isAuthentic {
      // "The final chunk […] MUST NOT be empty unless the whole payload is empty."
      let isEmpty = count == AgePayloadKey.overhead && place.number > 0
      if isEmpty { throw .finalChunkEmpty(offset: start) }
      return
    }
    // The other kind of chunk here says that the end is missing, or that more was added.
    let other = AgeChunkPlace(
      number: place.number, kind: place.kind == .final ? .inner : .final)
    let isOther = sealed.withBytes { bytes in
      key.open(bytes.extracting(0..<count), place: other, into: &opened)
    }
    guard isOther else { throw .chunkNotAuthentic(offset: start) }
    throw place.kind == .final ? .payloadTruncated(offset: end) : .trailingBytes(offset: end)
  }
}
