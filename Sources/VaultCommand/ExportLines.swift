import FoundationEssentials
import Terminal
import VaultCore

/// Clients as lines of text, some at a time.
final class ExportLines {
  enum Format {
    /// All of each record; docs/JSON.md, "A client".
    case jsonl
    /// For a spreadsheet.
    case csv
  }

  private let format: Format
  private let encoder = JSONAnswer.encoder()
  private var bytes: [UInt8]

  /// Enough that neither encryption nor disk waits for small pieces.
  private static let full = 1 << 18

  init(_ format: Format) {
    self.format = format
    bytes = format == .csv ? ExportTable.header : []
  }

  var isFull: Bool { bytes.count >= Self.full }

  func add(_ client: Client) throws(CommandFailure) {
    switch format {
    case .csv: bytes += ExportTable.line(client)
    case .jsonl:
      do { bytes += try JSONAnswer.line(ClientJSON(client: client), by: encoder).utf8 } catch {
        throw CommandFailure("a record cannot be written as JSON", status: .trouble)
      }
    }
  }

  /// What was added since the last time.
  func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}

/// The file of an export, which is there as a whole or not at all.
final class ExportSink {
  private var file: OutputFile?

  init(_ file: consuming OutputFile) {
    self.file = consume file
  }

  func write(_ bytes: RawSpan) throws(TerminalError) {
    guard var open = file.take() else { preconditionFailure("written to after its end") }
    try open.write(bytes)
    file = consume open
  }

  func commit() throws(TerminalError) {
    guard let open = file.take() else { preconditionFailure("committed twice") }
    try open.commit()
  }
}
