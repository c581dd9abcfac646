import Glibc

/// Tells what the system says of a file, for `status` and for the checks before
/// it is opened. It is found without opening the file.
package struct FileFacts: Equatable, Sendable {
  /// The path with all symbolic links followed.
  package let path: VaultPath
  package let bytes: Int
  /// The permission bits, with set-user, set-group and sticky: 0…0o7777.
  package let mode: UInt32
  package let owner: UInt32
  package let group: UInt32
  /// How many names the file has. With more than one, an unfinished change may
  /// be missed under the other name.
  package let links: Int
  let identity: FileIdentity

  /// Whether members of the file's group may write it.
  package var isGroupWritable: Bool { mode & 0o020 != 0 }

  /// Whether anybody beyond owner and group has any right to it.
  package var isOpenToOthers: Bool { mode & 0o007 != 0 }

  /// Finds the facts of the vault at `path`.
  ///
  /// - Throws: `StoreError.notFound`, `linkLoop`, `permissionDenied`,
  ///   `isDirectory`, `notARegularFile`, `pathTooLong`, `unusablePath`,
  ///   `system`.
  package init(of path: VaultPath) throws(StoreError) {
    let real = try path.resolved()
    var status = stat()
    guard unsafe stat(real.text, &status) == 0 else { throw StoreError(systemCall: errno) }
    try self.init(path: real, status: status)
  }

  init(path: VaultPath, status: stat) throws(StoreError) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isDirectory
    default: throw .notARegularFile
    }
    self.path = path
    bytes = Int(status.st_size)
    mode = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    links = Int(status.st_nlink)
    identity = FileIdentity(status)
  }
}

/// Tells one file from another whatever their names.
struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}

extension StoreError {
  /// Translates the error number of a call that took a path.
  init(systemCall code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .notFound
    case ELOOP: self = .linkLoop
    case EACCES, EPERM: self = .permissionDenied
    case EEXIST: self = .alreadyExists
    case EISDIR: self = .isDirectory
    case EROFS: self = .folderNotWritable
    case ENOSPC, EDQUOT: self = .full
    case ENAMETOOLONG: self = .unusablePath
    default: self = .system(code: code)
    }
  }
}
