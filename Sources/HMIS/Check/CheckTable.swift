import Tabular

/// A table to be checked, which can be read more than once and on any thread.
package struct CheckTable<Failure: Error>: Sendable {
  /// The name that findings give, such as `export/Client.csv`.
  package let name: String
  /// How many bytes it has, so that long tables are begun first.
  package let byteCount: Int
  private let opening: @Sendable () throws(Failure) -> Reading

  /// Reads the next bytes of a table that is open; nil at the end.
  package typealias Reading = () throws(Failure) -> [UInt8]?

  /// Names a table and says how it is opened at its first byte.
  package init(
    name: String, byteCount: Int, open: @escaping @Sendable () throws(Failure) -> Reading
  ) {
    self.name = name
    self.byteCount = byteCount
    opening = open
  }

  /// Opens it at its first byte.
  func open() throws(Failure) -> ChunkSource<Failure> { ChunkSource(try opening()) }

  /// The last part of the name in lower case, by which the standard's tables are known.
  var baseName: String { name.split(separator: "/").last.map { $0.lowercased() } ?? "" }
}
