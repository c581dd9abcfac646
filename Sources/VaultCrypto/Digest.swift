/// A hash of 32 bytes.
package struct Digest: Hashable, Sendable {
  /// The length in bytes.
  package static let count = 32

  // Four words, not an array: directories hold one digest a client.
  private let words: [4 of UInt64]

  /// Takes a hash from outside, to be compared with one that was computed.
  ///
  /// - Throws: `CryptoError.wrongLength` when there are not exactly 32 bytes.
  package init(untrusted bytes: [UInt8]) throws(CryptoError) {
    try unsafe self.init(untrusted: bytes.span.bytes)
  }

  /// Takes a hash from outside out of a longer value.
  ///
  /// - Throws: `CryptoError.wrongLength` when there are not exactly 32 bytes.
  package init(untrusted bytes: RawSpan) throws(CryptoError) {
    guard bytes.byteCount == Digest.count else {
      throw .wrongLength(expected: Digest.count, found: bytes.byteCount)
    }
    words = [4 of UInt64] { index in
      unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
    }
  }

  /// Takes the hash that `fill` writes.
  init(filling fill: (UnsafeMutablePointer<UInt8>) -> Void) {
    var words: [4 of UInt64] = .init(repeating: 0)
    unsafe withUnsafeMutableBytes(of: &words) { buffer in
      let start = unsafe buffer.baseAddress.unsafelyUnwrapped
      unsafe fill(start.assumingMemoryBound(to: UInt8.self))
    }
    self.words = words
  }

  /// The 32 bytes.
  package var bytes: [UInt8] {
    withBytes { $0.array }
  }

  /// The 32 bytes as 64 lower-case hexadecimal digits.
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Lends the 32 bytes.
  package func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(words.span.bytes)
  }

  /// Compares in a time that does not depend on the content.
  package static func == (left: Digest, right: Digest) -> Bool {
    var difference: UInt64 = 0
    for index in 0..<4 { difference |= left.words[index] ^ right.words[index] }
    return difference == 0
  }

  /// Feeds the first eight bytes: a hash is spread evenly already.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(words[0])
  }
}
