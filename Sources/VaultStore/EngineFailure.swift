import GRDB

extension StoreError {
  /// Translates what came out of GRDB. Its messages, which may quote a file's
  /// own text, are dropped; the result code stays.
  init(engine error: any Error) {
    if let own = error as? StoreError {
      self = own
    } else if let engine = error as? DatabaseError {
      self = Self.translated(engine.extendedResultCode)
    } else {
      // A conversion that GRDB refused: the column holds what we never write.
      self = .damaged(code: ResultCode.SQLITE_MISMATCH.rawValue)
    }
  }

  private static func translated(_ code: ResultCode) -> StoreError {
    switch code {
    case .SQLITE_READONLY_ROLLBACK, .SQLITE_READONLY_RECOVERY: return .interruptedChange
    case .SQLITE_READONLY_DBMOVED: return .movedAway
    case .SQLITE_READONLY_DIRECTORY: return .folderNotWritable
    case .SQLITE_CANTOPEN_ISDIR: return .isDirectory
    case .SQLITE_CANTOPEN_SYMLINK: return .linkLoop
    case .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_UNIQUE: return .keyExists
    default: break
    }
    switch code.primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(nil)
    case .SQLITE_FULL: return .full
    case .SQLITE_READONLY: return .notWritable
    case .SQLITE_PERM, .SQLITE_AUTH: return .permissionDenied
    case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_NOMEM, .SQLITE_ABORT, .SQLITE_INTERRUPT,
      .SQLITE_PROTOCOL, .SQLITE_NOLFS:
      return .io(code: code.rawValue)
    default: return .damaged(code: code.rawValue)
    }
  }
}
