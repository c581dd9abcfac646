import ArgumentParser
import Terminal
import VaultCore

/// `uidvault audit`: who looked at whom, when and why.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Read and check the log: who did what, when and why.",
    discussion: """
      Supervisors and auditors read it; every member can check it. It holds ids of clients, never a \
      name or a UID, and it is what honest programs wrote: a member with the file and a passphrase \
      can read clients without leaving an entry.
      """,
    subcommands: [
      AuditShowCommand.self, AuditVerifyCommand.self, AuditCheckpointCommand.self,
      AuditExposureCommand.self,
    ])
}

/// Which days of the log are meant.
struct AuditPeriodOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "From this day on: 2026-09-21, or a month 2026-09, or a year; UTC.", valueName: "date"))
  var since: String?

  @Option(
    help: ArgumentHelp("Up to the end of this day, month or year; UTC.", valueName: "date"))
  var until: String?

  /// The period.
  ///
  /// - Throws: a usage failure for what is no date.
  func period() throws(CommandFailure) -> AuditPeriod {
    guard let period = AuditPeriod(since: since, until: until) else {
      throw .usage(
        "--since or --until is not a date",
        hints: ["write it as 2026-09-21, 2026-09 or 2026"])
    }
    return period
  }
}

/// Whether UIDs stand beside ids, and why.
struct AuditUIDOptions: ParsableArguments {
  @Flag(
    name: .customLong("with-uids"),
    help: "Put UIDs beside ids: supervisors only, and recorded before it is shown.")
  var withUIDs = false

  @OptionGroup var reason: ReasonOption

  func order() -> AuditOrder {
    AuditOrder(
      uids: withUIDs ? .joined : .idsAlone, reason: reason.reason, now: Now.seconds)
  }
}

/// What the commands of the log have in common.
enum AuditLog {
  /// Reads a member's name given as an option.
  static func name(_ given: String?) throws -> MemberName? {
    guard let given else { return nil }
    return try Unlocking.name(given)
  }

  /// Runs a reading of the log with progress, and says in its own words what the log refuses.
  static func read<Value>(
    _ session: Session, _ work: (@escaping (Int, Int) -> Void) throws -> Value
  ) throws -> Value {
    let progress = Progress("reading the log", total: nil)
    defer { progress.end() }
    do { return try work { done, _ in progress.update(done) } } catch VaultError.notPermitted {
      throw refusal(of: session.member.role)
    } catch VaultError.unknownMember {
      throw CommandFailure(
        "nobody has, or had, that name in this vault",
        hints: ["uidvault audit exposure lists who has been in it"], status: .wrongPassphrase)
    }
  }

  private static func refusal(of role: Role?) -> CommandFailure {
    let hint =
      role == .auditor
      ? "auditors see ids alone: name a client by id, and leave out --with-uids"
      : "supervisors and auditors read the log; uidvault audit verify is open to everybody"
    return CommandFailure(
      "your role does not allow this", hints: [hint], status: .notPermitted)
  }

  /// Fails, after what was sound has been shown.
  static func finish(_ damage: Damage?) throws {
    guard let damage else { return }
    throw CommandFailure(
      "the log is damaged: \(damage.entryPlace) \(damage.problem.words)",
      hints: [
        "the entries that are sound were read; keep the file as it is",
        "compare with a backup or a checkpoint: uidvault audit verify --against FILE",
      ], status: .damaged)
  }
}

extension Damage {
  /// The number of the log's entry that is damaged; nil for another row.
  var entryNumber: UInt64? {
    guard namespace == "log", key.count == 8 else { return nil }
    return key.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The entry by its number, or another row as `verify` names it.
  var entryPlace: String { entryNumber.map { "entry \($0)" } ?? place }
}
