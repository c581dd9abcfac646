import Terminal
import VaultCore
import VaultCrypto

extension CommandFailure {
  /// What the vault said of members, invitations and the recovery sheet.
  init(member error: VaultError) {
    switch error {
    case .noSuchMember:
      self.init(
        "nobody of that name is a member of this vault",
        hints: ["uidvault member list shows who is"], status: .wrongPassphrase)
    case .nameTaken:
      self.init(
        "somebody of that name is a member, or invited, already",
        hints: ["uidvault member list shows who is"], status: .no)
    case .noInvitation, .invitationExpired, .invitationCode: self.init(invitation: error)
    case .notOneself:
      self.init(
        "nobody changes their own role, resets or removes themselves",
        hints: ["another supervisor can; invite one first if there is none"],
        status: .notPermitted)
    case .recoverySheetNeeded:
      self.init(
        "the recovery sheet was made by this member, and must be replaced together with them",
        hints: ["say where the new sheet is to be written: --recovery-sheet FILE"], status: .usage)
    case .otherSheet:
      self.init(
        "this is not the recovery sheet that the vault trusts",
        hints: ["an older sheet opens the backups of its time, and nothing else"],
        status: .wrongPassphrase)
    case .policy(let problem): self.init(policy: problem)
    case .sameRole: self.init("the member has that role already", status: .no)
    case .full(let limit):
      self.init("the vault cannot hold more than \(limit) of these", status: .trouble)
    default: preconditionFailure("only what members meet comes here")
    }
  }

  /// What was typed is no invitation's code.
  private init(code problem: WordList.Problem) {
    switch problem {
    case .unknownWord(let place):
      self.init(
        "word \(place) of the code is none of the words that codes are made of",
        hints: ["look at it once more; words may be cut to their first four letters"],
        status: .wrongPassphrase)
    case .count(let count):
      self.init(
        "a code has eight words, and \(count > 8 ? "more" : "\(count)") were typed",
        hints: ["type all eight, with blanks between them"], status: .wrongPassphrase)
    }
  }

  /// What the vault said of an invitation or its code.
  private init(invitation error: VaultError) {
    switch error {
    case .noInvitation:
      self.init(
        "there is no open invitation of that name",
        hints: ["ask the supervisor how you are called in it, and whether it still stands"],
        status: .wrongPassphrase)
    case .invitationExpired:
      self.init(
        "the invitation has expired", hints: ["ask a supervisor for a new one"],
        status: .wrongPassphrase)
    case .invitationCode(let problem): self.init(code: problem)
    default: preconditionFailure("only what invitations meet comes here")
    }
  }

  /// A setting that the policy cannot have.
  private init(policy problem: PolicyChange.Problem) {
    switch problem {
    case .organization(let problem): self = .init(organization: problem)
    case .reasons:
      self = .usage(
        "reasons are 1 to 32 different codes of lower-case letters, digits and hyphens",
        hints: ["write them with commas: uidvault policy set reasons intake,service,legal"])
    case .outOfRange(let range):
      self = .usage("that is a number from \(range.lowerBound) to \(range.upperBound)")
    }
  }
}
