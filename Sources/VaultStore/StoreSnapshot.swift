/// All stored bytes as they were at one moment: what a store's file was.
///
/// It lies in a file without a name in the store's own folder, sealed as the store is, and goes with
/// this value or with the process.
package final class StoreSnapshot: Sendable {
  private let file: OpenFile
  /// The length in bytes.
  package let byteCount: Int

  private static let pieceBytes = 1 << 18

  /// Copies a file that nobody changes meanwhile.
  ///
  /// Pages behind those that the header counts are no part of the vault: a compaction that was cut
  /// off may leave them, with old sealed bytes.
  init(copying source: borrowing OpenFile, beside path: VaultPath) throws(StoreError) {
    let header = try FileHeader(source.bytes(at: 0, count: FileHeader.byteCount))
    byteCount = try header.length(in: source.size())
    file = try OpenFile.unnamed(in: path.folder)
    var offset = 0
    while offset < byteCount {
      let piece = try source.bytes(at: offset, count: min(Self.pieceBytes, byteCount - offset))
      guard !piece.isEmpty else { throw .truncated(expected: byteCount, found: offset) }
      try file.write(piece, at: offset)
      offset += piece.count
    }
  }

  /// Calls `body` with all bytes in their order, in pieces.
  ///
  /// - Throws: what `body` throws; `StoreError.system`.
  package func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    var offset = 0
    while offset < byteCount {
      let piece = try file.bytes(at: offset, count: min(Self.pieceBytes, byteCount - offset))
      guard !piece.isEmpty else { throw StoreError.truncated(expected: byteCount, found: offset) }
      try body(piece)
      offset += piece.count
    }
  }
}
