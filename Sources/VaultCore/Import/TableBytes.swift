import Tabular

/// The bytes of a table to import, read piece by piece by whoever holds the file.
package struct TableBytes<Failure: Error> {
  let source: ChunkSource<Failure>

  /// Takes what reads the next bytes; nil, or no byte at all, is the end.
  package init(_ read: @escaping () throws(Failure) -> [UInt8]?) {
    source = ChunkSource { () throws(Failure) in
      guard let chunk = try read(), !chunk.isEmpty else { return nil }
      return chunk
    }
  }
}

extension TableBytes {
  /// How a ZIP archive begins, which xlsx and ods files are, and an OLE container, as old xls files.
  ///
  /// Source: APPNOTE.TXT 4.3.7; MS-CFB 2.2.
  private static var spreadsheets: [[UInt8]] {
    [[0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]]
  }

  /// Looks at the first bytes, and gives the whole table back unless they are a spreadsheet's: its
  /// zeros would pass for UTF-16.
  ///
  /// - Throws: `.source`, `.vault` (`table`, `spreadsheet`).
  func checked() throws(ImportFailure<Failure>) -> ChunkSource<Failure> {
    var start: [UInt8] = []
    var source = source
    do {
      while start.count < 8, let chunk = try source.nextChunk() { start += chunk }
    } catch {
      throw .source(error)
    }
    guard !Self.spreadsheets.contains(where: start.starts) else {
      throw .vault(.table(.spreadsheet))
    }
    var pending: [UInt8]? = start
    return ChunkSource { () throws(Failure) in
      if let first = pending, !first.isEmpty {
        pending = nil
        return first
      }
      return try source.nextChunk()
    }
  }
}

/// Why an import ended: its bytes could not be had, or the vault's answer.
package enum ImportFailure<SourceFailure: Error>: Error {
  /// The bytes could not be had, in the words of whoever reads them.
  case source(SourceFailure)
  /// The table is none, or the vault refuses.
  case vault(VaultError)
}
