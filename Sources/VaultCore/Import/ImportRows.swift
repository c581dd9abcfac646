import VaultCrypto

/// The rows of a table that can be clients, in memory until all of them are judged.
///
/// They are kept as compact records, not read a second time: the file may change meanwhile, and a
/// pipe is gone. A row takes some 200 bytes.
struct ImportRows: Sendable {
  /// What is known of a row so far.
  enum Fate: UInt8 {
    case new
    case present
    case refused
  }

  private struct Place {
    let number: UInt32
    let run: UInt32
    let index: UInt16
  }

  private var places: [Place] = []
  private var runs: [WipedRun] = []
  private(set) var fates: [Fate] = []
  /// The first row with a UID.
  private(set) var byUID: [String: UInt32] = [:]
  /// The last row without a UID that has a print.
  private var byPrint: [Int: UInt32] = [:]
  /// The row before with the same print, for the few that share one.
  private var earlier: [UInt32: UInt32] = [:]

  /// More clients than any agency has; their ids fit one log entry.
  static let limit = 4_000_000

  var count: Int { places.count }

  /// The row's number in the table.
  func number(_ row: Int) -> Int { Int(places[row].number) }

  /// The row as a client that is not stored yet.
  func client(_ row: Int) -> Client {
    withRecord(row) { record in
      do { return try ClientCodec.decode(content: record) } catch {
        preconditionFailure("what was encoded here decodes")
      }
    }
  }

  /// Lends the row's record, not padded.
  func withRecord<Result>(_ row: Int, _ body: (RawSpan) -> Result) -> Result {
    runs[Int(places[row].run)].withBytes(Int(places[row].index), body)
  }

  /// The rows without a UID that have a print.
  func rows(withPrint print: Int) -> [UInt32] {
    guard var row = byPrint[print] else { return [] }
    var rows = [row]
    while let before = earlier[row] {
      rows.append(before)
      row = before
    }
    return rows
  }

  /// Whether any row has no UID.
  var hasPrints: Bool { !byPrint.isEmpty }

  mutating func setFate(of row: Int, to fate: Fate) { fates[row] = fate }

  /// Takes a run of rows.
  mutating func append(_ rows: [(number: Int, record: [UInt8])]) {
    guard !rows.isEmpty else { return }
    for (index, row) in rows.enumerated() {
      places.append(
        Place(
          number: UInt32(clamping: row.number), run: UInt32(runs.count), index: UInt16(index)))
      fates.append(.new)
    }
    runs.append(WipedRun(rows.map(\.record)))
  }

  /// Forgets UIDs and prints, once all have been looked up.
  mutating func forgetKeys() {
    byUID = [:]
    byPrint = [:]
    earlier = [:]
  }

  /// Remembers by what the row just to be appended is found.
  mutating func note(_ key: PersonKey, row: Int) {
    switch key {
    case .uid(let uid): if byUID[uid] == nil { byUID[uid] = UInt32(row) }
    case .names(let print):
      if let before = byPrint.updateValue(UInt32(row), forKey: print) {
        earlier[UInt32(row)] = before
      }
    }
  }
}
