import Synchronization

/// Counts the files that this process has open through SQLite.
///
/// POSIX locks belong to the process, and closing *any* descriptor of a file
/// drops them all. A file that is open here is therefore not opened by hand a
/// second time: it was inspected when it was opened first.
enum OpenStores {
  private static let counts = Mutex<[FileIdentity: Int]>([:])

  /// Runs `inspect` if the file is not open yet, and counts one more user.
  static func enter(
    _ identity: FileIdentity, inspect: () throws(StoreError) -> Void
  ) throws(StoreError) {
    try counts.withLock { (counts) throws(StoreError) in
      if counts[identity] == nil { try inspect() }
      counts[identity, default: 0] += 1
    }
  }

  /// Counts one user less, after its connection is closed.
  static func leave(_ identity: FileIdentity) {
    counts.withLock { counts in
      let left = (counts[identity] ?? 1) - 1
      counts[identity] = left > 0 ? left : nil
    }
  }
}
