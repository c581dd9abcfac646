import SystemPackage

/// Whole small files.
enum Files {
  static func write(_ text: String, to path: FilePath) throws {
    try write(to: path) { file in _ = try file.writeAll(text.utf8) }
  }

  /// Makes a file that is written piece by piece.
  static func write(to path: FilePath, _ body: (FileDescriptor) throws -> Void) throws {
    let file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .truncate, .closeOnExec], permissions: .ownerReadWrite)
    try file.closeAfter { try body(file) }
  }

  static func read(_ path: FilePath) throws -> String {
    let file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
    return try file.closeAfter {
      var bytes = [UInt8](repeating: 0, count: try byteCount(of: file))
      let count = try unsafe bytes.withUnsafeMutableBytes { try unsafe file.read(into: $0) }
      return String(decoding: bytes[..<count], as: UTF8.self)
    }
  }

  static func byteCount(of path: FilePath) throws -> Int {
    let file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
    return try file.closeAfter { try byteCount(of: file) }
  }

  private static func byteCount(of file: FileDescriptor) throws -> Int {
    let count = try file.seek(offset: 0, from: .end)
    _ = try file.seek(offset: 0, from: .start)
    return Int(count)
  }
}

/// The memory of this process.
enum Memory {
  /// Lowers the peak to what is held now: a program that is spawned inherits it until it has more.
  static func forgetPeak() throws {
    let file = try FileDescriptor.open(
      FilePath("/proc/self/clear_refs"), .writeOnly, options: .closeOnExec)
    try file.closeAfter { _ = try file.writeAll("5".utf8) }
  }
}
