import VaultStore

/// What is wrong with a vault's file or its place, in words that need no store.
package enum FileProblem: Error, Equatable, Sendable {
  case unusablePath
  case notFound
  case alreadyExists
  /// A journal of an earlier file of that name lies there.
  case strayJournal
  case isDirectory
  case notARegularFile
  case linkLoop
  case permissionDenied
  /// The file is read-only.
  case notWritable
  /// The file could be written, but its folder takes no journal.
  case folderNotWritable
  /// A network file system, or one that other machines share; its name.
  case networkFileSystem(String)
  /// The folder does not hand that group on to new files (no set-group bit, or another group).
  case folderGroup
  /// The file was moved, removed or replaced while it was open.
  case movedAway
  case empty
  case notAVault
  /// Bytes that the file should have at least, and has.
  case truncated(expected: Int, found: Int)
  case newerVersion(found: UInt32, known: UInt32)
  /// A table, trigger or the like that is not ours; what it is.
  case foreign(String)
  /// The file's structure is broken.
  case damaged
  /// A change was cut off, and only an opening for writing can undo it.
  case interruptedChange
  /// Another process holds the vault; for what long work, where it says so.
  case busy(LongWork?)
  /// The disk is full.
  case full
  /// The system refused to read or write; its number.
  case io(code: Int32)
  /// A row is larger than any of ours, or malformed.
  case malformedRow
}

/// What another process does to the vault for so long that others must wait.
package struct LongWork: Equatable, Sendable {
  /// The kinds of such work.
  package enum Kind: Equatable, Sendable {
    /// A rotation: every value is sealed anew under new keys.
    case keyExchange
  }

  package let kind: Kind
  /// Seconds since 1970, UTC.
  package let since: UInt64

  init(_ announcement: Announcement) {
    switch announcement.work {
    case .keyExchange: kind = .keyExchange
    }
    since = announcement.since
  }
}

extension FileProblem {
  init(_ error: StoreError) {
    switch error {
    case .unusablePath, .pathTooLong: self = .unusablePath
    case .notFound: self = .notFound
    case .alreadyExists: self = .alreadyExists
    case .strayJournal: self = .strayJournal
    case .isDirectory: self = .isDirectory
    case .notARegularFile: self = .notARegularFile
    case .linkLoop: self = .linkLoop
    case .permissionDenied: self = .permissionDenied
    case .notWritable: self = .notWritable
    case .folderNotWritable: self = .folderNotWritable
    case .networkFileSystem(let kind): self = .networkFileSystem(kind.rawValue)
    case .fileSystemUnknown: self = .networkFileSystem("of an unknown kind")
    case .movedAway: self = .movedAway
    default: self = Self(inside: error)
    }
  }

  /// What is wrong with the file itself, or with its use.
  private init(inside error: StoreError) {
    switch error {
    case .empty: self = .empty
    case .notAVault: self = .notAVault
    case .truncated(let expected, let found): self = .truncated(expected: expected, found: found)
    case .newerVersion(let found, let known): self = .newerVersion(found: found, known: known)
    case .foreign(let part): self = .foreign("\(part)")
    case .foreignNamespace: self = .foreign("namespace")
    case .damaged: self = .damaged
    case .interruptedChange: self = .interruptedChange
    case .busy(let announcement): self = .busy(announcement.map(LongWork.init))
    case .full: self = .full
    case .io(let code), .system(let code): self = .io(code: code)
    case .tooLarge, .malformedRow, .keyTooLong, .keyExists: self = .malformedRow
    default: self = .io(code: 0)
    }
  }
}
