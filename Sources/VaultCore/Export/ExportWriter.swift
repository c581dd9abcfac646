import AgeFormat
package import VaultCrypto

/// Writes what is exported, encrypted in a stream of constant memory, or plainly.
package struct ExportWriter<Failure: Error>: ~Copyable {
  private var writer: AgeWriter<Failure>?
  private let write: (RawSpan) throws(Failure) -> Void

  /// Begins a file that the holders of keys open, with stock `age` as well.
  ///
  /// - Parameters:
  ///   - recipients: One or more.
  ///   - write: Takes the bytes of the file in their order.
  /// - Throws: `.stream` what `write` throws, `.vault` (`full`) for too many recipients.
  package init(
    to recipients: [AgePublicKey], writing write: @escaping (RawSpan) throws(Failure) -> Void
  ) throws(ExportFailure<Failure>) {
    self.write = write
    do { writer = try AgeWriter(recipients: recipients, writing: write) } catch {
      throw ExportFailure(error)
    }
  }

  /// Begins a file that a passphrase opens, with stock `age` as well.
  ///
  /// - Throws: `.stream` what `write` throws, `.vault` (`crypto`) for want of memory.
  package init(
    to passphrase: borrowing Passphrase,
    writing write: @escaping (RawSpan) throws(Failure) -> Void
  ) throws(ExportFailure<Failure>) {
    self.write = write
    do { writer = try AgeWriter(passphrase: passphrase, writing: write) } catch {
      throw ExportFailure(error)
    }
  }

  /// Begins a file that everybody can read who gets hold of it.
  package init(plaintext write: @escaping (RawSpan) throws(Failure) -> Void) {
    self.write = write
    writer = nil
  }

  /// Adds bytes.
  ///
  /// - Throws: what the closure throws; the file is then to be thrown away.
  package mutating func append(_ bytes: [UInt8]) throws(Failure) {
    if try writer?.append(unsafe bytes.span.bytes) == nil { try unsafe write(bytes.span.bytes) }
  }

  /// Writes the end, without which a reader refuses an encrypted file as cut short.
  ///
  /// - Throws: what the closure throws; the file is then to be thrown away.
  package consuming func finish() throws(Failure) {
    switch consume writer {
    case .some(let writer): try writer.finish()
    case .none: break
    }
  }
}

extension ExportFailure {
  fileprivate init(_ error: AgeTransferError<StreamFailure>) {
    switch error {
    case .stream(let failure): self = .stream(failure)
    case .age(.outOfMemory(let memory)): self = .vault(.crypto(.outOfMemory(memoryMiB: memory)))
    case .age(.tooManyStanzas(let limit)), .age(.headerTooLong(let limit)):
      self = .vault(.full(limit: limit))
    case .age: preconditionFailure("writing fails for the header's size or want of memory alone")
    }
  }
}
