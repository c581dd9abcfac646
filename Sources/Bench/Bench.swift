import ArgumentParser
import Glibc
import SystemPackage

/// Measures the programs from outside, and libsodium alone beside them; scripts/bench runs it.
@main struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Print the design's table \"How fast\" with this build's figures.")

  @Flag(help: "Also measure with a million people, which takes an hour.")
  var million = false

  @Option(
    help: """
      Measure one job only: find, slip, show, add, import, rotate, verify, backup, restore, destroy, \
      audit, roster, check.
      """)
  var only: String?

  @Option(
    help: """
      Measure with so many people only, instead of 1,000 and 100,000; audit and roster with so many \
      entries or versions.
      """)
  var size: Int?

  @Option(help: .hidden) var programs: String
  @Option(help: .hidden) var memory: String
  @Option(help: .hidden) var disk: String

  func validate() throws {
    if let only, Job(rawValue: only) == nil, LogJob(rawValue: only) == nil,
      ExportJob(rawValue: only) == nil
    {
      throw ValidationError("there is no such job")
    }
    if let size, !(10...10_000_000).contains(size) {
      throw ValidationError("--size goes from 10 to 10,000,000")
    }
  }

  func run() throws {
    print(Self.legend)
    if only == nil || only.flatMap(Job.init(rawValue:)) != nil { try measureClients() }
    try measureLogs()
    try measureExports()
  }

  private func measureClients() throws {
    for clients in size.map({ [$0] }) ?? [1_000, 100_000] + (million ? [1_000_000] : []) {
      let campaign = Campaign(
        clients: clients, only: only.flatMap(Job.init(rawValue:)), programs: FilePath(programs),
        memoryFolder: FilePath(memory), diskFolder: FilePath(disk), talk: Self.say)
      for line in try campaign.run() { print(line) }
      fflush(nil)
    }
  }

  private func measureLogs() throws {
    for job in LogJob.allCases where (only ?? job.rawValue) == job.rawValue {
      let length = only == nil ? job.usualLength : size ?? job.usualLength
      let campaign = LogCampaign(
        job: job, length: length, programs: FilePath(programs), memoryFolder: FilePath(memory),
        talk: Self.say)
      for line in try campaign.run() { print(line) }
      fflush(nil)
    }
  }

  private func measureExports() throws {
    for job in ExportJob.allCases where (only ?? job.rawValue) == job.rawValue {
      let usual = million ? 1_000_000 : ExportJob.usualClients
      let campaign = ExportCampaign(
        clients: size ?? usual, programs: FilePath(programs), memoryFolder: FilePath(memory),
        talk: Self.say)
      for line in try campaign.run() { print(line) }
      fflush(nil)
    }
  }

  private static func say(_ text: String) {
    do {
      _ = try FileDescriptor.standardError.writeAll("bench: \(text)\n".utf8)
    } catch {
      // Nobody reads along.
    }
  }

  private static let legend = """
    Medians of whole processes, each begun cold, beyond the passphrase's own cost: Argon2id at the
    floor of 64 MiB and 3 passes, measured in turns with them. "ours" is by the clock and on a file
    system in memory, where syncs cost nothing; "past unlock" is the same beyond a command that
    unlocks and prints the policy; "on disk" is "ours" with the syncs of a real disk. "processor" is
    the work behind "ours" on all cores together, "libsodium" that of opening (or sealing) and
    hashing the same bytes without us, "ratio" the one to the other. "±" is half of the distance
    between the quartiles of "ours"; a verdict with a question mark lies within it. On a busy machine
    all times by the clock are too long; "processor" and "ratio" stay about right.
    """
}
