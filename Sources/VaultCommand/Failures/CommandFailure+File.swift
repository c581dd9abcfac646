import Terminal
import VaultCore

extension CommandFailure {
  /// What is wrong with the vault's file or its place.
  init(file problem: FileProblem) {
    switch problem {
    case .busy(nil):
      self.init(
        "the vault is in use", hints: ["wait for the other program, then try again"],
        status: .inUse)
    case .busy(.some(let work)):
      self.init(
        "the vault is in use: \(work.words)", hints: ["wait until that is done, then try again"],
        status: .inUse)
    case .damaged, .truncated, .malformedRow:
      self.init(
        "the vault's file is \(problem.damageWords)",
        hints: ["keep it as it is, and restore a backup"], status: .damaged)
    case .foreign(let part):
      self.init(
        "the file has a \(part) that no vault has",
        hints: ["somebody may have altered it: keep it as it is, and restore a backup"],
        status: .damaged)
    case .newerVersion(let found, let known):
      self.init(
        "the vault has format \(found); this program knows formats up to \(known)",
        hints: ["use a newer uidvault"], status: .trouble)
    case .networkFileSystem(let kind):
      self.init(
        "the vault would lie on a network file system (\(kind)), which can damage it",
        hints: ["keep it on a disk of this machine"], status: .trouble)
    case .notFound:
      self.init(
        "there is no vault at that path",
        hints: ["name it with --vault FILE, or make one with uidvault init FILE"],
        status: .trouble)
    default: self.init(problem.words, hints: problem.hints, status: .trouble)
    }
  }
}

extension FileProblem {
  fileprivate var damageWords: String {
    if case .truncated = self { "cut short" } else { "damaged" }
  }

  fileprivate var words: String {
    switch self {
    case .unusablePath: "that path cannot be used"
    case .alreadyExists: "something is at that path already"
    case .strayJournal: "a journal of an earlier vault of that name lies there"
    case .isDirectory: "the path names a folder, not a vault"
    case .notARegularFile: "the path names no ordinary file"
    case .linkLoop: "the path leads in a circle of links"
    case .permissionDenied: "the system does not permit opening the vault"
    case .notWritable: "the vault's file is read-only, so nothing can be recorded"
    case .folderNotWritable: "the vault's folder is read-only, so nothing can be recorded"
    case .folderGroup: "the folder does not hand that group on to new files"
    case .movedAway: "the vault was moved or replaced while it was open"
    case .empty: "the file is empty, not a vault"
    case .notAVault: "the file is not a vault"
    case .interruptedChange: "a change was cut off and must be undone first"
    case .full: "the disk is full; nothing was changed"
    case .io: "the disk could not be read or written"
    default: "the vault's file cannot be used"
    }
  }

  fileprivate var hints: [String] {
    switch self {
    case .notWritable, .folderNotWritable:
      ["every look at a client is recorded before it is shown: make the file writable for you"]
    case .folderGroup:
      ["as root: chgrp GROUP FOLDER; chmod 2770 FOLDER; only members of the group may use it"]
    case .empty:
      [
        "if uidvault init was cut off there, no vault was made: remove the file, a journal beside "
          + "it and the recovery sheet, then make it anew"
      ]
    case .alreadyExists: ["nothing is ever overwritten: choose another path"]
    case .strayJournal: ["it may hold the only good copy: keep it, and choose another path"]
    case .interruptedChange: ["run any command on the vault where it can be written"]
    default: []
    }
  }
}

extension LongWork {
  fileprivate var words: String {
    switch kind {
    case .keyExchange: "a supervisor has been exchanging the keys\(sinceWords)"
    }
  }

  /// Nothing, if the note's time is beyond every calendar.
  private var sinceWords: String {
    guard let seconds = Int64(exactly: since), let time = CivilTime(seconds: seconds, in: .utc)
    else { return "" }
    return " since \(twoDigits(time.hour)):\(twoDigits(time.minute)) (UTC)"
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
