extension Action {
  /// The word by which commands and programs name it.
  package var code: String {
    switch self {
    case .initialise: "init"
    case .add: "add"
    case .assign: "assign"
    case .edit: "edit"
    case .import: "import"
    case .find: "find"
    case .show: "show"
    case .pending: "pending"
    case .similar: "similar"
    case .policy: "policy"
    case .invite: "invite"
    case .join: "join"
    case .passphrase: "passphrase"
    case .role: "role"
    case .remove: "remove"
    case .reset: "reset"
    case .withdraw: "withdraw"
    case .rotate: "rotate"
    case .vacuum: "vacuum"
    case .recoveryUse: "recovery-use"
    case .recoveryRenew: "recovery-renew"
    case .audit: "audit"
    case .settle: "settle"
    case .backup: "backup"
    case .drill: "drill"
    case .restore: "restore"
    case .hold: "hold"
    case .destroy: "destroy"
    case .export: "export"
    case .due: "due"
    }
  }

  /// The action of that word, or nil.
  package init?(code: String) {
    guard let action = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = action
  }
}
