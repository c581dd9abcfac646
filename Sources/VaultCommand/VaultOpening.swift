import Terminal
import VaultCore
import VaultCrypto

/// The way from a path to a vault whose roster was verified, and compared with what this account
/// has seen of it.
struct VaultOpening {
  let options: VaultOptions
  private let messages = Messages(program: "uidvault")

  /// Opens the vault; on a first visit, shows what is to be compared.
  func vault() throws -> Vault {
    let file = try VaultFile(path: try options.path())
    guard let memory = StateMemory() else { return try file.open() }
    let given = try options.acceptWords.map(Self.words)
    let vault = try open(file, memory, given)
    switch vault.visit {
    case .known, .settling:
      if given != nil { messages.note("there is no new beginning that had to be accepted") }
    case .first: introduce(vault)
    case .otherVault:
      messages.warning("another vault than the one this account has opened lies at this path")
      introduce(vault)
    case .newGeneration: messages.note("the new beginning is accepted")
    }
    return vault
  }

  /// Opens the vault as one that is to become the one that counts, whatever this account has seen.
  func vaultToSettle() throws -> Vault {
    let file = try VaultFile(path: try options.path())
    guard let memory = StateMemory() else { return try file.open() }
    return try file.open(
      for: Account(memory: memory, path: try file.resolvedPath(), intent: .settle))
  }

  private func open(
    _ file: VaultFile, _ memory: StateMemory, _ given: VersionWords?
  ) throws -> Vault {
    let path = try file.resolvedPath()
    do throws(VaultError) {
      return try file.open(
        for: Account(memory: memory, path: path, intent: .follow(accepting: given)))
    } catch .freshness(.newGeneration, let place) {
      guard let typed = try askForWords() else {
        throw CommandFailure(vault: .freshness(.newGeneration, memory: place))
      }
      return try file.open(
        for: Account(memory: memory, path: path, intent: .follow(accepting: typed)))
    }
  }

  /// Asks for the words of a new generation; nil where nobody can be asked.
  private func askForWords() throws -> VersionWords? {
    guard !options.passphrase.noInput else { return nil }
    let terminal: ControllingTerminal
    do throws(TerminalError) { terminal = try ControllingTerminal() } catch .noTerminal {
      return nil
    }
    let dialogue = Dialogue(on: terminal, idle: nil)
    try dialogue.say([
      "A supervisor has made this file a new beginning, from an older copy or a branch.",
      "Go on only with the eight words that they tell you, in person or by telephone.",
    ])
    return try Self.words(try dialogue.line("The eight words: "))
  }

  /// Reads the words of a version.
  private static func words(_ typed: String) throws(CommandFailure) -> VersionWords {
    do { return try VersionWords(typed: typed) } catch {
      switch error {
      case .unknownWord(let place):
        throw .usage("word \(place) is none of the words that versions are told by")
      case .count(let count):
        throw .usage(
          "a version is told by eight words, and \(count > 8 ? "more" : "\(count)") were given")
      }
    }
  }

  private func introduce(_ vault: Vault) {
    messages.note("this account opens this vault for the first time; compare with a supervisor:")
    messages.note("the vault's words: \(vault.fingerprint.joined(separator: " "))")
    messages.note("this version's words: \(vault.versionWords.words.joined(separator: " "))")
  }
}
