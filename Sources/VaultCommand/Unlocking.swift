import Terminal
import VaultCore
import VaultCrypto

/// The way from a path, a name and a passphrase to an unlocked vault.
struct Unlocking {
  let options: VaultOptions

  /// Opens the vault and unlocks it for its member.
  ///
  /// Everything is refused that can be before the passphrase is asked for.
  ///
  /// - Parameter reading: What is read while the passphrase is stretched.
  func session(reading: Vault.ReadingAhead = .nothing) throws -> Session {
    try session(reading: reading) { try VaultOpening(options: options).vault() }
  }

  /// Opens the vault in another way, and unlocks it for its member.
  func session(
    reading: Vault.ReadingAhead = .nothing, opening: () throws -> Vault
  ) throws -> Session {
    _ = try options.path()
    try StandardOutput.check()
    try options.passphrase.checkDescriptor()
    let vault = try opening()
    let name = try memberName()
    let member = try vault.person(named: name)
    let budget = Vault.MemoryBudget(
      machineMiB: Machine.memoryMiB ?? 0,
      beyondMachine: options.passphrase.acceptMemory ? .accept : .refuse)
    let passphrase = try PassphraseEntry(options: options.passphrase).existing(for: name.text)
    return try vault.unlock(as: member, with: passphrase, within: budget, reading: reading)
  }

  private func memberName() throws -> MemberName {
    if let given = options.member ?? Environment.value(of: "UIDVAULT_MEMBER") {
      return try Self.name(given)
    }
    let typed = try Interaction(options.passphrase).dialogue()
      .line("Who are you in this vault? ", limit: 256)
    return try Self.name(typed)
  }

  /// Reads a member's name.
  static func name(_ typed: String) throws(CommandFailure) -> MemberName {
    do { return try MemberName(typed) } catch {
      switch error {
      case .empty: throw .usage("a member needs a name", hints: ["say who you are with --as"])
      case .tooLong: throw .usage("a member's name has at most 64 characters")
      case .controlCharacter: throw .usage("a member's name has no control characters")
      }
    }
  }
}

/// The present time, from the one clock that commands use.
enum Now {
  /// Seconds since 1970, UTC.
  static var seconds: UInt64 { UInt64(clamping: WallClock.now) }

  static var today: Today { Today(secondsSince1970: seconds) }
}
