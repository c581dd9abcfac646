import Terminal
import VaultCore

/// A folder of backups, whose files are named by date and version.
struct BackupFolder {
  private let path: String

  /// Nil if there is no folder of that path.
  init?(at path: String) {
    guard Folder.isThere(path) else { return nil }
    self.path = path
  }

  /// The path of a new backup: its date, its time (UTC) and the version, and nothing of whose it is.
  func path(of source: BackupSource, at now: UInt64) throws -> String {
    let stamp = JSONTime.text(now).filter { $0 != ":" && $0 != "Z" }.map { $0 == "T" ? "-" : $0 }
    let plain = "uidvault-\(String(stamp))-v\(source.version)"
    let taken = Set(try names())
    // Two in one second.
    let free = (1...).lazy.map { $0 == 1 ? plain : "\(plain)-\($0)" }
      .first { !taken.contains($0 + ".age") }
    return inside((free ?? plain) + ".age")
  }

  /// Removes all but the newest backups that this account has made, and never the newest that was
  /// found sound.
  ///
  /// - Parameters:
  ///   - count: How many stay, the new one among them.
  ///   - new: The path of the one that was just made.
  ///   - known: What this account has made.
  /// - Returns: How many were removed.
  /// - Throws: a failure of the folder or of removing.
  func prune(keeping count: Int, with new: String, of known: KnownBackups) throws -> Int {
    var ours: [(path: String, made: UInt64, isSafe: Bool)] = []
    for name in try names() where Self.isName(name) && inside(name) != new {
      guard let hash = try Self.hash(of: inside(name)), let made = known.made(hash) else {
        continue
      }
      ours.append((inside(name), made, known.isNewestSound(hash)))
    }
    let old = ours.sorted { $0.made > $1.made }.dropFirst(count - 1).filter { !$0.isSafe }
    for backup in old {
      do throws(TerminalError) { try OutputFile.remove(backup.path) } catch {
        throw CommandFailure(output: error)
      }
    }
    return old.count
  }

  private func inside(_ name: String) -> String {
    path.hasSuffix("/") ? path + name : path + "/" + name
  }

  private func names() throws -> [String] {
    do throws(TerminalError) { return try StateFolder(path: path).names() } catch {
      throw CommandFailure(output: error)
    }
  }

  private static func isName(_ name: String) -> Bool {
    name.hasPrefix("uidvault-") && name.hasSuffix(".age")
  }

  /// The hash of a file's bytes; nil if it cannot be read, and is left alone then.
  private static func hash(of path: String) throws -> BackupHash.Value? {
    do throws(TerminalError) {
      let input = try InputBytes(path: path)
      var hash = BackupHash()
      while true {
        let bytes = try input.next()
        if bytes.isEmpty { return hash.finish() }
        unsafe hash.update(bytes.span.bytes)
      }
    } catch {
      return nil
    }
  }
}
