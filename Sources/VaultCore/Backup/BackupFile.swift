import AgeFormat
package import VaultCrypto

/// A backup whose header was read, and of which nothing is authentic yet.
package struct BackupFile: ~Copyable {
  private let file: UnverifiedAgeFile<any Error>
  private let input: HashedInput
  private let wraps: [MemberWrap]
  /// What the header says of itself; nil for an age file that was made by hand.
  private let about: BackupStanzas.About?

  /// When it was made, in seconds since 1970, UTC; nil for an age file that was made by hand.
  package var made: UInt64? { about?.made }

  /// Reads a header out of what a closure supplies.
  ///
  /// - Parameter read: Returns the next bytes, in pieces of any size, or nil at the end.
  /// - Throws: what `read` throws; `VaultError.backup`.
  package init(reading read: @escaping () throws -> [UInt8]?) throws {
    let input = HashedInput(read)
    let file = try Self.header(in: input)
    let (about, wraps) = try Self.own(file.stanzas)
    (self.input, self.about, self.wraps) = (input, about, wraps)
    self.file = file
  }

  private static func header(
    in input: HashedInput
  ) throws -> UnverifiedAgeFile<any Error> {
    do throws(AgeTransferError<any Error>) {
      return try UnverifiedAgeFile(reading: input.next)
    } catch {
      throw error.plain
    }
  }

  private static func own(
    _ stanzas: [AgeStanza]
  ) throws(VaultError) -> (BackupStanzas.About?, [MemberWrap]) {
    do throws(BackupProblem) {
      return (try BackupStanzas.about(in: stanzas), try BackupStanzas.wraps(in: stanzas))
    } catch {
      throw .backup(error)
    }
  }

  /// Opens it with the passphrase that one of its supervisors had on its day.
  ///
  /// Every wrap's cost is checked before a byte of memory is taken, as nothing of the header is
  /// authentic before one of them opens.
  ///
  /// - Throws: `.wrongPassphrase`; `.backup`; `.crypto`.
  package borrowing func keys(
    with passphrase: borrowing Passphrase, within budget: Vault.MemoryBudget
  ) throws(VaultError) -> BackupKeys {
    guard !wraps.isEmpty else { throw .backup(.noPassphrase) }
    var refusal = VaultError.wrongPassphrase
    for wrap in wraps {
      guard let cost = wrap.header.cost else { continue }
      // Another supervisor's cost, that this machine cannot bear, keeps nobody else out.
      do { try budget.check(cost) } catch {
        refusal = error
        continue
      }
      guard let opened = try Self.open(wrap, with: passphrase) else { continue }
      let keys = MemberKeys(root: opened.root)
      guard keys.publicKeys == wrap.header.keys else { throw .backup(.altered) }
      do throws(AgeError) {
        return BackupKeys(
          fileKey: try file.fileKey(with: opened.root.ageKeyPair()), version: about?.version,
          member: BackupKeys.Member(id: wrap.header.member, keys: keys, pin: opened.pin))
      } catch {
        throw .backup(BackupProblem(error))
      }
    }
    throw refusal
  }

  /// Opens it with the key of a recovery sheet.
  ///
  /// - Throws: `.backup`.
  package borrowing func keys(
    with identity: borrowing RecoveryIdentity
  ) throws(VaultError) -> BackupKeys {
    do throws(AgeError) {
      return BackupKeys(
        fileKey: try file.fileKey(with: identity), version: about?.version, member: nil)
    } catch .noMatchingStanza {
      throw .backup(.otherSheet)
    } catch {
      throw .backup(BackupProblem(error))
    }
  }

  /// Decrypts all of it; what was written counts only once this returns.
  ///
  /// - Parameters:
  ///   - keys: What `keys(with:)` gave.
  ///   - write: Takes the vault's file, still sealed, in its order.
  /// - Returns: The hash of the backup's bytes.
  /// - Throws: what `read` and `write` throw; `VaultError.backup`.
  package consuming func decrypt(
    with keys: borrowing BackupKeys, to write: (RawSpan) throws -> Void
  ) throws -> Digest {
    let input = input
    do throws(AgeTransferError<any Error>) {
      try file.verify(with: keys.fileKey).copy(to: write)
    } catch {
      throw error.plain
    }
    return input.finish()
  }

  private static func open(
    _ wrap: MemberWrap, with passphrase: borrowing Passphrase
  ) throws(VaultError) -> MemberWrap.Opened? {
    guard let cost = wrap.header.cost else { return nil }
    do {
      let salt = try StretchingSalt(untrusted: wrap.header.salt)
      return try wrap.open(under: try passphrase.stretch(salt: salt, cost: cost))
    } catch .wrongKey {
      return nil
    } catch .outOfMemory(let memoryMiB) {
      throw .crypto(.outOfMemory(memoryMiB: memoryMiB))
    } catch {
      throw .backup(.altered)
    }
  }
}

/// What opens a backup, and whose it is.
package struct BackupKeys: ~Copyable {
  let fileKey: AgeFileKey
  /// The roster's number, as the header has it; nil for an age file that was made by hand.
  let version: UInt64?
  /// Nil for the recovery sheet.
  let member: Member?

  /// A supervisor as they were on the backup's day.
  struct Member {
    let id: MemberID
    let keys: MemberKeys
    let pin: MemberWrap.Pin
  }
}

/// Hashes what is read of a file.
private final class HashedInput {
  private let read: () throws -> [UInt8]?
  private var hash = BackupHash()

  init(_ read: @escaping () throws -> [UInt8]?) { self.read = read }

  func next() throws -> [UInt8]? {
    guard let bytes = try read() else { return nil }
    unsafe hash.update(bytes.span.bytes)
    return bytes
  }

  func finish() -> Digest { hash.finish() }
}

extension AgeTransferError where StreamFailure == any Error {
  /// What a caller of this room expects.
  var plain: any Error {
    switch self {
    case .stream(let error): error
    case .age(let error): VaultError.backup(BackupProblem(error))
    }
  }
}
