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
  init(copying source: borrowing OpenFile, beside path: VaultPath) throws(StoreError) {
    let file = try OpenFile(unnamedIn: path.folder)
    var offset = 0
    while true {
      let piece = try source.bytes(at: offset, count: Self.pieceBytes)
      if piece.isEmpty { break }
      try file.write(piece, at: offset)
      offset += piece.count
    }
    self.file = file
    byteCount = offset
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
