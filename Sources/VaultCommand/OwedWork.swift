import Terminal
import VaultCore

/// What earlier changes have left to be done by whoever can do it next.
extension Session {
  /// Exchanges the keys if that is owed and this is a supervisor, and cleans the file if that is.
  ///
  /// A code or an old passphrase that others know still opens the present keys until then.
  func payOwed() throws {
    try payKeys()
    do { try recordBackups(now: Now.seconds) } catch VaultError.memory(let problem) {
      Messages(program: "uidvault").warning(CommandFailure(memory: problem).problem)
    }
  }

  private func payKeys() throws {
    guard isRotationOwed, member.role == .supervisor else {
      return try payVacuum(now: Now.seconds)
    }
    Messages(program: "uidvault").note(
      "the keys are exchanged first: somebody has joined or has a new passphrase since")
    let progress = RotationBar()
    defer { progress.end() }
    try payRotation(now: Now.seconds, progress: progress.update)
  }
}
