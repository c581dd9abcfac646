import SystemPackage

/// Makes the folders in which a file is to be kept.
package enum OutputFolder {
  /// Makes a folder and those above it where they are missing, for their owner only (0700).
  ///
  /// - Throws: `noFolder` if something else stands in the way, `denied`, `readOnly`, `full`,
  ///   `system`.
  package static func make(_ path: String) throws(TerminalError) {
    var partial = FilePath(path)
    var missing: [FilePath] = []
    while !partial.isEmpty, partial.lastComponent != nil {
      missing.append(partial)
      partial = partial.removingLastComponent()
    }
    for folder in missing.reversed() {
      do throws(Errno) {
        try Platform.makeFolder(folder)
      } catch {
        throw TerminalError(making: error)
      }
    }
  }
}

extension OutputFolder {
  /// Lets every account of the machine look into a folder (0755); never one of a vault.
  ///
  /// - Throws: as `make` does.
  package static func letEverybodyRead(_ path: String) throws(TerminalError) {
    do throws(Errno) {
      let folder = try Platform.open(FilePath(path), .folder)
      defer { Platform.close(folder) }
      try Platform.letEverybodyEnter(folder)
    } catch {
      throw TerminalError(making: error)
    }
  }
}

extension TerminalError {
  fileprivate init(making error: Errno) {
    switch error {
    case .notDirectory, .fileExists: self = .noFolder
    case .permissionDenied, .notPermitted: self = .denied
    case .readOnlyFileSystem: self = .readOnly
    case .noSpace, .diskQuotaExceeded: self = .full
    default: self = .system(SystemFault(.open, error))
    }
  }
}
