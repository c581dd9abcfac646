import SystemPackage

/// Small files that the program keeps for this account, each replaced as a whole by one process
/// after the other.
package struct StateFolder: Sendable {
  /// The folder's path.
  package let path: String

  /// The name of the file that is locked while another is replaced.
  private static let lockName = ".lock"

  package init(path: String) {
    self.path = path
  }

  /// The path of one of the files.
  package func path(of name: String) -> String { path + "/" + name }

  /// The names of all files; none if there is no folder.
  ///
  /// - Throws: `denied` if the folder is there and cannot be read, `system`.
  package func names() throws(TerminalError) -> [String] {
    if let names = Platform.names(in: path) { return names }
    do throws(Errno) {
      Platform.close(try Platform.open(FilePath(path), .folder))
      return []
    } catch {
      switch error {
      case .noSuchFileOrDirectory, .notDirectory: return []
      case .permissionDenied: throw .denied
      default: throw .system(SystemFault(.look, error))
      }
    }
  }

  /// The bytes of a file; nil if there is none.
  ///
  /// - Throws: `inputTooLong`, `denied`, `notAFile`, `system`.
  package func read(_ name: String, limit: Int) throws(TerminalError) -> [UInt8]? {
    do throws(TerminalError) {
      return try InputBytes(path: path(of: name)).all(limit: limit)
    } catch .noFile {
      return nil
    }
  }

  /// Replaces a file by new bytes, while no other process does; folder (0700) and file (0600) are
  /// made if they are missing, and everything is on the disk when this returns.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - limit: The most bytes that are read of what is there.
  ///   - next: Given the bytes that are there; gives the new ones, or nil to leave them.
  /// - Throws: `denied`, `readOnly`, `full`, `notAFolder`, `notAFile`, `inputTooLong`, `system`,
  ///   also if another process holds the lock for seconds.
  package func replace(
    _ name: String, limit: Int, by next: ([UInt8]?) -> [UInt8]?
  ) throws(TerminalError) {
    try Folder.make(at: path)
    let lock = try locked()
    // Closing drops the lock.
    defer { Platform.close(lock) }
    guard let bytes = next(try read(name, limit: limit)) else { return }
    var file = try OutputFile(at: path(of: name), .replace)
    try unsafe file.write(bytes.span.bytes)
    try file.commit()
  }

  private func locked() throws(TerminalError) -> Int32 {
    let descriptor: Int32
    do throws(Errno) {
      descriptor = try Platform.openLock(FilePath(path(of: Self.lockName)))
    } catch {
      switch error {
      case .permissionDenied, .notPermitted: throw .denied
      case .readOnlyFileSystem: throw .readOnly
      case .noSpace, .diskQuotaExceeded: throw .full
      default: throw .system(SystemFault(.open, error))
      }
    }
    do throws(Errno) { try Platform.lock(descriptor, milliseconds: 5_000) } catch {
      Platform.close(descriptor)
      throw .system(SystemFault(.wait, error))
    }
    return descriptor
  }
}
