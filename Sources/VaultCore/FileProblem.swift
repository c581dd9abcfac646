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
  /// Another process holds the vault.
  case busy
  /// The disk is full.
  case full
  /// The system refused to read or write; its number.
  case io(code: Int32)
  /// A row is larger than any of ours, or malformed.
  case malformedRow
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
    case .busy: self = .busy
    case .full: self = .full
    case .io(let code), .system(let code): self = .io(code: code)
    case .tooLarge, .malformedRow, .keyTooLong, .keyExists: self = .malformedRow
    default: self = .io(code: 0)
    }
  }
}
