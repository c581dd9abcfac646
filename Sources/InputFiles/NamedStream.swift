/// Bytes under a name, to be read as often as needed, also on several threads at once.
package struct NamedStream: Sendable {
  /// The path that was named: of the file, of its folder or of the archive.
  package let source: String
  /// The name as found: of a file in a folder without the folder, of an entry with its own.
  package let name: String
  /// How many bytes it has.
  package let byteCount: Int

  private let opening: @Sendable () throws(InputError) -> any ByteStream

  init(
    source: String, name: String, byteCount: Int,
    opening: @escaping @Sendable () throws(InputError) -> any ByteStream
  ) {
    self.source = source
    self.name = name
    self.byteCount = byteCount
    self.opening = opening
  }

  /// The last part of the name in lower case, by which a table is known: `client.csv`.
  package var baseName: String {
    name.split(separator: "/").last.map { $0.lowercased() } ?? ""
  }

  /// Begins to read at the first byte.
  ///
  /// - Throws: `InputError` with `vanished`, `denied`, `changed`, `unreadable`, or `zip` with
  ///   `noMemory`.
  package func open() throws(InputError) -> any ByteStream {
    try opening()
  }
}

/// A stream that is being read; for one thread.
package protocol ByteStream: AnyObject {
  /// Returns the next bytes, some 256 KiB, or nil at the end; what was returned counts only once
  /// the end was reached without an error.
  ///
  /// - Throws: `InputError` with `changed`, `unreadable`, or `zip` with `damaged`, `wrongSize` or
  ///   `wrongChecksum`.
  func next() throws(InputError) -> [UInt8]?
}

/// How many bytes are read at once: large enough that the calls cost nothing, small enough for the
/// processor's cache.
let chunkSize = 256 << 10
