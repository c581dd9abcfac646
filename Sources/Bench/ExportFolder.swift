import SystemPackage

/// An invented export as a folder of tables.
struct ExportFolder {
  let folder: FilePath
  let files: [FilePath]
  /// All tables together, in bytes.
  let byteCount: Int

  /// Writes the tables in pieces, as those of a million clients take more than a gigabyte.
  init(clients: Int, in folder: FilePath) throws {
    self.folder = folder
    files = ExportTable.allCases.map { folder.appending($0.file) }
    for table in ExportTable.allCases {
      try Files.write(to: folder.appending(table.file)) { output in
        _ = try output.writeAll((table.header + (ExportRows.common(table) ?? "")).utf8)
        if ExportRows.common(table) == nil { try Self.write(table, clients, to: output) }
      }
    }
    byteCount = try files.reduce(0) { $0 + (try Files.byteCount(of: $1)) }
  }

  private static func write(
    _ table: ExportTable, _ clients: Int, to output: FileDescriptor
  ) throws {
    var piece = ""
    // From 1: the UID of number 0 has no digit but zeros.
    for number in 1...clients {
      piece += ExportRows(number).rows(table)
      guard piece.utf8.count > 1 << 16 || number == clients else { continue }
      _ = try output.writeAll(piece.utf8)
      piece = ""
    }
  }
}
