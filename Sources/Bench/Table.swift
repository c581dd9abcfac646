/// The design's table "How fast" for one number of clients, with our figures.
struct Table {
  let clients: Int
  var start = Samples()
  var size: StoredRows?
  var sizeRotated: StoredRows?
  private var rows: [(job: Job, outcome: Measurement.Outcome?)] = []

  init(clients: Int) { self.clients = clients }

  mutating func add(_ job: Job, _ outcome: Measurement.Outcome?) { rows.append((job, outcome)) }

  var lines: [String] {
    [
      "", "\(clients) clients", "",
      Self.line(
        [
          "job", "target", "ours", "±", "past unlock", "on disk", "processor", "libsodium", "ratio",
        ], ""),
    ] + orderedRows.map(line) + [startLine] + sizeLines + [peakLine, ""] + foundLines
  }

  private var orderedRows: [(job: Job, outcome: Measurement.Outcome?)] {
    Job.allCases.compactMap { job in rows.first { $0.job == job } }
  }

  private func line(_ job: Job, _ outcome: Measurement.Outcome?) -> String {
    let target = job.target(for: clients)
    guard let outcome else {
      return Self.line([job.title, target.map(Self.time) ?? "", "not built yet"], "")
    }
    let ours = outcome.ours.median
    let (processor, raw) = (outcome.processor.median, outcome.raw.median)
    return Self.line(
      [
        job.title, target.map(Self.time) ?? "", Self.time(ours), Self.time(outcome.ours.spread),
        Self.time(outcome.beyondUnlocking.median), Self.time(outcome.onDisk.median),
        Self.time(processor), Self.time(raw), "\(Self.decimal(processor / raw)) ×",
      ], Self.verdict(ours, target, spread: outcome.ours.spread))
  }

  private var startLine: String {
    let ours = start.median
    return Self.line(
      ["start-up", Self.time(Target.startMilliseconds), Self.time(ours), Self.time(start.spread)],
      Self.verdict(ours, Target.startMilliseconds, spread: start.spread))
  }

  private var sizeLines: [String] {
    [("size per client", size), ("size after rotation", sizeRotated)].compactMap { title, rows in
      guard let rows else { return nil }
      let target = Target.bytesPerClient(for: clients)
      let (records, directory) = (rows.recordBytes, rows.directoryBytes)
      return Self.line(
        [title, target.map { "\(Int($0)) B" } ?? "", "\(rows.bytesPerClient) B"],
        Self.verdict(Double(rows.bytesPerClient), target),
        "records \(records / rows.clients) B, directory \(directory / rows.clients) B, "
          + "log apart \(rows.logBytes >> 10) KiB")
    }
  }

  /// The most that any job held beyond what unlocking alone holds, Argon2id's memory included.
  private var peakLine: String {
    let peaks = orderedRows.compactMap { row in
      row.outcome.map { (row.job, max(0, $0.peakBytes - $0.unlockingPeakBytes), $0.peakBytes) }
    }
    let most = Double(peaks.map(\.1).max() ?? 0) / 1e6
    let target = Target.peakMegabytes(for: clients)
    let each = peaks.map { "\($0.0.rawValue) \($0.1 / 1_000_000) of \($0.2 / 1_000_000)" }
    return Self.line(
      ["peak memory", target.map { "\(Int($0)) MB" } ?? "", "\(Self.decimal(most)) MB"],
      Self.verdict(most, target), each.joined(separator: ", "))
  }

  private var foundLines: [String] {
    orderedRows.compactMap { row in
      guard row.job.command == "find", let outcome = row.outcome else { return nil }
      return
        "\(row.job.title): the person meant was in \(outcome.found) of \(outcome.turns) answers"
    }
  }
}

// MARK: Form

extension Table {
  private static let widths = [24, 10, 10, 9, 12, 10, 10, 10, 9]

  private static func line(_ cells: [String], _ verdict: String, _ remark: String = "") -> String {
    var line = ""
    for (index, (cell, width)) in zip(cells, widths).enumerated() {
      let gap = String(repeating: " ", count: max(0, width - cell.count))
      line += index == 0 ? cell + gap : " " + gap + cell
    }
    return [line, verdict, remark].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// With a question mark where another run might say otherwise.
  private static func verdict(_ ours: Double, _ target: Double?, spread: Double = 0) -> String {
    guard let target else { return "" }
    return (ours <= target ? "met" : "MISSED") + ((ours - target).magnitude < spread ? "?" : "")
  }

  static func time(_ milliseconds: Double) -> String {
    milliseconds.magnitude < 1_000
      ? "\(decimal(milliseconds)) ms" : "\(decimal(milliseconds / 1_000)) s"
  }

  static func decimal(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let scaled = Int((value * 10).rounded())
    return "\(scaled < 0 ? "-" : "")\(scaled.magnitude / 10).\(scaled.magnitude % 10)"
  }
}
