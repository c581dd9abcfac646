import Tabular
import Testing

/// All that reading a table to its end says, so that two readings can be
/// compared.
struct Transcript: Equatable {
  struct Row: Equatable {
    var number: Int
    var line: Int
    var fields: [String]
    var quoted: [Bool]
    var isBlank: Bool
    var problem: TabularError?
  }

  var header: [String] = []
  var rows: [Row] = []
  var error: TabularError?
  var delimiter: Dialect.Delimiter?
  var encoding: TextEncoding?
  var lineEnds: LineEnds = []

  var fields: [[String]] {
    rows.map(\.fields)
  }

  init(_ text: String, raggedRows: RaggedRows = .report, limits: TableLimits = TableLimits()) {
    self.init(bytes: Array(text.utf8), raggedRows: raggedRows, limits: limits)
  }

  init(
    bytes: [UInt8], chunkSize: Int = 65_536, raggedRows: RaggedRows = .report,
    limits: TableLimits = TableLimits()
  ) {
    self.init(
      MemorySource(bytes, chunkSize: chunkSize), raggedRows: raggedRows, limits: limits)
  }

  init<Source: ByteSource>(
    _ source: Source, raggedRows: RaggedRows = .report, limits: TableLimits = TableLimits()
  ) where Source.Failure == Never {
    do throws(TableReadError<Never>) {
      var reader = try TableReader(source, raggedRows: raggedRows, limits: limits)
      header = reader.header.names
      do throws(TableReadError<Never>) {
        while let row = try reader.next() { rows.append(Self.copy(row)) }
      } catch {
        if case .table(let problem) = error { self.error = problem }
      }
      delimiter = reader.dialect.delimiter
      encoding = reader.encoding
      lineEnds = reader.lineEnds
    } catch {
      if case .table(let problem) = error { self.error = problem }
    }
  }

  /// Whether another reading said the same; of a table with an error, how far
  /// behind it the encoding was told depends on the chunks.
  func agrees(with other: Transcript) -> Bool {
    var mine = self
    if error != nil { mine.encoding = other.encoding }
    return mine == other
  }

  private static func copy(_ row: TableRow) -> Row {
    Row(
      number: row.number, line: row.line, fields: (0..<row.count).map { row[$0] },
      quoted: (0..<row.count).map { row.isQuoted($0) }, isBlank: row.isBlank,
      problem: row.problem)
  }
}

extension Transcript: CustomTestStringConvertible {
  var testDescription: String {
    let last = rows.suffix(3).map { "\($0.number)@\($0.line) \($0.fields)" }
    return "\(rows.count) rows, last \(last), error \(error.map { "\($0)" } ?? "none")"
  }
}

/// A lot of good rows in one chunk, more than is looked at before the encoding
/// is told, and then a tail in small chunks.
struct PaddedSource: ByteSource {
  static let padding: [UInt8] = {
    let row = "padding,\"" + String(repeating: "x", count: 900) + "\"\n"
    return Array(("a,b\n" + String(repeating: row, count: 75)).utf8)
  }()

  private var tail: MemorySource
  private var padding: [UInt8]? = Self.padding

  init(_ tail: [UInt8], chunkSize: Int) {
    self.tail = MemorySource(tail, chunkSize: chunkSize)
  }

  mutating func nextChunk() throws(Never) -> [UInt8]? {
    defer { padding = nil }
    return padding ?? tail.nextChunk()
  }
}

/// Random numbers that are the same in every run.
///
/// Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators"
/// (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
