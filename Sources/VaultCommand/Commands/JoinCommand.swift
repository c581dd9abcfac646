import ArgumentParser
import Terminal
import VaultCore
import VaultCrypto

/// `uidvault join`: an invitation becomes a member.
struct JoinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Join a vault with the code of your invitation, and choose a passphrase.",
    discussion: """
      --as is the name under which you were invited. Compare the vault's words with those that your \
      supervisor sees (uidvault status) before you go on. With --passphrase-fd two lines are read: \
      the code, then your new passphrase.
      """)

  @OptionGroup var options: VaultOptions
  @OptionGroup var stretching: StretchingOptions
  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    let cost = try stretching.cost(options.passphrase)
    try StandardOutput.check()
    try options.passphrase.checkDescriptor()
    let opening = VaultOpening(options: options)
    let vault = try opening.vault()
    // On a shared machine the account knows the vault, and whoever joins does not.
    if vault.visit == .known { opening.tellWords(of: vault) }
    let name = try Unlocking(options: options).memberName()
    try vault.checkInvitation(of: name, now: Now.seconds)
    let entry = PassphraseEntry(options: options.passphrase)
    let code = try entry.code()
    let passphrase = try entry.new(for: name.text)
    let session = try vault.join(
      as: name, with: code, passphrase: passphrase, cost: cost,
      within: Unlocking.budget(options.passphrase), now: Now.seconds)
    let role = session.member.role ?? .auditor
    if json {
      return try JSONAnswer.write(
        JoinedJSON(name: name.text, role: role.word, words: vault.fingerprint))
    }
    try StandardOutput.write(lines: [
      "You are \(role.phrase) of this vault now.",
      "Its words: \(vault.fingerprint.joined(separator: " "))",
    ])
  }
}

/// What `join` answers; docs/JSON.md.
struct JoinedJSON: Encodable {
  let name: String
  let role: String
  let words: [String]
}
