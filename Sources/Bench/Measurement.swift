/// Measures one job on a vault in memory and on one on the disk.
struct Measurement {
  let job: Job
  let people: PeopleTable
  let memory: Site
  let disk: Site
  let stretching: Stretching

  /// What was measured; times in milliseconds.
  struct Outcome {
    /// Beyond Argon2id.
    var ours = Samples()
    /// Beyond a command that unlocks and does next to nothing.
    var beyondUnlocking = Samples()
    /// Beyond Argon2id, on the disk.
    var onDisk = Samples()
    var raw = Samples()
    var peakBytes = 0
    var unlockingPeakBytes = 0
    var turns = 0
    /// Finds whose answer held the person meant.
    var found = 0
  }

  /// Takes turns: Argon2id alone, unlocking alone, the job, the job on the disk, libsodium alone;
  /// so that whatever else the machine does falls on all of them.
  ///
  /// - Throws: `BenchError`, `Errno`.
  func run(turns: Int) throws -> Outcome {
    let rows = job == .import ? nil : try StoredRows(of: memory.vault)
    var outcome = Outcome()
    for turn in 0..<turns {
      let stretched = try stretching.milliseconds()
      let unlocking = job == .import ? nil : try memory.unlocking(["policy", "show"])
      let inMemory = try perform(turn, at: memory, &outcome)
      let onDisk = try perform(turn, at: disk, &outcome)
      outcome.ours.add(inMemory.milliseconds - stretched)
      outcome.onDisk.add(onDisk.milliseconds - stretched)
      outcome.peakBytes = max(outcome.peakBytes, inMemory.peakBytes)
      // Behind an import there is a vault to unlock.
      let bare = try unlocking ?? memory.unlocking(["policy", "show"])
      outcome.beyondUnlocking.add(inMemory.milliseconds - bare.milliseconds)
      outcome.unlockingPeakBytes = max(outcome.unlockingPeakBytes, bare.peakBytes)
      outcome.raw.add(rawMilliseconds(try rows ?? StoredRows(of: memory.vault)))
      outcome.turns += 1
    }
    return outcome
  }

  /// Does the job once.
  private func perform(
    _ turn: Int, at site: Site, _ outcome: inout Outcome
  ) throws -> (milliseconds: Double, peakBytes: Int) {
    if job == .import { try site.makeVault() }
    if job == .restore { try site.remove(site.restored) }
    var (milliseconds, peakBytes) = (0.0, 0)
    for step in job.steps(turn: turn, people: people, site: site) {
      let run = try site.unlocking(step.words, input: step.input, good: step.good)
      guard step.proof.isEmpty || run.output.contains(step.proof) else {
        throw BenchError.notDone(command: step.words[0], output: run.output)
      }
      milliseconds += run.milliseconds
      peakBytes = max(peakBytes, run.peakBytes)
      if site.name == memory.name, run.output.contains(people.sought(turn).uid) {
        outcome.found += 1
      }
    }
    return (milliseconds, peakBytes)
  }

  /// libsodium's time for the bytes that the job cannot do without.
  private func rawMilliseconds(_ rows: StoredRows) -> Double {
    let (directory, clients) = (rows.directory, rows.records)
    return switch job {
    case .find, .slip, .show, .open, .add: RawSodium.opening(directory)
    case .import: RawSodium.sealing(directory) + RawSodium.sealing(clients)
    case .verify: RawSodium.opening(directory) + RawSodium.opening(clients)
    case .rotate, .backup, .restore:
      RawSodium.opening(directory) + RawSodium.opening(clients)
        + RawSodium.sealing(directory) + RawSodium.sealing(clients)
    }
  }
}
