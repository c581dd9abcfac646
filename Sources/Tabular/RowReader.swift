/// Makes rows of the chunks that it is supplied with, wherever they come from.
struct RowReader {
  /// What a step came to.
  enum Step {
    /// Bytes are to be supplied.
    case hungry
    /// A row; the first is the header, with number 0.
    case row(TableRow)
    case end
  }

  private enum Place {
    case betweenRows
    case beforeHeader
    case inRow
  }

  private var text = DecodedText()
  private var scanner: RowScanner
  private var teller = DialectTeller()
  private var place = Place.betweenRows
  private var following = RowScanner.Following.unknown
  private var fault: TextDecoder.Fault?
  private var failure: TabularError?
  private let limits: TableLimits
  private let raggedRows: RaggedRows
  /// How many fields the header has.
  private var width = 0
  /// The number of the row that comes next.
  private var number = 0
  /// The line at which it begins.
  private var line = 1

  /// The line ends between rows so far.
  private(set) var lineEnds: LineEnds = []

  /// Creates a reader that has no bytes yet.
  init(_ limits: TableLimits, _ raggedRows: RaggedRows) {
    self.limits = limits
    self.raggedRows = raggedRows
    scanner = RowScanner(teller.dialect, limits)
  }

  /// The delimiter that the header line told.
  var dialect: Dialect {
    teller.dialect
  }

  /// The encoding as far as it is known.
  var encoding: TextEncoding {
    text.encoding
  }

  /// Whether a line has ended yet, be it an empty one.
  var hasSeenLine: Bool {
    line > 1
  }

  /// Takes the next bytes, nil at the end.
  mutating func supply(_ chunk: [UInt8]?) {
    text.supply(chunk)
  }

  /// Goes on to the next row.
  ///
  /// - Throws: `TabularError` for what is wrong with the row or its bytes, and
  ///   the same ever after.
  mutating func step() throws(TabularError) -> Step {
    if let failure { throw failure }
    do throws(TabularError) {
      while true {
        if let step = try look() { return step }
        guard try grow() else { return .hungry }
      }
    } catch {
      failure = error
      throw error
    }
  }

  /// Looks at what is in memory; nil if it takes more to tell.
  private mutating func look() throws(TabularError) -> Step? {
    while true {
      switch place {
      case .betweenRows:
        switch scanner.emptyLine(text, following) {
        case nil:
          place = number == 0 ? .beforeHeader : .inRow
        case .starved:
          return following == .nothing ? .end : nil
        case .line(let length, let end):
          leaveLine(length, end)
          // Empty lines count, but for those before the header.
          if number > 0 { number += 1 }
        }
      case .beforeHeader:
        // No further than a row may go, so that the answer does not depend on chunks.
        guard teller.read(text, limit: limits.row) || following != .unknown else { return nil }
        scanner = RowScanner(teller.dialect, limits)
        place = .inRow
      case .inRow:
        guard case .line(let length, let end) = try scanner.scan(text, following, row: number)
        else { return nil }
        return .row(try takeRow(length, end))
      }
    }
  }

  private mutating func takeRow(
    _ length: Int, _ end: LineEnds
  ) throws(TabularError) -> TableRow {
    for field in scanner.paired {
      let bounds = scanner.fields[field]
      let end = text.joinQuotes(in: Int(bounds.start)..<Int(bounds.end))
      scanner.setEnd(of: field, to: end)
    }
    if number == 0 { width = scanner.fields.count }
    let row = TableRow(
      number: number, line: line, text: text.bytes, start: text.start, fields: scanner.fields,
      width: width)
    if raggedRows == .refuse, let problem = row.problem { throw problem }
    line += scanner.linesWithin
    leaveLine(length, end)
    number += 1
    scanner.begin()
    place = .betweenRows
    return row
  }

  private mutating func leaveLine(_ length: Int, _ end: LineEnds) {
    text.advance(by: length)
    lineEnds.formUnion(end)
    if !end.isEmpty { line += 1 }
  }

  /// Gets more text into memory, or finds out why there is none; false if bytes
  /// are to be supplied.
  private mutating func grow() throws(TabularError) -> Bool {
    switch fault {
    case .mixedEncodings: throw .mixedEncodings(row: number)
    case .notText: throw .notText(row: number)
    case nil: break
    }
    switch text.grow() {
    case .grew: break
    case .hungry: return false
    case .ended: following = .nothing
    case .faulty(let found): (following, fault) = (.fault, found)
    }
    return true
  }
}
