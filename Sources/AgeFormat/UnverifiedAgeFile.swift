package import VaultCrypto

/// An age file whose header was read, and of which nothing is authentic yet.
///
/// Source: age-encryption.org/v1.
package struct UnverifiedAgeFile<Failure: Error>: ~Copyable {
  private let header: AgeHeader
  private var input: AgeInput<Failure>

  /// Reads the header out of what a closure supplies.
  ///
  /// - Parameters:
  ///   - limits: What a header may have at most.
  ///   - read: Returns the next bytes, in pieces of any size, or nil at the end.
  /// - Throws: `AgeTransferError.stream` what the closure throws, `AgeTransferError.age` for bytes
  ///   that are no header of an age file, or exceed the limits.
  package init(
    limits: AgeHeaderLimits = .standard, reading read: @escaping () throws(Failure) -> [UInt8]?
  ) throws(AgeTransferError<Failure>) {
    var input = AgeInput(read)
    header = try UnverifiedAgeFile.header(in: &input, limits: limits)
    self.input = input
  }

  /// All stanzas in their order, for those who look for one of their own type.
  package var stanzas: [AgeStanza] {
    header.entries.map(\.stanza)
  }

  /// Opens the file key with an X25519 identity, which may be tried once more with another.
  ///
  /// - Throws: `AgeError.argumentCount`, `.notCanonical`, `.shareLength`, `.bodyLength` for any
  ///   X25519 stanza of the wrong form, `.shareRefused` for a share of low order,
  ///   `.noMatchingStanza` when none was made for this identity.
  package borrowing func fileKey<Identity: AgeIdentity & ~Copyable>(
    with identity: borrowing Identity
  ) throws(AgeError) -> AgeFileKey {
    try header.fileKey(with: identity)
  }

  /// Opens the file key with a passphrase, whose cost the file names, within bounds.
  ///
  /// - Throws: `AgeError.noMatchingStanza` for another passphrase, or a file that has none;
  ///   `.argumentCount`, `.notCanonical`, `.saltLength`, `.bodyLength`, `.workFactorSyntax`,
  ///   `.workFactorTooHigh` before anything is stretched; `.outOfMemory`.
  package borrowing func fileKey(
    with passphrase: borrowing Passphrase
  ) throws(AgeError) -> AgeFileKey {
    try header.fileKey(with: passphrase)
  }

  /// Checks that a holder of the file key wrote the header, and goes on to the payload.
  ///
  /// - Throws: `AgeError.headerNotAuthentic` when the header was altered or the key is another's,
  ///   `AgeError.payloadTruncated` when the file ends before its nonce does.
  package consuming func verify(
    with fileKey: borrowing AgeFileKey
  ) throws(AgeTransferError<Failure>) -> AgePayload<Failure> {
    do throws(AgeError) {
      try header.verify(with: fileKey)
    } catch {
      throw .age(error)
    }
    return try AgePayload(input, fileKey: fileKey)
  }

  private static func header(
    in input: inout AgeInput<Failure>, limits: AgeHeaderLimits
  ) throws(AgeTransferError<Failure>) -> AgeHeader {
    var parser = AgeHeaderParser(stanzaLimit: limits.stanzas)
    while true {
      let line = try line(in: &input, limits: limits, parser: parser)
      do throws(AgeError) {
        if let header = try parser.take(line) { return header }
      } catch {
        throw .age(error)
      }
    }
  }

  /// Takes a line, and leaves its end out.
  private static func line(
    in input: inout AgeInput<Failure>, limits: AgeHeaderLimits, parser: AgeHeaderParser
  ) throws(AgeTransferError<Failure>) -> [UInt8] {
    var line: [UInt8] = []
    while true {
      guard input.offset < limits.bytes else { throw .age(.headerTooLong(limit: limits.bytes)) }
      guard let byte = try input.next() else {
        // A file without a single byte is none that was cut short.
        if input.offset == 0 { throw .age(.notAge) }
        throw .age(.headerTruncated(line: parser.line, offset: input.offset))
      }
      if byte == UInt8(ascii: "\n") { return line }
      line.append(byte)
      do throws(AgeError) {
        try parser.checkBeginning(line)
      } catch {
        throw .age(error)
      }
    }
  }
}
