import HMIS
import Terminal
import VaultCore

/// Has the UID of a waiting client typed, stores it, and shows the rest of the card.
struct UIDSitting {
  let session: Session
  let policy: Policy
  let correcting: Session.Correcting
  let reason: String?

  /// What the person leaves with.
  enum Outcome {
    /// The client as stored.
    case stored(Client)
    /// HMIS has given no UID yet.
    case notYet
  }

  /// Asks until a UID could be stored, or until Enter alone says that there is none yet.
  func run(for client: ClientReference, in dialogue: Dialogue) throws -> Outcome {
    while let uid = try UIDQuestion(policy: policy).optional(in: dialogue) {
      do {
        let stored = try session.assign(
          uid, to: client, correcting: correcting, reason: reason, now: Now.seconds)
        try showRest(of: stored, uid, in: dialogue)
        return .stored(stored)
      } catch VaultError.uidTaken(let holder) {
        try dialogue.say([
          "That UID stands for another client (\(holder.shortText)). Look at the profile again.",
          "If it is right, leave with Enter and compare: uidvault show \(holder.shortText)",
        ])
      }
    }
    return .notYet
  }

  private func showRest(
    of client: Client, _ uid: UniqueIdentifier, in dialogue: Dialogue
  ) throws {
    do {
      try ClientCard(client: client, policy: policy).showAfterUID(uid, in: dialogue)
    } catch TerminalError.idle, TerminalError.endOfInput {
      // The UID is stored; only the card was not read to its end.
    }
  }
}
