import Terminal
import VaultCore
import VaultCrypto

/// A change that may replace the recovery key: the new sheet is proven before, and its file stays
/// only if the change is made.
struct SheetChange {
  let path: String?
  let passphrase: PassphraseOptions

  /// Makes the change.
  ///
  /// - Parameters:
  ///   - isNeeded: Whether it replaces the recovery key.
  ///   - organization: For the sheet.
  ///   - fingerprint: The vault's words, for the sheet.
  ///   - change: Given the new key, or none where none is needed.
  /// - Returns: What the change gives.
  /// - Throws: what the change throws, and a failure if the sheet cannot be kept.
  func make<Answer>(
    isNeeded: Bool, organization: String, fingerprint: [String],
    _ change: (borrowing NewSheet) throws -> Answer
  ) throws -> Answer {
    guard isNeeded else { return try change(.none) }
    let identity = RecoveryIdentity()
    let sheet = RecoverySheet(
      organization: organization, fingerprint: fingerprint,
      day: JSONTime.day(Now.seconds))
    // From the commit on the new key counts, and what follows takes time: a signal must not take away
    // the only sheet then. One whose change was cut off before is void, and does no harm.
    let file = Self.outlastingSignals(try sheet.handOver(identity, to: path, passphrase))
    do {
      let answer = try change(.proven(identity))
      Self.keep(file)
      return answer
    } catch let error as VaultError {
      if Self.mayBeMade(error) { Self.keep(file) }
      throw error
    }
  }

  /// Whether the new sheet may count although the change failed: the keys are exchanged and what came
  /// after failed, or the disk failed, which may have been when all was written.
  private static func mayBeMade(_ error: VaultError) -> Bool {
    switch error {
    case .uncleaned, .file(.io): true
    default: false
    }
  }

  private static func outlastingSignals(
    _ file: consuming ProvisionalFile?
  ) -> ProvisionalFile? {
    switch consume file {
    case .some(var file):
      file.outlastSignals()
      return file
    case .none: return nil
    }
  }

  private static func keep(_ file: consuming ProvisionalFile?) {
    switch consume file {
    case .some(let file): file.keep()
    case .none: break
    }
  }
}

extension RecoverySheet {
  /// Shows the sheet, or writes it into a file that goes again if the change is not made; either
  /// way a person types a part of it back.
  func handOver(
    _ identity: borrowing RecoveryIdentity, to path: String?, _ passphrase: PassphraseOptions
  ) throws -> ProvisionalFile? {
    guard let path else {
      if passphrase.noInput { throw CommandFailure(vault: .recoverySheetNeeded) }
      try show(on: try Interaction(passphrase).terminal(), identity)
      return nil
    }
    let file: ProvisionalFile
    do throws(TerminalError) { file = try write(to: path, identity) } catch {
      throw CommandFailure(sheet: error)
    }
    // A program has no drawer to look into; whoever gives the passphrase by descriptor is one.
    if try passphrase.descriptor() == nil, !passphrase.noInput {
      try RecoverySheet.prove(identity, at: path, in: try Interaction(passphrase).dialogue())
    }
    return file
  }
}
