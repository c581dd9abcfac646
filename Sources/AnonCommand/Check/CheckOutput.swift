import ArgumentParser
import HMIS
import Terminal

/// How what was found is told.
struct CheckOutput: ParsableArguments {
  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  @Flag(help: "Answer as a table, for a spreadsheet or as a baseline.")
  var csv = false

  @Option(
    help: ArgumentHelp(
      "Also write a page for the browser or the printer to this file, which must not exist.",
      valueName: "file"),
    completion: .file(extensions: ["html"]))
  var html: String?

  func validate() throws {
    if json, csv { throw ValidationError("--json and --csv exclude each other") }
  }

  /// Looks whether the page can be written, before anybody waits for the check.
  ///
  /// - Throws: `CommandFailure`.
  func page() throws(CommandFailure) -> PageFile {
    do throws(TerminalError) {
      return PageFile(
        file: try html.map { path throws(TerminalError) in try OutputFile(at: path, .refuse) })
    } catch {
      throw CommandFailure(html: error)
    }
  }

  /// Writes the table as it is, unless a terminal would take what is in a file's name for commands.
  private func write(table: [UInt8]) throws(TerminalError) {
    guard StandardOutput.isTerminal else {
      try unsafe StandardOutput.write(table.span.bytes)
      return
    }
    let text = String(decoding: table, as: UTF8.self)
    try StandardOutput.write(lines: text.split(separator: "\r\n").map(String.init))
  }

  /// Writes the page, then the answer.
  func write(_ answer: CheckAnswer, _ page: consuming PageFile) throws {
    try page.write(answer)
    if json {
      try JSONAnswer.write(FindingsJSON(answer))
    } else if csv {
      try write(table: FindingTable.bytes(answer.findings))
    } else {
      try StandardOutput.write(lines: FindingsPage(answer: answer).lines)
    }
  }
}

/// The file of the page, if one is wanted.
struct PageFile: ~Copyable {
  private var file: OutputFile?

  init(file: consuming OutputFile?) { self.file = file }

  /// Writes the page; it is there as a whole or not at all, and for this account only.
  ///
  /// - Throws: `CommandFailure`.
  consuming func write(_ answer: CheckAnswer) throws(CommandFailure) {
    guard var file = file.take() else { return }
    do throws(TerminalError) {
      try file.write(FindingsHTML(answer: answer).text)
      try file.commit()
    } catch {
      throw CommandFailure(html: error)
    }
  }
}

extension CommandFailure {
  /// A page that cannot be written.
  fileprivate init(html error: TerminalError) {
    switch error {
    case .exists:
      self.init(
        "--html names something that is there already", hints: ["nothing is ever overwritten"],
        status: .trouble)
    case .noFolder: self.init("--html names a folder that is not there", status: .trouble)
    case .notAFile: self.init("--html names no file", status: .trouble)
    case .denied, .readOnly:
      self.init("the system does not permit writing where --html says", status: .trouble)
    default: self.init(error)
    }
  }
}
