import SystemPackage

/// Reads bytes from a file or from a descriptor, piece by piece.
package struct InputBytes: ~Copyable {
  private let descriptor: Int32
  private let isOurs: Bool

  /// Reads from a descriptor that is open already, which stays open.
  ///
  /// - Throws: `descriptorNotOpen`, `descriptorNotReadable`.
  package init(descriptor: Int32) throws(TerminalError) {
    guard Platform.isOpen(descriptor), !ProcessGuard.wasClosed(descriptor) else {
      throw .descriptorNotOpen(descriptor)
    }
    guard Platform.canRead(descriptor) else { throw .descriptorNotReadable(descriptor) }
    self.descriptor = descriptor
    isOurs = false
  }

  /// Reads from a file, which is closed at the end.
  ///
  /// - Throws: `noFile` if there is none, `notAFile` for a folder, `denied` if this account may
  ///   not read it, `system` for other failures.
  package init(path: String) throws(TerminalError) {
    do {
      descriptor = try Platform.open(FilePath(path), .toRead)
    } catch {
      switch error {
      case .noSuchFileOrDirectory, .notDirectory: throw .noFile
      case .permissionDenied: throw .denied
      default: throw .system(SystemFault(.open, error))
      }
    }
    isOurs = true
  }

  deinit {
    if isOurs { Platform.close(descriptor) }
  }

  // One pipe's worth, so that a call brings as much as there can be.
  static let piece = 65_536

  /// The next bytes, 64 KiB at most; none at the end.
  ///
  /// - Throws: `notAFile` for a folder, `system` for other failures.
  package func next() throws(TerminalError) -> [UInt8] {
    do throws(Errno) {
      return try unsafe [UInt8](unsafeUninitializedCapacity: Self.piece) {
        buffer, count throws(Errno) in
        count = try unsafe Platform.read(descriptor, into: UnsafeMutableRawBufferPointer(buffer))
      }
    } catch {
      if error == .isDirectory { throw .notAFile }
      throw .system(SystemFault(.read, error))
    }
  }

  /// Everything that is left.
  ///
  /// - Throws: `inputTooLong` if that is more than `limit` bytes; as for the next bytes.
  package func all(limit: Int) throws(TerminalError) -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let next = try next()
      if next.isEmpty { return all }
      guard all.count + next.count <= limit else { throw .inputTooLong(limit: limit) }
      all += next
    }
  }
}
