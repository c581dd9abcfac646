import ArgumentParser
import Terminal
import VaultCore
import VaultCrypto

/// What stretching a new passphrase costs.
struct StretchingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Memory for stretching the new passphrase, 64 to 1024 MiB.", valueName: "MiB"))
  var kdfMemory = String(StretchingCost.standard.memoryMiB)

  @Option(help: ArgumentHelp("Passes over that memory, 3 to 10.", valueName: "number"))
  var kdfPasses = String(StretchingCost.standard.passes)

  /// The cost, if it is within bounds and this machine can bear it.
  func cost(_ passphrase: PassphraseOptions) throws -> StretchingCost {
    guard let memory = Int(kdfMemory), let passes = Int(kdfPasses) else {
      throw CommandFailure.usage("--kdf-memory and --kdf-passes are numbers")
    }
    do {
      return try StretchingCost(
        passes: passes, memoryMiB: memory, machineMiB: Machine.memoryMiB ?? 0,
        beyondMachine: passphrase.acceptMemory ? .accept : .refuse)
    } catch {
      throw CommandFailure(crypto: error)
    }
  }
}

/// Where a new recovery sheet goes.
struct SheetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a new recovery sheet, where one is needed, to a new file instead of showing it.",
      valueName: "file"),
    completion: .file())
  var recoverySheet: String?
}

/// Whether a change that cannot be taken back needs one more word.
struct ConfirmationOptions: ParsableArguments {
  @Flag(help: "Do not ask once more.")
  var yes = false

  /// Refuses early where nobody can be asked.
  func check(_ passphrase: PassphraseOptions) throws {
    guard passphrase.noInput, !yes else { return }
    throw CommandFailure.usage(
      "this cannot be taken back, and is not confirmed", hints: ["add --yes"])
  }

  /// Says what will be done, and asks.
  func ask(_ passphrase: PassphraseOptions, _ lines: [String], _ question: String) throws {
    guard !yes else { return }
    let dialogue = try Interaction(passphrase).dialogue()
    try dialogue.say(lines + [""])
    guard try dialogue.decision(question, usual: .no) == .yes else {
      throw CommandFailure("nothing was changed", status: .no)
    }
  }
}
