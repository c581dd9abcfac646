import AgeFormat
package import VaultCrypto

/// Who can read what an export writes.
package enum ExportProtection: ~Copyable {
  /// The holders of these age keys.
  case recipients([AgePublicKey])
  /// Whoever knows the passphrase.
  case passphrase(AgePassphraseKey)
  /// Everybody who has the file.
  case none
}

/// The bytes of an export on their way out: an age file, unless somebody has decided otherwise.
package struct ExportFile<Failure: Error>: ~Copyable {
  private let write: (RawSpan) throws(Failure) -> Void
  private var age: AgeWriter<Failure>?

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - protection: Who can read it.
  ///   - write: Takes the bytes of the file in their order.
  /// - Throws: What the closure throws.
  package init(
    for protection: consuming ExportProtection,
    writing write: @escaping (RawSpan) throws(Failure) -> Void
  ) throws(Failure) {
    self.write = write
    do throws(AgeTransferError<Failure>) {
      switch consume protection {
      case .recipients(let keys): age = try AgeWriter(recipients: keys, writing: write)
      case .passphrase(let key): age = try AgeWriter(under: key, writing: write)
      case .none: age = nil
      }
    } catch .stream(let failure) {
      throw failure
    } catch {
      preconditionFailure("a header of few recipients is within the limits")
    }
  }

  /// More recipients would not fit a header that every reader takes.
  package static var recipientLimit: Int { 20 }

  /// Adds bytes of the export.
  ///
  /// - Throws: What the closure throws; the file is then to be thrown away.
  package mutating func append(_ bytes: RawSpan) throws(Failure) {
    guard var age = age.take() else { return try write(bytes) }
    try age.append(bytes)
    self.age = consume age
  }

  /// Writes the end of the file.
  ///
  /// - Throws: What the closure throws; the file is then to be thrown away.
  package consuming func finish() throws(Failure) {
    guard let age = age.take() else { return }
    try age.finish()
  }
}
