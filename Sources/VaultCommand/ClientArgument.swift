import HMIS
import Terminal
import VaultCore

/// Reads how a command names a client: a UID, or `@` and the beginning of an id.
struct ClientArgument {
  let options: PassphraseOptions

  /// Refuses what no vault takes for a client, before anybody types a passphrase in vain.
  ///
  /// - Throws: a usage failure that does not repeat what was given, as it may be a name.
  static func refuseName(_ given: String?) throws {
    guard let given else { return }
    if given.hasPrefix("@") {
      _ = try id(given)
      return
    }
    do { _ = try UniqueIdentifier(given) } catch {
      switch error {
      case .empty, .isAName, .noDigit: throw CommandFailure(uidArgument: error)
      // Whether it is one, the vault's own policy says.
      default: return
      }
    }
  }

  /// The reference, asked for if the command line has none.
  ///
  /// - Throws: a usage failure that does not repeat what was given, as it may be a name.
  func reference(_ given: String?, under policy: Policy) throws -> ClientReference {
    if let given { return try Self.reference(given, under: policy) }
    let typed = try Interaction(options).dialogue().line("UID, or id with @: ", limit: 256)
    do { return try Self.reference(typed, under: policy) } catch let failure as CommandFailure {
      // It was typed at a question: no shell has it in its history.
      throw CommandFailure(
        failure.problem, hints: ["search by name: uidvault find"], status: failure.status)
    }
  }

  private static func reference(_ text: String, under policy: Policy) throws -> ClientReference {
    text.hasPrefix("@") ? .id(try id(text)) : .uid(try uid(text, under: policy))
  }

  private static func id(_ text: String) throws -> ClientIDPrefix {
    guard let prefix = ClientIDPrefix(text) else {
      throw CommandFailure.usage(
        "that is no id: @ and 6 to 13 of the letters a-z and digits 2-7",
        hints: CommandFailure.identityHints)
    }
    return prefix
  }

  /// Reads a UID given as an argument.
  static func uid(_ text: String, under policy: Policy) throws -> UniqueIdentifier {
    do { return try UniqueIdentifier(text, pattern: policy.uidPattern) } catch {
      throw CommandFailure(uidArgument: error)
    }
  }
}
