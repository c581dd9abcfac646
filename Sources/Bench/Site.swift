import Glibc
import SystemPackage

/// A place in which a vault of invented people is made and worked on.
struct Site {
  let name: String
  let folder: FilePath
  private let program: Program

  private static let passphrase = "a lighthouse for measurements only"

  init(name: String, folder: FilePath, programs: FilePath) throws {
    self.name = name
    self.folder = folder
    program = Program(
      path: programs.appending("uidvault").string,
      environment: [
        "XDG_STATE_HOME=\(folder)/state", "XDG_CONFIG_HOME=\(folder)/config",
        "UIDVAULT_FILE=\(folder)/v.uidvault", "UIDVAULT_MEMBER=Sample Supervisor",
        "HOME=\(folder)", "LC_ALL=C.UTF-8",
      ],
      folder: folder)
    try Files.write(Self.passphrase + "\n", to: passphraseFile)
  }

  var vault: FilePath { folder.appending("v.uidvault") }
  /// Where a backup is restored to.
  var restored: FilePath { folder.appending("restored.uidvault") }
  var backup: FilePath { folder.appending("bench.age") }
  private var passphraseFile: FilePath { folder.appending("passphrase") }
  private var sheet: FilePath { folder.appending("recovery-sheet.txt") }

  /// Runs a command of `uidvault`.
  ///
  /// - Throws: `BenchError.failed` if it ends with another status than one of `good`.
  func run(_ words: [String], input: String = "", good: Set<Int> = [0]) throws -> ProgramRun {
    let run = try program.run(words, input: input, descriptors: [])
    return try checked(run, words, good)
  }

  /// Runs a command that unlocks the vault.
  ///
  /// - Throws: as `run` does.
  func unlocking(_ words: [String], input: String = "", good: Set<Int> = [0]) throws -> ProgramRun {
    let run = try program.run(
      words + ["--no-input", "--passphrase-fd", "3"], input: input,
      descriptors: [passphraseFile, sheet])
    return try checked(run, words, good)
  }

  /// Runs a step of a job.
  ///
  /// - Throws: as `run` does.
  func perform(_ step: JobStep) throws -> ProgramRun {
    step.unlocks
      ? try unlocking(step.words, input: step.input, good: step.good)
      : try run(step.words, input: step.input, good: step.good)
  }

  /// Makes the backup that is to be restored, in an account that has not restored one before.
  func prepareRestore() throws {
    for file in [restored, backup] { try remove(file) }
    try forget()
    _ = try unlocking(["policy", "show"])
    _ = try run(["backup", "export", backup.string])
  }

  private func checked(
    _ run: ProgramRun, _ words: [String], _ good: Set<Int>
  ) throws -> ProgramRun {
    guard good.contains(run.status) else {
      throw BenchError.failed(
        command: words.joined(separator: " "), status: run.status, output: run.output)
    }
    return run
  }

  /// Makes an empty vault at the least cost that is allowed, in the place of an older one.
  func makeVault() throws {
    for file in [vault, sheet] { try remove(file) }
    let run = try program.run(
      [
        "init", vault.string, "--as", "Sample Supervisor", "--organization", "Harbor Light",
        "--victim-service-provider", "no", "--kdf-memory", "64", "--kdf-passes", "3",
        "--recovery-sheet", sheet.string, "--no-default", "--no-input", "--passphrase-fd", "3",
      ], input: "", descriptors: [passphraseFile])
    _ = try checked(run, ["init"], [0])
  }

  /// Removes a file, if it is there.
  func remove(_ file: FilePath) throws {
    guard unsafe unlink(file.string) < 0, errno != ENOENT else { return }
    throw Errno(rawValue: errno)
  }

  /// Takes away what the account remembers of vaults, so that the next visit is its first.
  func forget() throws {
    let number = UInt64.random(in: .min ... .max)
    let (state, aside) = (folder.appending("state"), folder.appending("state-\(number)"))
    guard unsafe rename(state.string, aside.string) < 0, errno != ENOENT else { return }
    throw Errno(rawValue: errno)
  }
}
