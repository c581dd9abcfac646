import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An ordinary file that is open to be read, and has to stay as it was found.
final class RegularFile: Sendable {
  /// Whether a path may end in a symbolic link.
  enum Links {
    /// The person named it.
    case followed
    /// It was found in a folder.
    case refused
  }

  /// What tells whether a file is still the same.
  struct Identity: Equatable {
    private let device: UInt64
    private let inode: UInt64
    private let size: Int64
    private let seconds: Int
    private let nanoseconds: Int

    init(_ status: Stat) {
      device = UInt64(status.deviceID.rawValue)
      inode = UInt64(status.inode.rawValue)
      size = status.size
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  /// The path by which errors name it.
  let shown: String
  /// Its size in bytes.
  let size: Int
  /// What it was when it was opened.
  let identity: Identity
  private let descriptor: FileDescriptor

  /// Opens a file, if it is an ordinary one.
  ///
  /// - Throws: `InputError` with `notFound`, `denied`, `notAFile`, `unreadable`.
  init(_ path: FilePath, shown: String, _ links: Links) throws(InputError) {
    let before = try Self.status(path, shown: shown, links)
    // Looked at before it is opened: to open a device may do something.
    guard before.type == .regular else { throw InputError(shown, .notAFile) }
    let options: FileDescriptor.OpenOptions =
      links == .refused ? [.closeOnExec, .nonBlocking, .noFollow] : [.closeOnExec, .nonBlocking]
    let descriptor = try InputError.calling(shown) {
      try FileDescriptor.open(path, .readOnly, options: options)
    }
    self.descriptor = descriptor
    self.shown = shown
    do throws(InputError) {
      let status = try Self.status(descriptor, shown: shown)
      identity = Identity(status)
      size = Int(status.size)
      guard status.type == .regular else { throw InputError(shown, .notAFile) }
    } catch {
      Self.close(descriptor)
      throw error
    }
  }

  deinit { Self.close(descriptor) }

  /// Looks at a path without opening it.
  ///
  /// - Throws: `InputError` with `notFound`, `denied`, `notAFile`, `unreadable`.
  static func status(
    _ path: FilePath, shown: String, _ links: Links
  ) throws(InputError) -> Stat {
    try InputError.calling(shown) {
      try Stat(path, followTargetSymlink: links == .followed)
    }
  }

  /// Reads bytes from an offset until the memory is full or the file ends; returns how many.
  ///
  /// - Throws: `InputError` with `unreadable`.
  func read(
    at offset: Int, into memory: UnsafeMutableRawBufferPointer
  ) throws(InputError) -> Int {
    var filled = 0
    while filled < memory.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[filled...])
      let count = try InputError.calling(shown) {
        try unsafe descriptor.read(fromAbsoluteOffset: Int64(offset + filled), into: rest)
      }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// Reads as many bytes from an offset as are asked for, or fewer where the file ends.
  ///
  /// - Throws: `InputError` with `unreadable`.
  func bytes(at offset: Int, count: Int) throws(InputError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var span = bytes.mutableSpan
    var memory = unsafe span.mutableBytes
    let filled = try unsafe memory.withUnsafeMutableBytes { buffer throws(InputError) in
      try unsafe read(at: offset, into: buffer)
    }
    bytes.removeLast(count - filled)
    return bytes
  }

  /// Makes sure that the file is what it was.
  ///
  /// - Throws: `InputError` with `changed`, `unreadable`.
  func checkUnchanged(since identity: Identity) throws(InputError) {
    let now = Identity(try Self.status(descriptor, shown: shown))
    guard now == identity else { throw InputError(shown, .changed) }
  }

  private static func status(
    _ descriptor: FileDescriptor, shown: String
  ) throws(InputError) -> Stat {
    try InputError.calling(shown) { try descriptor.stat() }
  }

  private static func close(_ descriptor: FileDescriptor) {
    do {
      try descriptor.close()
    } catch {
      // Nothing was written, so nothing is lost.
    }
  }
}

extension InputError {
  init(_ file: String, _ problem: InputProblem) {
    self.init(file: file, entry: nil, problem: problem)
  }

  /// Calls the system, and says in whose name it failed.
  static func calling<Result>(
    _ file: String, _ body: () throws -> Result
  ) throws(InputError) -> Result {
    do {
      return try body()
    } catch let code as Errno {
      throw InputError(file, problem(code))
    } catch {
      throw InputError(file, .unreadable(code: 0))
    }
  }

  private static func problem(_ code: Errno) -> InputProblem {
    switch code {
    case .noSuchFileOrDirectory, .notDirectory: .notFound
    case .permissionDenied, .notPermitted: .denied
    case .tooManySymbolicLinkLevels, .noSuchAddressOrDevice: .notAFile
    default: .unreadable(code: code.rawValue)
    }
  }
}
