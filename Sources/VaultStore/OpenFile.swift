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

  /// Makes a new file in a folder that only this process can reach, and that goes with it: it has
  /// no name.
  ///
  /// - Throws: `StoreError.notFound`, `folderNotWritable`, `full`, `system`.
  static func unnamed(in folder: VaultPath) throws(StoreError) -> OpenFile {
    let found = unsafe open(folder.text, unnamedFile | O_RDWR | O_CLOEXEC, 0o600)
    if found >= 0 { return OpenFile(taking: found) }
    guard [EOPNOTSUPP, EISDIR, EINVAL].contains(errno) else {
      throw errno == EACCES ? .folderNotWritable : StoreError(systemCall: errno)
    }
    // Where the file system cannot do that, the name is taken away at once.
    let number = UInt64.random(in: .min ... .max)
    let path = folder.appending(".uidvault-\(String(number, radix: 16))")
    let file = try OpenFile(creating: path)
    guard unsafe unlink(path.text) == 0 else { throw StoreError(systemCall: errno) }
    return file
  }

  private init(taking descriptor: Int32) { self.descriptor = descriptor }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Sets the permission bits, beyond what the mask of this process lets through.
  func setMode(_ mode: UInt32) throws(StoreError) {
    guard fchmod(descriptor, mode) == 0 else { throw StoreError(systemCall: errno) }
  }

  /// Takes an advisory lock (`flock`) at once or not at all. It goes when the
  /// file is closed, and has nothing to do with POSIX locks.
  func lock(_ kind: AdvisoryLock) throws(StoreError) -> AdvisoryLock.Outcome {
    while flock(descriptor, kind.rawValue | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: return .heldByOther
      default: throw .system(code: errno)
      }
    }
    return .taken
  }

  /// Writes a few bytes to the beginning of a new file.
  ///
  /// - Throws: `StoreError.full`, `system`.
  func write(_ bytes: [UInt8]) throws(StoreError) {
    let written = unsafe bytes.withUnsafeBytes { bytes in
      unsafe pwrite(descriptor, bytes.baseAddress, bytes.count, 0)
    }
    guard written >= 0 else { throw StoreError(systemCall: errno) }
    guard written == bytes.count else { throw .full }
  }

  /// Writes all bytes, from `offset` on.
  ///
  /// - Throws: `StoreError.full`, `system`.
  func write(_ bytes: [UInt8], at offset: Int) throws(StoreError) {
    var done = 0
    while done < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { memory in
        unsafe pwrite(
          descriptor, memory.baseAddress?.advanced(by: done), bytes.count - done,
          off_t(offset + done))
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw StoreError(systemCall: errno) }
      done += written
    }
  }

  /// The length in bytes.
  func size() throws(StoreError) -> Int { try Int(status().st_size) }

  func identity() throws(StoreError) -> FileIdentity {
    try FileIdentity(status())
  }

  /// Reads up to `count` bytes from `offset`; fewer only at the file's end.
  ///
  /// Memory beyond what is read is never touched: limits may be generous.
  func bytes(at offset: Int, count: Int) throws(StoreError) -> [UInt8] {
    var outcome = Result<Int, StoreError>.success(0)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      outcome = unsafe fill(UnsafeMutableRawBufferPointer(buffer), from: offset)
      if case .success(let count) = outcome { filled = count }
    }
    _ = try outcome.get()
    return bytes
  }

  /// Fills `bytes` from `offset` on, and tells how far: less only at the end.
  func read(at offset: Int, into bytes: inout [UInt8]) throws(StoreError) -> Int {
    try unsafe bytes.withUnsafeMutableBytes { unsafe fill($0, from: offset) }.get()
  }

  private func fill(
    _ memory: UnsafeMutableRawBufferPointer, from offset: Int
  ) -> Result<Int, StoreError> {
    var filled = 0
    while filled < memory.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[filled...])
      let got = unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
      if got == 0 { break }
      if got > 0 { filled += got; continue }
      guard errno == EINTR else { return .failure(.system(code: errno)) }
    }
    return .success(filled)
  }

  private func status() throws(StoreError) -> stat {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw StoreError(systemCall: errno) }
    return status
  }
}

/// Names the kinds of advisory locks on a whole file.
enum AdvisoryLock {
  case shared
  case exclusive

  /// Says whether a lock could be had.
  enum Outcome {
    case taken
    case heldByOther
  }

  fileprivate var rawValue: Int32 { self == .shared ? LOCK_SH : LOCK_EX }
}

/// Linux's O_TMPFILE, which is a macro of several bits and not imported.
private let unnamedFile: Int32 = 0o20000000 | O_DIRECTORY
