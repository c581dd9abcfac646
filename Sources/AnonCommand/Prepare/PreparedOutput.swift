import ArgumentParser
import HMIS
import Terminal

/// Where the prepared tables go.
struct PreparedOutput: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write the tables as new files into this folder, which must be there.",
      valueName: "folder"),
    completion: .directory)
  var to: String?

  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  /// Writes the files first, then the answer.
  func write(_ tables: PreparedTables, _ standard: StandardYear) throws {
    if let to { try Self.write(tables.tables, into: to) }
    if json {
      try JSONAnswer.write(PreparedJSON(tables, standard))
    } else if to != nil {
      try StandardOutput.write(lines: tables.tables.map(Self.line))
    } else {
      try Self.show(tables.tables)
    }
  }

  private static func line(_ table: PreparedTable) -> String {
    "\(table.file): \(CountWords.of(table.rows.count, "row"))"
  }

  /// The tables one below the other, each under its file's name.
  private static func show(_ tables: [PreparedTable]) throws(TerminalError) {
    for (number, table) in tables.enumerated() {
      try StandardOutput.write((number == 0 ? "" : "\n") + table.file + "\n")
      try StandardOutput.write(String(decoding: table.bytes, as: UTF8.self))
    }
  }

  /// All files, or none: looks at all places before it makes the first.
  private static func write(
    _ tables: [PreparedTable], into folder: String
  ) throws(CommandFailure) {
    let paths = tables.map { "\(folder)/\($0.file)" }
    for (table, path) in zip(tables, paths) {
      try told(table.file) { () throws(TerminalError) in _ = try OutputFile(at: path, .refuse) }
    }
    for (number, table) in tables.enumerated() {
      do throws(CommandFailure) {
        try told(table.file) { () throws(TerminalError) in
          var file = try OutputFile(at: paths[number], .refuse)
          try unsafe file.write(table.bytes.span.bytes)
          try file.commit()
        }
      } catch {
        for path in paths[..<number] {
          try told(table.file) { () throws(TerminalError) in try OutputFile.remove(path) }
        }
        throw error
      }
    }
  }

  private static func told(
    _ file: String, _ work: () throws(TerminalError) -> Void
  ) throws(CommandFailure) {
    do throws(TerminalError) {
      try work()
    } catch {
      throw CommandFailure(to: error, file: file)
    }
  }
}

extension CommandFailure {
  /// A table that cannot be written where `--to` says.
  fileprivate init(to error: TerminalError, file: String) {
    switch error {
    case .exists:
      self.init(
        "\(file) is there already, in the folder that --to names",
        hints: ["nothing is ever overwritten: name an empty folder"], status: .trouble)
    case .noFolder, .notAFolder, .notAFile:
      self.init("--to names no folder", hints: ["make it first"], status: .trouble)
    case .denied, .readOnly:
      self.init("the system does not permit writing where --to says", status: .trouble)
    default: self.init(error)
    }
  }
}
