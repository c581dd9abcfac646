import Terminal
import VaultCore

extension CommandFailure {
  /// The vault is not what this account has seen of it.
  init(freshness problem: FreshnessProblem, memory: String) {
    switch problem {
    case .older:
      self.init(
        "this is an older copy: this account has seen a newer version of this vault",
        hints: [
          "look for the newer one; a supervisor can make this copy the one that counts:"
            + " uidvault settle",
          Self.forgetting(memory),
        ], status: .older)
    case .forked:
      self.init(
        "this file is a branch: it does not contain what this account has seen of this vault",
        hints: [
          "look for the other one; a supervisor can make this one the one that counts:"
            + " uidvault settle",
          Self.forgetting(memory),
        ], status: .damaged)
    case .newGeneration:
      self.init(
        "a supervisor has made this file a new beginning, which this account has not accepted",
        hints: [
          "ask them for its eight words, and add --accept-words \"WORDS\"",
          "if it was you, and you were cut off before the words were shown: uidvault settle",
        ], status: .damaged)
    case .otherWords:
      self.init(
        "these are not the words of this file's new beginning",
        hints: [
          "ask the supervisor again, in person or by telephone; if they do differ, do not use it"
        ], status: .damaged)
    case .strangeGeneration:
      self.init(
        "this file was made a new beginning by nobody whom this account knows as a supervisor",
        hints: [
          "a supervisor whose passphrase is unchanged can settle it: uidvault settle",
          Self.forgetting(memory),
        ], status: .damaged)
    }
  }

  /// What the account remembers cannot be used.
  init(memory problem: MemoryProblem) {
    switch problem {
    case .damaged(let path):
      self.init(
        "what this account remembers of the vault is damaged: \(path)",
        hints: [Self.forgetting(path)], status: .damaged)
    case .unreadable(let path):
      self.init(
        "what this account remembers of the vault cannot be read: \(path)",
        hints: ["let this account read it, or set XDG_STATE_HOME to a folder of its own"],
        status: .trouble)
    }
  }

  private static func forgetting(_ path: String) -> String {
    "to forget what was seen, and compare all words as on a first visit: rm '\(path)'"
  }
}
