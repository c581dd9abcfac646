import Subprocess

/// One command of uidvault, as a process of its own without a terminal.
struct VaultProcess {
  let environment: Environment
  /// The folder that it runs in, and the vault's file.
  let folder: String
  let vault: String
  /// The member, and the file that their passphrase is in.
  let member: String
  let passphrase: String

  /// What a command answered.
  struct Outcome {
    /// The exit status, or 128 + the signal that ended it.
    let status: Int
    let answer: String
    let talk: String

    func value(_ path: String...) throws -> JSONValue? {
      try JSONValue(text: answer).value(at: path[...])
    }

    func text(_ name: String) throws -> String? {
      guard case .string(let text) = try value(name) else { return nil }
      return text
    }
  }

  private static let launcher =
    #"cd "$0" && exec uidvault "$@" --no-input --passphrase-fd 3 3<"$PASS""#

  func run(_ words: [String], reading input: String = "") async throws -> Outcome {
    let own: [Environment.Key: String?] = [
      "PASS": passphrase, "UIDVAULT_FILE": vault, "UIDVAULT_MEMBER": member,
    ]
    let result = try await Subprocess.run(
      .name("sh"), arguments: Arguments(["-c", Self.launcher, folder] + words),
      environment: environment.updating(own), input: .string(input),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 16))
    let status =
      switch result.terminationStatus {
      case .exited(let code): Int(code)
      case .signaled(let signal): 128 + Int(signal)
      }
    return Outcome(
      status: status, answer: result.standardOutput, talk: result.standardError)
  }
}
