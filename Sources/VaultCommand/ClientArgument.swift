import HMIS
import Terminal
import VaultCore

/// Reads how a command names a client: a UID, or `@` and the beginning of an id.
struct ClientArgument {
  let options: PassphraseOptions

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
    if text.hasPrefix("@") {
      guard let prefix = ClientIDPrefix(text) else {
        throw CommandFailure.usage(
          "that is no id: @ and 6 to 13 of the letters a-z and digits 2-7",
          hints: CommandFailure.identityHints)
      }
      return .id(prefix)
    }
    return .uid(try uid(text, under: policy))
  }

  /// Reads a UID given as an argument.
  static func uid(_ text: String, under policy: Policy) throws -> UniqueIdentifier {
    do { return try UniqueIdentifier(text, pattern: policy.uidPattern) } catch {
      throw CommandFailure(uidArgument: error)
    }
  }
}
