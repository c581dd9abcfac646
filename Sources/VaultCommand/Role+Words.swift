import VaultCore

extension Role {
  /// The word in JSON and for people.
  var word: String {
    switch self {
    case .supervisor: "supervisor"
    case .caseworker: "caseworker"
    case .auditor: "auditor"
    }
  }

  /// Reads a role as people name it.
  init(word: String) throws(CommandFailure) {
    guard let role = Role.allCases.first(where: { $0.word == word }) else {
      throw .usage(
        "there is no such role", hints: ["the roles are supervisor, caseworker and auditor"])
    }
    self = role
  }

  /// The role with its article.
  var phrase: String { self == .auditor ? "an auditor" : "a \(word)" }
}
