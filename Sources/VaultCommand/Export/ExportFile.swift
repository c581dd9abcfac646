import Terminal

/// The file of an export, which is there as a whole or not at all, and which its owner alone reads.
final class ExportFile {
  private var file: OutputFile?

  init(at path: String) throws(TerminalError) {
    file = try OutputFile(at: path, .refuse)
  }

  func write(_ bytes: RawSpan) throws(TerminalError) { try file?.write(bytes) }

  /// Puts everything on the disk and gives the file its name; nothing is written afterwards.
  func commit() throws(TerminalError) { try file.take()?.commit() }
}
