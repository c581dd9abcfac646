import ArgumentParser
import HMIS
import Terminal
import VaultCore

/// `uidvault policy`: what supervisors have set for the whole vault.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "What supervisors have set for the whole vault.",
    subcommands: [Show.self, Set.self])

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

extension PolicyCommand {
  /// `uidvault policy set`.
  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Set one part of the vault's policy.",
      discussion: """
        organization NAME · reasons CODE,CODE,… · reason-demanded yes|no · idle-minutes 1 to 240 · \
        retention-years 1 to 99 · uid-pattern PATTERN · ssn none|last-four|whole · export supervisors
        """)

    @Argument(help: ArgumentHelp("What to set.", valueName: "key"))
    var key: String

    @Argument(help: ArgumentHelp("To what.", valueName: "value"))
    var value: String

    @OptionGroup var options: VaultOptions
    @OptionGroup var reason: ReasonOption
    @Flag(help: "Answer in JSON, for programs.")
    var json = false

    func run() throws {
      let change = try PolicyChange(key: key, value: value)
      let session = try Unlocking(options: options).session()
      try session.payOwed()
      let policy = PolicyJSON(try session.setPolicy(change, reason.order))
      if json { return try JSONAnswer.write(policy) }
      try StandardOutput.write(lines: policy.lines)
    }
  }
}

extension PolicyChange {
  /// Reads a setting as people write it.
  fileprivate init(key: String, value: String) throws(CommandFailure) {
    switch key {
    case "organization": self = .organization(value)
    case "reasons": self = .reasons(value.split(separator: ",").map(String.init))
    case "reason-demanded":
      self = .reasonDemanded(try Self.choice(value, ["yes": true, "no": false]))
    case "idle-minutes": self = .idleMinutes(try Self.number(value))
    case "retention-years": self = .retentionYears(try Self.number(value))
    case "uid-pattern":
      do { self = .uidPattern(try UIDPattern(value)) } catch {
        throw .usage(
          "that is no pattern for UIDs", hints: ["docs/JSON.md says how a pattern is written"])
      }
    case "ssn":
      self = .ssnKeeping(
        try Self.choice(value, ["none": .none, "last-four": .lastFour, "whole": .whole]))
    case "export": self = .exporters(try Self.choice(value, ["supervisors": .supervisors]))
    default:
      throw .usage(
        "there is no such setting",
        hints: ["uidvault policy set --help lists them"])
    }
  }

  private static func number(_ text: String) throws(CommandFailure) -> Int {
    guard let number = Int(text) else { throw .usage("that is not a number") }
    return number
  }

  private static func choice<Value>(
    _ text: String, _ table: [String: Value]
  ) throws(CommandFailure) -> Value {
    guard let value = table[text] else {
      throw .usage("the value is one of \(table.keys.sorted().joined(separator: ", "))")
    }
    return value
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
