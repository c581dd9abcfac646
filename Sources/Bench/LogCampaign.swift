import Glibc
import SystemPackage

/// Measures the checks of long histories on a vault in memory.
struct LogCampaign {
  let job: LogJob
  let length: Int
  let programs: FilePath
  let memoryFolder: FilePath
  let talk: (String) -> Void

  private static let turns = 3

  /// Makes the history with the programs themselves, measures, and gives the lines of the table.
  ///
  /// - Throws: `BenchError`, `Errno`.
  func run() throws -> [String] {
    let site = try Site(name: "log", folder: memoryFolder, programs: programs)
    try site.makeVault()
    let person = People.person(0)
    _ = try site.unlocking(["add", "--stdin"], input: person.json)
    switch job {
    case .audit: return try audit(site, person)
    case .roster: return try roster(site)
    }
  }

  // MARK: The log

  private func audit(_ site: Site, _ person: Person) throws -> [String] {
    talk("writing \(length) entries, one search each")
    let part = 10_000
    for start in stride(from: 0, to: length, by: part) {
      let queries = String(repeating: person.uid + "\n", count: min(part, length - start))
      _ = try site.unlocking(["find", "--stdin"], input: queries)
    }
    talk("audit verify")
    let words = ["audit", "verify", "--json"]
    let figures = try measure(words, proof: #""sound":true"#, at: site)
    let (signatures, boxes) = (RawSignatures.verifying(length), RawSignatures.opening(length))
    return [
      "", "audit verify, \(length) entries, by a supervisor (contents opened)",
      "  by the clock beyond Argon2id   \(Table.time(figures.wall.median))",
      "  of the processor               \(Table.time(figures.processor.median))",
      "  libsodium: signatures alone    \(Table.time(signatures))",
      "  libsodium: boxes of contents   \(Table.time(boxes))",
      "  ratio to both                  "
        + Table.decimal(figures.processor.median / (signatures + boxes)) + " ×",
      "  memory beyond unlocking        \(figures.memoryBytes >> 20) MiB",
    ]
  }

  // MARK: The roster

  private func roster(_ site: Site) throws -> [String] {
    guard try site.run(["policy", "--help"]).output.contains("set ") else {
      return ["", "a roster of \(length) versions: not built yet (policy set)"]
    }
    let words = ["policy", "show"]
    let short = try measure(words, proof: "Harbor Light", at: site, firstVisit: true)
    talk("writing \(length) versions of the roster")
    for number in 0..<(length - 1) {
      _ = try site.unlocking(["policy", "set", "idle-minutes", "\(5 + number % 2)"])
    }
    talk("unlocking")
    let first = try measure(words, proof: "Harbor Light", at: site, firstVisit: true)
    let again = try measure(words, proof: "Harbor Light", at: site)
    let raw = RawSignatures.verifying(length)
    return [
      "", "unlocking, with a roster of \(length) versions",
      "  first visit, beyond 1 version  "
        + Table.time(first.wall.median - short.wall.median),
      "  the same of the processor      "
        + Table.time(first.processor.median - short.processor.median),
      "  once known, beyond 1 version   " + Table.time(again.wall.median - short.wall.median),
      "  libsodium: signatures alone    \(Table.time(raw))",
    ]
  }

  // MARK: Measuring

  private struct Figures {
    var wall = Samples()
    var processor = Samples()
    var memoryBytes = 0
  }

  /// Takes turns with Argon2id alone and unlocking alone.
  private func measure(
    _ words: [String], proof: String, at site: Site, firstVisit: Bool = false
  ) throws -> Figures {
    let stretching = try Stretching()
    var figures = Figures()
    for _ in 0..<Self.turns {
      let alone = try stretching.cost()
      let unlocking = try site.unlocking(["policy", "show"])
      if firstVisit { try site.forget() }
      let run = try site.unlocking(words)
      guard run.output.contains(proof) else {
        throw BenchError.notDone(command: words[0], output: run.output)
      }
      figures.wall.add((run.cost - alone).wall)
      figures.processor.add((run.cost - alone).processor)
      figures.memoryBytes = max(figures.memoryBytes, run.peakBytes - unlocking.peakBytes)
    }
    return figures
  }
}
