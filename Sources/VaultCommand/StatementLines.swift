import Terminal
import VaultCore

/// A file to import, opened once and read by whoever knows what it is.
final class ImportInput {
  private var bytes: InputBytes?

  init(_ bytes: consuming InputBytes) {
    self.bytes = consume bytes
  }

  /// The next bytes; none at the end.
  func next() throws(TerminalError) -> [UInt8]? {
    guard let open = bytes.take() else { return nil }
    let piece = try open.next()
    bytes = consume open
    return Array(piece)
  }

  /// Gives the file away, to be read by lines.
  func lines(limit: Int) -> LineReader? {
    guard let open = bytes.take() else { return nil }
    return LineReader(open, limit: limit)
  }
}

/// The lines of an export, each a client; docs/JSON.md, "A client".
final class StatementLines {
  private var lines: LineReader?
  private let rules: ClientInput.Rules

  init(_ input: ImportInput, _ rules: ClientInput.Rules) {
    lines = input.lines(limit: StandardInput.lineLimit)
    self.rules = rules
  }

  /// The next client; nil at the end. Empty lines are passed over, and counted.
  func next() throws(TerminalError) -> Session.StatedLine? {
    guard var reader = lines.take() else { return nil }
    let line = try next(in: &reader)
    lines = consume reader
    return line
  }

  private func next(in reader: inout LineReader) throws(TerminalError) -> Session.StatedLine? {
    while true {
      do throws(TerminalError) {
        guard let line = try reader.next() else { return nil }
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
        return Session.StatedLine(row: reader.number, statement(line))
      } catch .lineTooLong {
        return Session.StatedLine(
          row: reader.number, .failure(StatementProblem(nil, .notAnObject)))
      }
    }
  }

  private func statement(_ line: [UInt8]) -> Result<ClientStatement, StatementProblem> {
    Result { () throws(StatementProblem) in
      try ClientStatementJSON(line).statement(under: rules, now: Now.seconds)
    }
  }
}
