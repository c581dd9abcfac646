import ArgumentParser

@main
struct VaultCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "uidvault")
}
