import InputFiles
import Terminal

/// The tables under the paths that a person named, and what is left out.
struct CheckedPaths {
  /// The tables, each file name once.
  let tables: [NamedStream]
  /// What lies beside them and is not read, in words.
  let leftOut: [String]

  /// Opens the paths. What stands alone is a table whatever it is called; in a folder or a zip
  /// the tables are the files called `.csv`, and Client.csv must be among them.
  ///
  /// - Throws: `CommandFailure` with the file that is wrong.
  init(_ paths: [String]) throws(CommandFailure) {
    var tables: [NamedStream] = []
    var leftOut: [String] = []
    for (number, path) in paths.enumerated() {
      let files = try Self.open(path, number: number + 1)
      guard files.kind != .file else {
        tables += files.streams
        continue
      }
      let found = files.streams.filter(\.isCalledTable)
      try Self.checkClients(found, in: path)
      tables += found
      leftOut += Self.words(leftOut: files, in: path)
    }
    try Self.checkNames(tables)
    self.tables = tables
    self.leftOut = leftOut
  }

  private static func words(leftOut files: InputFiles, in path: String) -> [String] {
    files.leftOut.map { "\(path): \($0.name) is not read: \($0.reason.words)" }
      + files.streams.filter { !$0.isCalledTable }.map {
        "\(path): \($0.name) is not read: it is not called .csv"
      }
  }

  private static func open(_ path: String, number: Int) throws(CommandFailure) -> InputFiles {
    do throws(InputError) {
      return try InputFiles.open(path)
    } catch  where error.problem == .notFound {
      // Perhaps no path at all but a name, which is not to be repeated.
      throw CommandFailure(
        "path number \(number) names no file and no folder", hints: CommandFailure.identityHints,
        status: .trouble)
    } catch {
      throw CommandFailure(error)
    }
  }

  private static func checkClients(
    _ tables: [NamedStream], in path: String
  ) throws(CommandFailure) {
    guard !tables.contains(where: { $0.baseName == "client.csv" }) else { return }
    throw CommandFailure(
      "\(path): there is no Client.csv in it, so it is no export that can be checked",
      hints: ["name the folder or the zip that HMIS wrote, or single files if these are all"],
      status: .trouble)
  }

  private static func checkNames(_ tables: [NamedStream]) throws(CommandFailure) {
    var places: [String: NamedStream] = [:]
    for table in tables {
      if let other = places.updateValue(table, forKey: table.baseName) {
        throw CommandFailure(
          "\(table.shown): there is a second \(table.baseName), \(other.shown)",
          hints: ["check one export at a time"], status: .trouble)
      }
    }
  }
}

extension NamedStream {
  /// The name for people, with the path that was named.
  fileprivate var shown: String { "\(source): \(name)" }

  fileprivate var isCalledTable: Bool { baseName.hasSuffix(".csv") }
}

extension InputFiles.LeftOut.Reason {
  fileprivate var words: String {
    switch self {
    case .hidden: "it is hidden"
    case .link: "it is a link"
    case .tooDeep: "it is a folder, or in more than one"
    case .notAFile: "it is no ordinary file"
    }
  }
}
