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

/// Why an import ended: its bytes could not be had, or the vault's answer.
package enum ImportFailure<SourceFailure: Error>: Error {
  /// The bytes could not be had, in the words of whoever reads them.
  case source(SourceFailure)
  /// The table is none, or the vault refuses.
  case vault(VaultError)
}
