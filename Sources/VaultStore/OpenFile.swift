import Glibc

/// Holds one open descriptor, and closes it.
///
/// Closing any descriptor of a file drops all POSIX locks that this process has
/// on it, SQLite's too: see `OpenStores` before opening a vault with it.
struct OpenFile: ~Copyable {
  private let descriptor: Int32

  /// Opens a regular file for reading; a link as the last component is refused.
  ///
  /// - Throws: `StoreError.notFound`, `linkLoop`, `permissionDenied`,
  ///   `isDirectory`, `notARegularFile`, `system`.
  init(reading path: VaultPath) throws(StoreError) {
    // Not to hang on a pipe: O_NONBLOCK.
    descriptor = unsafe open(path.text, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw StoreError(systemCall: errno) }
    _ = try FileFacts(path: path, status: status())
  }

  /// Makes a new file that only its owner may use.
  ///
  /// - Throws: `StoreError.alreadyExists`, `notFound`, `folderNotWritable`,
  ///   `full`, `system`.
  init(creating path: VaultPath) throws(StoreError) {
    descriptor = unsafe open(path.text, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw errno == EACCES ? .folderNotWritable : StoreError(systemCall: errno)
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Sets the permission bits, beyond what the mask of this process lets through.
  func setMode(_ mode: UInt32) throws(StoreError) {
    guard fchmod(descriptor, mode) == 0 else { throw StoreError(systemCall: errno) }
  }

  /// The length in bytes.
  func size() throws(StoreError) -> Int { try Int(status().st_size) }

  func identity() throws(StoreError) -> FileIdentity {
    try FileIdentity(status())
  }

  /// Reads up to `count` bytes from `offset`; fewer only at the file's end.
  func bytes(at offset: Int, count: Int) throws(StoreError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
        let got = unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
        if got > 0 { filled += got; continue }
        if got < 0, errno == EINTR { continue }
        failure = got < 0 ? errno : 0
        return
      }
    }
    guard failure == 0 else { throw .system(code: failure) }
    return bytes
  }

  private func status() throws(StoreError) -> stat {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw StoreError(systemCall: errno) }
    return status
  }
}
