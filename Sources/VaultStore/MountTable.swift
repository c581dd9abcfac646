/// Says how one folder comes to be there.
package struct Mount: Equatable, Sendable {
  let folder: [UInt8]
  /// The type of the file system, such as `ext4` or `fuse.sshfs`.
  package let type: String
  /// The options of the file system itself.
  package let options: [String]
}

/// Lists what is mounted where.
///
/// Source: proc_pid_mountinfo(5).
package struct MountTable {
  private var mounts: [Mount] = []

  /// Reads this process's mounts.
  ///
  /// - Throws: `StoreError.fileSystemUnknown` if the system does not tell.
  static func current() throws(StoreError) -> MountTable {
    do {
      let file = try OpenFile(reading: VaultPath("/proc/self/mountinfo"))
      return try MountTable(parsing: file.bytes(at: 0, count: bytesLimit))
    } catch {
      throw .fileSystemUnknown
    }
  }

  /// Takes lines of the form `36 35 98:0 /root /folder options … - type source
  /// options`. Lines of another form are passed over.
  package init(parsing bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " "))
      guard fields.count > 6, let dash = fields.dropFirst(6).firstIndex(of: [UInt8(ascii: "-")]),
        dash + 1 < fields.count
      else { continue }
      let type = String(decoding: fields[dash + 1], as: UTF8.self)
      let options = fields.dropFirst(dash + 3).first ?? []
      let list = options.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
      let texts = list.map { String(decoding: $0, as: UTF8.self) }
      mounts.append(Mount(folder: Self.unescaped(fields[4]), type: type, options: texts))
    }
  }

  /// Returns the mount that an absolute, resolved path is in: the deepest, and
  /// of several on one folder the last. Nil if no mount contains it.
  package func mount(of path: VaultPath) -> Mount? {
    let bytes = Array(path.text.utf8)
    var best: Mount?
    for mount in mounts where Self.contains(mount.folder, bytes) {
      if mount.folder.count >= best?.folder.count ?? 0 { best = mount }
    }
    return best
  }

  private static func contains(_ folder: [UInt8], _ path: [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    guard path.starts(with: folder) else { return false }
    return folder == [slash] || path.count == folder.count || path[folder.count] == slash
  }

  /// Undoes `\040` for a space, and the like.
  private static func unescaped(_ field: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var rest = field
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3).map { Int($0) - 48 }
      guard byte == UInt8(ascii: "\\"), digits.count == 3, digits.allSatisfy((0..<8).contains)
      else {
        out.append(byte)
        continue
      }
      out.append(UInt8(truncatingIfNeeded: digits[0] * 64 + digits[1] * 8 + digits[2]))
      rest = rest.dropFirst(3)
    }
    return out
  }

  private static let bytesLimit = 4 << 20  // A container host may have thousands of mounts.
}
