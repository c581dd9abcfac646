import Glibc
import SystemPackage

/// Measures the anonymous side's check of an export that lies in memory, and beside it, in turns,
/// what reads the same files and understands nothing of them.
struct ExportCampaign {
  let clients: Int
  let programs: FilePath
  let memoryFolder: FilePath
  let talk: (String) -> Void

  private static let turns = 5

  private struct Row {
    let title: String
    let program: String
    let words: [String]
    let proof: String
    var samples = (wall: Samples(), processor: Samples())
    var peakBytes = 0
  }

  /// Makes the export, measures, and gives the lines of the table.
  ///
  /// - Throws: `BenchError`, `Errno`.
  func run() throws -> [String] {
    let folder = memoryFolder.appending("export")
    guard unsafe mkdir(folder.string, 0o700) == 0 else { throw Errno(rawValue: errno) }
    talk("inventing an export of \(clients) clients")
    let export = try ExportFolder(clients: clients, in: folder)
    talk("check, cat and grep")
    var rows = Self.rows(export, programs)
    for _ in 0..<Self.turns {
      for index in rows.indices { try measure(&rows[index]) }
    }
    return lines(rows, export)
  }

  private static func rows(_ export: ExportFolder, _ programs: FilePath) -> [Row] {
    let files = export.files.map(\.string)
    return [
      Row(
        title: "hmis-anon check", program: programs.appending("hmis-anon").string,
        words: ["check", export.folder.string, "--json"], proof: #""findings":[]"#),
      Row(title: "cat", program: "/bin/cat", words: files, proof: ""),
      Row(title: "grep -c", program: "/bin/grep", words: ["-c", "Anonymous"] + files, proof: ""),
    ]
  }

  private func measure(_ row: inout Row) throws {
    let program = Program(
      path: row.program, environment: ["LC_ALL=C.UTF-8"], folder: memoryFolder)
    // What cat reads must not be kept: that would be the measure of writing it.
    let run =
      row.title == "cat"
      ? try program.run(row.words, output: FilePath("/dev/null"))
      : try program.run(row.words, input: "", descriptors: [])
    guard run.status <= 1, row.proof.isEmpty || run.output.contains(row.proof) else {
      throw BenchError.failed(command: row.title, status: run.status, output: run.output)
    }
    row.samples.wall.add(run.cost.wall)
    row.samples.processor.add(run.cost.processor)
    row.peakBytes = max(row.peakBytes, run.peakBytes)
  }

  private func lines(_ rows: [Row], _ export: ExportFolder) -> [String] {
    let megabytes = Double(export.byteCount) / 1e6
    let title =
      "an export of \(clients) clients, \(Int(megabytes)) MB in \(export.files.count) files"
    return ["", title]
      + rows.map { row in
        let (wall, processor) = (row.samples.wall.median, row.samples.processor.median)
        return "  " + row.title + String(repeating: " ", count: 18 - row.title.utf8.count)
          + "\(Table.time(wall)) by the clock, \(Table.time(processor)) of the processor: "
          + "\(Int(megabytes * 1e3 / processor)) MB/s a core, \(row.peakBytes >> 20) MiB"
      }
  }
}
