/// Measures one job on a vault in memory and on one on the disk.
struct Measurement {
  let job: Job
  let people: PeopleTable
  let memory: Site
  let disk: Site
  let stretching: Stretching

  /// What was measured.
  struct Outcome {
    /// By the clock, beyond Argon2id.
    var ours = Samples()
    /// The same, of the processor.
    var processor = Samples()
    /// By the clock, beyond a command that unlocks and does next to nothing.
    var beyondUnlocking = Samples()
    /// By the clock, beyond Argon2id, on the disk.
    var onDisk = Samples()
    /// libsodium's, of the processor.
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
    var outcome = Outcome()
    for turn in 0..<turns {
      let stretching = try stretching.cost()
      let inMemory = try perform(turn, at: memory, &outcome)
      // Behind the job, as it may have made the vault.
      let unlocking = try memory.unlocking(["policy", "show"])
      let onDisk = try perform(turn, at: disk, &outcome)
      outcome.ours.add((inMemory.cost - stretching).wall)
      outcome.processor.add((inMemory.cost - stretching).processor)
      outcome.beyondUnlocking.add((inMemory.cost - unlocking.cost).wall)
      outcome.onDisk.add((onDisk.cost - stretching).wall)
      outcome.raw.add(rawMilliseconds(try StoredRows(of: memory.vault)))
      outcome.peakBytes = max(outcome.peakBytes, inMemory.peakBytes)
      outcome.unlockingPeakBytes = max(outcome.unlockingPeakBytes, unlocking.peakBytes)
      outcome.turns += 1
    }
    return outcome
  }

  /// Does the job once.
  private func perform(
    _ turn: Int, at site: Site, _ outcome: inout Outcome
  ) throws -> (cost: Cost, peakBytes: Int) {
    if job == .import { try site.makeVault() }
    if job == .backup { try site.remove(site.backup) }
    if job == .restore { try site.prepareRestore() }
    var (cost, peakBytes) = (Cost(), 0)
    for step in job.steps(turn: turn, people: people, site: site) {
      let run = try site.perform(step)
      guard step.proof.isEmpty || run.output.contains(step.proof) else {
        throw BenchError.notDone(command: step.words[0], output: run.output)
      }
      cost = cost + run.cost
      peakBytes = max(peakBytes, run.peakBytes)
      if site.name == memory.name, run.output.contains(people.sought(turn).uid) {
        outcome.found += 1
      }
    }
    if job == .restore { try site.forget() }
    return (cost, peakBytes)
  }

  /// libsodium's time for the bytes that the job cannot do without.
  private func rawMilliseconds(_ rows: StoredRows) -> Double {
    let (directory, clients) = (rows.directory, rows.records)
    return switch job {
    case .find, .slip, .show, .open, .add: RawSodium.opening(directory)
    case .import: RawSodium.sealing(directory) + RawSodium.sealing(clients)
    case .verify: RawSodium.opening(directory) + RawSodium.opening(clients)
    case .rotate, .backup, .restore, .destroy:
      RawSodium.opening(directory) + RawSodium.opening(clients)
        + RawSodium.sealing(directory) + RawSodium.sealing(clients)
    }
  }
}
