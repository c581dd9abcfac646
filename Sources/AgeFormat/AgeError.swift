/// What is wrong with an age file, and where; cases carry numbers, never content.
///
/// Lines are those of the header and count from 1, which is the version line. Offsets count bytes
/// from the beginning of the file.
package enum AgeError: Error, Equatable {
  /// The first line is not that of an age file.
  case notAge

  /// The file is wrapped in text (`-----BEGIN AGE ENCRYPTED FILE-----`), which is not read here.
  case armored

  /// An age file of another version than v1.
  case unsupportedVersion

  /// The file ends inside the header.
  case headerTruncated(line: Int, offset: Int)

  /// The header has more bytes than the limit.
  case headerTooLong(limit: Int)

  /// The header has more stanzas than the limit.
  case tooManyStanzas(limit: Int)

  /// The header ends, at this line, before its first stanza.
  case noStanza(line: Int)

  /// Neither the beginning of a stanza nor the end of the header, or an argument that is empty or
  /// holds something else than visible ASCII.
  case stanzaSyntax(line: Int)

  /// A stanza's body did not end with a line of fewer than 64 characters before this line.
  case bodyNotEnded(line: Int)

  /// A line of a stanza's body has more than 64 characters.
  case bodyLineTooLong(line: Int)

  /// Not unpadded Base 64, or not the one canonical spelling of its bytes.
  case notCanonical(line: Int)

  /// The last line of the header is not `---`, a space and 43 characters.
  case macSyntax(line: Int)

  /// An scrypt stanza beside another; it must stand alone.
  case scryptNotAlone(line: Int)

  /// The salt of an scrypt stanza has another length than 16 bytes.
  case saltLength(line: Int, found: Int)

  /// The work factor of an scrypt stanza is no decimal number without leading zeros.
  case workFactorSyntax(line: Int)

  /// The work factor of an scrypt stanza is higher than the limit, an exponent of two.
  case workFactorTooHigh(line: Int, limit: Int)

  /// The machine does not give the memory, in MiB, that a passphrase's stretching takes.
  case outOfMemory(memoryMiB: Int)

  /// A stanza with another number of arguments than its type has, which is counted: two for X25519,
  /// three for scrypt.
  case argumentCount(line: Int, found: Int)

  /// The ephemeral share of an X25519 stanza has another length than 32 bytes.
  case shareLength(line: Int, found: Int)

  /// The body of an X25519 or scrypt stanza has another length than 32 bytes.
  case bodyLength(line: Int, found: Int)

  /// The ephemeral share of an X25519 stanza is of low order.
  case shareRefused(line: Int)

  /// No stanza was made for this identity, or the one that was is altered; cryptography cannot tell
  /// these apart.
  case noMatchingStanza

  /// The header was altered, or the file key is another file's; cryptography cannot tell these
  /// apart.
  case headerNotAuthentic

  /// The file ends before the final chunk.
  case payloadTruncated(offset: Int)

  /// The chunk that begins here was altered or stood elsewhere; cryptography cannot tell these
  /// apart.
  case chunkNotAuthentic(offset: Int)

  /// The final chunk, which begins here, is empty though others came before it.
  case finalChunkEmpty(offset: Int)

  /// More bytes follow the final chunk; the first of them is here.
  case trailingBytes(offset: Int)
}

/// Why reading an age file ended: the file itself, or whoever supplied its bytes or took its
/// plaintext.
package enum AgeTransferError<StreamFailure: Error>: Error {
  /// The closure that reads or writes failed, in its own words.
  case stream(StreamFailure)

  /// The bytes are no age file that can be read with this key.
  case age(AgeError)
}

extension AgeTransferError: Equatable where StreamFailure: Equatable {}
