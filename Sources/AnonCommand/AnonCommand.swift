import ArgumentParser

@main
struct AnonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "hmis-anon")
}
