import Terminal
import VaultCore
import VaultCrypto

/// An invitation's code, shown once.
struct InvitationPage: ~Copyable {
  private let name: MemberName
  private let code: String
  private let expires: UInt64

  init(name: MemberName, invitation: borrowing OpenInvitation) {
    self.name = name
    code = invitation.code.withText { $0.asciiText }
    expires = invitation.expires
  }

  func tell(json: Bool, idleSeconds: Int) throws {
    if json {
      return try JSONAnswer.write(InvitationJSON(code: code, expires: JSONTime.text(expires)))
    }
    try Screen.show(
      [
        "The invitation of \(name.text) stands until \(JSONTime.day(expires)) (UTC).", "",
        "Its code, which is shown this once:", "", "    \(code)", "",
        "Tell it in person or by telephone. They type, on a machine with the vault's file:", "",
        "    uidvault join --as '\(name.text)'", "",
        "and compare the vault's words with yours (uidvault status).",
      ], .cleared, idle: idleSeconds)
  }
}

/// What `member invite` and `member reset` answer; docs/JSON.md.
struct InvitationJSON: Encodable {
  let code: String
  let expires: String
}

/// How long an invitation stands.
enum InvitationDays {
  static func read(_ typed: String) throws(CommandFailure) -> Int {
    guard let days = Int(typed), (1...30).contains(days) else {
      throw .usage("--days is a number from 1 to 30")
    }
    return days
  }
}
