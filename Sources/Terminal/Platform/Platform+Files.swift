import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Platform {
  /// Makes a file that was not there, for its owner only, and follows no link.
  static func create(_ name: String, in folder: Int32) throws(Errno) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    return try retried { unsafe name.withCString { unsafe openat(folder, $0, flags, 0o600) } }
  }

  /// Makes a file that has no name in its folder until `name` gives it one, and that goes with the
  /// process; for its owner only.
  ///
  /// - Returns: The descriptor, or nil where the system cannot do that.
  static func createUnnamed(in folder: Int32) throws(Errno) -> Int32? {
    #if canImport(Glibc)
      // O_TMPFILE is a macro of several bits and not imported; a name is given by way of /proc.
      let flags = 0o20000000 | O_DIRECTORY | O_WRONLY | O_CLOEXEC
      guard unsafe access(descriptors, X_OK) == 0 else { return nil }
      do {
        return try retried { unsafe openat(folder, ".", flags, 0o600) }
      } catch  where error == .notSupported || error == .isDirectory || error == .invalidArgument {
        return nil
      }
    #else
      return nil
    #endif
  }

  /// Gives a file without a name one, unless something has it already (`EEXIST`).
  static func name(_ descriptor: Int32, _ name: String, in folder: Int32) throws(Errno) {
    _ = try retried { () -> Int32 in
      unsafe "\(descriptors)/\(descriptor)".withCString { old in
        unsafe name.withCString { unsafe linkat(AT_FDCWD, old, folder, $0, AT_SYMLINK_FOLLOW) }
      }
    }
  }

  private static let descriptors = "/proc/self/fd"

  /// Lets every account of the machine read a file of ours.
  static func letEverybodyRead(_ descriptor: Int32) throws(Errno) {
    _ = try retried { fchmod(descriptor, 0o644) }
  }

  /// Lets every account of the machine look into a folder of ours.
  static func letEverybodyEnter(_ descriptor: Int32) throws(Errno) {
    _ = try retried { fchmod(descriptor, 0o755) }
  }

  /// Gives the file its name unless something has that name already (`EEXIST`).
  static func renameToNew(_ old: String, _ new: String, in folder: Int32) throws(Errno) {
    do {
      _ = try retried { () -> Int32 in
        unsafe old.withCString { old in
          unsafe new.withCString { unsafe renameExclusively(folder, old, $0) }
        }
      }
    } catch  where error == .invalidArgument || error == .noFunction || error == .notSupported {
      // The file system cannot rename so: a second name is refused just as surely.
      _ = try retried { () -> Int32 in
        unsafe old.withCString { old in
          unsafe new.withCString { unsafe linkat(folder, old, folder, $0, 0) }
        }
      }
      try remove(old, in: folder)
    }
  }

  private static func renameExclusively(
    _ folder: Int32, _ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>
  ) -> Int32 {
    #if canImport(Glibc)
      // Part of the library, but not of the headers that Swift sees.
      typealias Rename =
        @convention(c) (
          Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
        ) -> Int32
      guard let symbol = unsafe dlsym(nil, "renameat2") else {
        errno = Errno.noFunction.rawValue
        return -1
      }
      let rename = unsafe unsafeBitCast(symbol, to: Rename.self)
      return unsafe rename(folder, old, folder, new, 1)  // 1: RENAME_NOREPLACE
    #else
      return unsafe renameatx_np(folder, old, folder, new, UInt32(RENAME_EXCL))
    #endif
  }

  /// Gives the file its name, in the place of what has that name now.
  static func renameOver(_ old: String, _ new: String, in folder: Int32) throws(Errno) {
    _ = try retried { () -> Int32 in
      unsafe old.withCString { old in
        unsafe new.withCString { unsafe renameat(folder, old, folder, $0) }
      }
    }
  }

  static func remove(_ name: String, in folder: Int32) throws(Errno) {
    _ = try retried { unsafe name.withCString { unsafe unlinkat(folder, $0, 0) } }
  }

  /// Makes a folder for its owner only, unless there is one.
  static func makeFolder(_ path: FilePath) throws(Errno) {
    do {
      _ = try retried { unsafe path.withPlatformString { unsafe mkdir($0, 0o700) } }
    } catch  where error == .fileExists {
      // Not opened: one may pass through a folder without being allowed to read it.
      var status = stat()
      _ = try retried { unsafe path.withPlatformString { unsafe stat($0, &status) } }
      if status.st_mode & S_IFMT != S_IFDIR { throw .notDirectory }
    }
  }

  /// Waits until the file, or the folder's list of names, is on the disk.
  static func sync(_ descriptor: Int32) throws(Errno) {
    _ = try retried { fsync(descriptor) }
  }

  enum Found {
    case nothing, file, other
  }

  /// Looks at a name without following a link.
  static func look(at name: String, in folder: Int32) throws(Errno) -> Found {
    var status = stat()
    do {
      _ = try retried {
        unsafe name.withCString { unsafe fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) }
      }
    } catch  where error == .noSuchFileOrDirectory {
      return .nothing
    }
    return status.st_mode & S_IFMT == S_IFREG ? .file : .other
  }

  /// The device that a device file stands for.
  static func device(at path: String) -> (major: UInt32, minor: UInt32)? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFBLK else { return nil }
    return numbers(UInt64(status.st_rdev))
  }

  /// The device on which a file lies.
  static func device(holding path: String) -> (major: UInt32, minor: UInt32)? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return numbers(UInt64(status.st_dev))
  }

  // How Linux packs both into one number (makedev(3)).
  private static func numbers(_ device: UInt64) -> (major: UInt32, minor: UInt32) {
    (
      UInt32(truncatingIfNeeded: (device >> 8) & 0xfff | (device >> 32) & ~0xfff),
      UInt32(truncatingIfNeeded: device & 0xff | (device >> 12) & ~0xff)
    )
  }

  /// The names in a folder, without `.` and `..`; `nil` if it cannot be read.
  static func names(in path: String) -> [String]? {
    guard let folder = unsafe opendir(path) else { return nil }
    defer { _ = unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}
