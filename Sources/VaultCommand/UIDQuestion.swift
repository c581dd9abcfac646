import HMIS
import Terminal
import VaultCore

/// Asks for a UID at the terminal: typed twice, or pasted once.
struct UIDQuestion {
  let policy: Policy

  private static let question = "UID, at the top right of the profile"

  /// Asks for a UID; Enter alone says that there is none yet.
  func optional(in dialogue: Dialogue) throws -> UniqueIdentifier? {
    while true {
      let typed = try dialogue.line("\(Self.question) (Enter = not yet): ", limit: 256)
      if typed.allSatisfy(\.isWhitespace) { return nil }
      guard let uid = try read(typed, in: dialogue) else { continue }
      // With the last name behind it, it was pasted from the profile and not typed.
      if typed.lowercased().contains("anonymous") { return uid }
      let again = try dialogue.line("The same UID once more: ", limit: 256)
      if try read(again, in: dialogue) == uid { return uid }
      try dialogue.say("The two are not the same; look at the profile again.")
    }
  }

  private func read(_ typed: String, in dialogue: Dialogue) throws -> UniqueIdentifier? {
    do throws(UIDProblem) {
      return try UniqueIdentifier(typed, pattern: policy.uidPattern)
    } catch {
      let words = error.words
      try dialogue.say("That is no UID: \(words)\(words.hasSuffix("?") ? "" : ".")")
      return nil
    }
  }
}
