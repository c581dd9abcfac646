import SystemPackage

/// Makes folders for what the program keeps outside of the vault.
package enum Folder {
  /// Makes a folder, and those above it, for this account only (0700); one that is there already
  /// stays as it is.
  ///
  /// - Throws: `denied`, `readOnly`, `full`; `notAFolder` if something else has the name of one of
  ///   them; `system` for other failures.
  package static func make(at path: String) throws(TerminalError) {
    var made = FilePath(root: FilePath(path).root)
    for component in FilePath(path).components {
      made.append(component)
      do {
        try Platform.makeFolder(made)
      } catch {
        throw failure(error)
      }
    }
  }

  /// Whether there is a folder of that path.
  package static func isThere(_ path: String) -> Bool {
    do throws(Errno) {
      Platform.close(try Platform.open(FilePath(path), .folder))
      return true
    } catch {
      return false
    }
  }

  /// Lets every account of the machine look into a folder (0755); never one of a vault.
  ///
  /// - Throws: `denied`, `readOnly`; `notAFolder` if it is none; `system` for other failures.
  package static func letEverybodyLook(into path: String) throws(TerminalError) {
    do throws(Errno) {
      let folder = try Platform.open(FilePath(path), .folder)
      defer { Platform.close(folder) }
      try Platform.letEverybodyEnter(folder)
    } catch {
      throw failure(error)
    }
  }

  private static func failure(_ error: Errno) -> TerminalError {
    switch error {
    case .permissionDenied, .notPermitted: .denied
    case .readOnlyFileSystem: .readOnly
    case .noSpace, .diskQuotaExceeded: .full
    case .notDirectory: .notAFolder
    default: .system(SystemFault(.make, error))
    }
  }
}
