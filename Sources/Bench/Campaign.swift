import SystemPackage

/// Measures every job on vaults of one size.
struct Campaign {
  let clients: Int
  let only: Job?
  let programs: FilePath
  let memoryFolder: FilePath
  let diskFolder: FilePath
  let talk: (String) -> Void

  /// Makes the vaults, measures, and gives the lines of the table.
  ///
  /// - Throws: `BenchError`, `Errno`.
  func run() throws -> [String] {
    let memory = try Site(name: "memory", folder: memoryFolder, programs: programs)
    let disk = try Site(name: "disk", folder: diskFolder, programs: programs)
    talk("inventing \(clients) people")
    let people = try PeopleTable(of: clients, at: memory.folder.appending("people.csv"))
    let commands = try Self.commands(of: memory)
    var table = Table(clients: clients)
    table.start = try startMilliseconds(of: memory)
    guard commands.contains("import") else { return table.lines }
    let stretching = try Stretching()
    for job in jobs where only == nil || only == job || job == .import {
      guard job != .open, commands.contains(job.command) else {
        table.add(job, nil)
        continue
      }
      talk("\(clients) clients: \(job.title)")
      let measurement = Measurement(
        job: job, people: people, memory: memory, disk: disk, stretching: stretching)
      let outcome = try measurement.run(turns: turns(for: job))
      if only == nil || only == job { table.add(job, outcome) }
      if job == .import { table.size = try StoredRows(of: memory.vault) }
      if job == .rotate { table.sizeRotated = try StoredRows(of: memory.vault) }
    }
    return table.lines
  }

  /// First the import, which makes the vaults for the others.
  private var jobs: [Job] { [.import] + Job.allCases.filter { $0 != .import } }

  private func turns(for job: Job) -> Int {
    if job == .import, let only, only != .import { return 1 }
    return switch clients {
    case ...10_000: job.isLong ? 7 : 15
    case ...200_000: job.isLong ? 3 : 11
    default: job.isLong ? 1 : 5
    }
  }

  /// The subcommands that this version has.
  private static func commands(of site: Site) throws -> Set<String> {
    let help = try site.run(["--help"]).output
    return Set(
      help.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
        .compactMap { $0.split(separator: " ").first.map(String.init) })
  }

  private func startMilliseconds(of site: Site) throws -> Samples {
    var samples = Samples()
    for _ in 0..<21 { samples.add(try site.run(["--version"]).cost.wall) }
    return samples
  }
}
