import Terminal

/// The vault that is meant when none is named: a path in a configuration file.
enum DefaultVault {
  /// Whose default it is.
  enum Scope {
    case user
    case system
  }

  private static let byteLimit = 4096
  private static let fileName = "default-vault"
  private static let systemFolder = "/etc/uidvault"

  /// The path, the user's before the machine's; nil if neither has one.
  static func path() throws -> String? {
    for folder in [userFolder(), systemFolder].compactMap({ $0 }) {
      if let path = try read(folder + "/" + fileName) { return path }
    }
    return nil
  }

  /// Makes a vault the default where there is none yet; an earlier one stays.
  ///
  /// - Parameters:
  ///   - path: The vault's absolute path.
  ///   - scope: Whose default it is.
  /// - Returns: What a person should know of it.
  /// - Throws: `CommandFailure`, `TerminalError` if the path cannot be kept.
  static func offer(_ path: String, for scope: Scope) throws -> String {
    guard let folder = scope == .system ? systemFolder : userFolder() else {
      return "There is no home folder, so name the vault each time with --vault."
    }
    if let other = try read(folder + "/" + fileName) {
      return "The default vault is still \(other); name this one with --vault."
    }
    try Folder.make(at: folder)
    if scope == .system { try Folder.letEverybodyLook(into: folder) }
    var file = try OutputFile(
      at: folder + "/" + fileName, .refuse, for: scope == .system ? .everybody : .owner)
    try file.write(path + "\n")
    try file.commit()
    return "It is the default vault from now on, so --vault is not needed."
  }

  private static func userFolder() -> String? {
    Environment.configurationFolder.map { $0 + "/uidvault" }
  }

  private static func read(_ path: String) throws -> String? {
    do throws(TerminalError) {
      let bytes = try InputBytes(path: path).all(limit: byteLimit)
      guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
      let line = text.prefix { $0 != "\n" }
      return line.isEmpty ? nil : String(line)
    } catch .noFile {
      return nil
    } catch {
      throw CommandFailure(terminal: error)
    }
  }
}
