import Synchronization

/// Counts the files that this process has open through SQLite.
///
/// POSIX locks belong to the process, and closing *any* descriptor of a file
/// drops them all. A file that is open here is therefore not opened by hand a
/// second time: it was inspected when it was opened first. A descriptor that is
/// needed all the same is closed when SQLite has closed the last one of its own.
enum OpenStores {
  private struct Entry {
    var users = 0
    var file: SharedFile?
  }

  private static let entries = Mutex<[FileIdentity: Entry]>([:])

  /// Runs `inspect` if the file is not open yet, and counts one more user.
  static func enter(
    _ identity: FileIdentity, inspect: () throws(StoreError) -> Void
  ) throws(StoreError) {
    try entries.withLock { (entries) throws(StoreError) in
      if entries[identity] == nil { try inspect() }
      entries[identity, default: Entry()].users += 1
    }
  }

  /// Returns a descriptor of a file that is open here, for reading past SQLite.
  ///
  /// - Throws: `StoreError.movedAway` if another file is there now, and as
  ///   `FileFacts` and `OpenFile` do.
  static func descriptor(
    of identity: FileIdentity, at path: VaultPath
  ) throws(StoreError) -> SharedFile {
    try entries.withLock { (entries) throws(StoreError) in
      if let file = entries[identity]?.file { return file }
      // Before it is opened, as another file there may be open here as well.
      guard try FileFacts(of: path).identity == identity else { throw .movedAway }
      let file = SharedFile(try OpenFile(reading: path))
      entries[identity]?.file = file
      guard try file.file.identity() == identity else { throw .movedAway }
      return file
    }
  }

  /// Counts one user less, after its connection is closed.
  static func leave(_ identity: FileIdentity) {
    entries.withLock { entries in
      entries[identity]?.users -= 1
      if entries[identity]?.users == 0 { entries[identity] = nil }
    }
  }
}

/// An open file that several hold.
final class SharedFile: Sendable {
  let file: OpenFile

  init(_ file: consuming OpenFile) { self.file = file }
}
