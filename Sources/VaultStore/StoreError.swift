/// Says why a store could not be opened, read or written. It carries numbers
/// and kinds, never a path, a key, a value or a name found in a file.
package enum StoreError: Error, Equatable {
  // Where the file should be
  /// The text is empty, holds a NUL, or is not UTF-8 once resolved.
  case unusablePath
  /// The resolved path has more bytes than the engine can hold.
  case pathTooLong(bytes: Int, limit: Int)
  /// Nothing is there, or the folder of a new file is not.
  case notFound
  /// Something is there already, and is left alone.
  case alreadyExists
  /// A journal of an earlier file of this name is there: it may hold the only
  /// good copy of that file's pages.
  case strayJournal
  case isDirectory
  case notARegularFile
  /// Symbolic links lead in a circle.
  case linkLoop
  case permissionDenied
  case notWritable
  /// The file could be written, but its folder takes no journal.
  case folderNotWritable
  case networkFileSystem(FileSystemKind)
  /// The system does not tell what kind of file system it is.
  case fileSystemUnknown
  /// The file was moved, removed or replaced while it was open.
  case movedAway

  // What the file is
  case empty
  case notAVault
  /// Bytes that the file should have at least, and has.
  case truncated(expected: Int, found: Int)
  case newerVersion(found: UInt32, known: UInt32)
  case foreign(ForeignPart)
  case foreignNamespace(Int64)
  /// The engine found the file's structure broken; its own result code.
  case damaged(code: Int32)
  /// A change was cut off, and only an opening for writing can undo it.
  case interruptedChange

  // Using it
  /// Others held the store for longer than the time given; why, if one of them
  /// announced it.
  case busy(Announcement?)
  case full
  /// The engine's result code of a failed system call.
  case io(code: Int32)
  /// The system's error number of a failed call of our own.
  case system(code: Int32)
  /// A setting that safety rests on did not take.
  case settingRefused(StoreSetting)
  /// The file still has unused pages after it was compacted, or another length
  /// than its pages, in bytes.
  case notCompacted(unusedPages: Int, expected: Int, found: Int)

  // Rows
  case keyTooLong(bytes: Int)
  case keyExists
  case tooLarge(bytes: Int)
  /// A key or value in the file is of a type or length that is never written.
  case malformedRow(Namespace)
}

/// Carries a `StoreError` inside the error of a higher room, in one named case,
/// so that a transaction throws one type.
package protocol WrapsStoreError: Error {
  /// Wraps `error`.
  init(_ error: StoreError)
}

extension StoreError: WrapsStoreError {
  /// Returns `error` itself.
  package init(_ error: StoreError) { self = error }
}

/// Names what was found in or beside the file that no store of ours puts there.
package enum ForeignPart: Equatable, Sendable {
  case table
  case index
  case trigger
  case view
  /// Our table, with another definition.
  case definition
  /// A row whose namespace is not a number.
  case row
  /// Write-ahead logging, in the file's header or as a file beside it: pages
  /// may be missing from the file.
  case writeAheadLog
  /// A journal that names further files for the engine to delete.
  case journal
  case unknown
}

/// Names a setting of the engine that is read back after it is made.
package enum StoreSetting: String, Equatable, Sendable, CaseIterable {
  case synchronous
  case journalMode = "journal_mode"
  case secureDelete = "secure_delete"
  case trustedSchema = "trusted_schema"
  case cellSizeCheck = "cell_size_check"
  case temporaryStore = "temp_store"
  case memoryMap = "mmap_size"
  case autoVacuum = "auto_vacuum"
  case encoding
  case busyTimeout = "busy_timeout"
}
