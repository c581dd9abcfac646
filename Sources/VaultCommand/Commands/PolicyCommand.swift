import ArgumentParser
import HMIS
import Terminal
import VaultCore

/// `uidvault policy`: what supervisors have set for the whole vault.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "What supervisors have set for the whole vault.",
    subcommands: [Show.self])

  /// `uidvault policy show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show the vault's policy.")

    @OptionGroup var options: VaultOptions
    @Flag(help: "Answer in JSON, for programs.")
    var json = false

    func run() throws {
      let policy = PolicyJSON(try Unlocking(options: options).session().policy())
      if json { return try JSONAnswer.write(policy) }
      try StandardOutput.write(lines: policy.lines)
    }
  }
}

/// The policy; docs/JSON.md, "policy show".
struct PolicyJSON: Encodable {
  let organization: String
  let victimServiceProvider = false
  let reasons: [String]
  let reasonDemanded: Bool
  let idleMinutes: Int
  let retentionYears: Int
  let uidPattern: String
  let ssn: String
  let export: String

  init(_ policy: Policy) {
    organization = policy.organization
    reasons = policy.reasons
    reasonDemanded = policy.reasonDemanded
    idleMinutes = Int(policy.idleMinutes)
    retentionYears = Int(policy.retentionYears)
    uidPattern = policy.uidPattern.description
    ssn =
      switch policy.ssnKeeping {
      case .none: "none"
      case .lastFour: "last-four"
      case .whole: "whole"
      }
    export =
      switch policy.exporters {
      case .supervisors: "supervisors"
      }
  }

  var lines: [String] {
    [
      "Organization       \(organization)",
      "Reasons            \(reasons.joined(separator: ", "))",
      "Reason demanded    \(reasonDemanded ? "yes" : "no")",
      "Screen clears      after \(idleMinutes) minutes",
      "Retention          \(retentionYears) years after the last change",
      "UID pattern        \(uidPattern)",
      "SSN                \(ssnText)",
      "Export             by \(export)",
    ]
  }

  private var ssnText: String {
    switch ssn {
    case "none": "not kept"
    case "last-four": "last four digits kept"
    default: "kept"
    }
  }
}
