/// Where a field lies, counted from its row's first byte, without its quotes.
struct FieldBounds {
  var start: UInt32
  var end: UInt32
}

/// Finds the fields of one row after another, and goes on where the text ended.
struct RowScanner {
  /// What stands behind the text in memory.
  enum Following {
    case unknown
    case nothing
    case fault
  }

  /// What a scan came to.
  enum Outcome {
    /// It takes more text to tell, or there is none.
    case starved
    /// A whole line, or row of several; its length with its end.
    case line(length: Int, end: LineEnds)
  }

  private enum State {
    case fieldStart
    case unquoted
    case quoted
  }

  // Classes of bytes: those at which an unquoted field stops, and a quoted one.
  private static let stopsUnquoted: UInt8 = 1
  private static let stopsQuoted: UInt8 = 2

  private let delimiter: UInt8
  private let limits: TableLimits
  private var classes = InlineArray<256, UInt8>(repeating: 0)
  private var state = State.fieldStart
  private var position = 0
  private var fieldStart = 0

  /// The fields found in the row so far.
  private(set) var fields: [FieldBounds] = []
  /// Those of them in which quotes stand in pairs.
  private(set) var paired: [Int] = []
  /// The line ends within the row's quotes.
  private(set) var linesWithin = 0

  /// Creates a scanner for a dialect.
  init(_ dialect: Dialect, _ limits: TableLimits) {
    delimiter = dialect.delimiter.rawValue
    self.limits = limits
    for byte in [ASCII.quote, ASCII.lineFeed, ASCII.carriageReturn, ASCII.nul] {
      classes[Int(byte)] = Self.stopsUnquoted | Self.stopsQuoted
    }
    classes[Int(delimiter)] |= Self.stopsUnquoted
  }

  /// Forgets the row that was found.
  mutating func begin() {
    fields.removeAll(keepingCapacity: true)
    paired.removeAll(keepingCapacity: true)
    state = .fieldStart
    position = 0
    linesWithin = 0
  }

  /// Corrects the end of a field in which pairs of quotes have been joined.
  mutating func setEnd(of field: Int, to end: Int) {
    fields[field].end = UInt32(truncatingIfNeeded: end)
  }

  /// Looks for a line without a character where the text begins; nil if a row
  /// begins there.
  func emptyLine(_ memory: DecodedText, _ following: Following) -> Outcome? {
    let text = memory.bytes.span.extracting(droppingFirst: memory.start)
    guard !text.isEmpty else { return .starved }
    guard text[0] == ASCII.lineFeed || text[0] == ASCII.carriageReturn else { return nil }
    guard let end = lineEnd(text, at: 0, following) else { return .starved }
    return .line(length: end.length, end: end.kind)
  }

  /// Reads on in the row with which the text begins.
  ///
  /// - Throws: `TabularError` for what is wrong with the row as far as it is
  ///   in memory: `unclosedQuote`, `strayQuote`, `nul`, `fieldTooLong`,
  ///   `rowTooLong`, `tooManyColumns`.
  mutating func scan(
    _ memory: DecodedText, _ following: Following, row: Int
  ) throws(TabularError) -> Outcome {
    let text = memory.bytes.span.extracting(droppingFirst: memory.start)
    while true {
      let outcome: Outcome? =
        switch state {
        case .fieldStart: try openField(text, following, row)
        case .unquoted: try scanUnquoted(text, following, row)
        case .quoted: try scanQuoted(text, following, row)
        }
      if let outcome { return outcome }
    }
  }

  private mutating func openField(
    _ text: Span<UInt8>, _ following: Following, _ row: Int
  ) throws(TabularError) -> Outcome? {
    guard fields.count < limits.columns else {
      throw .tooManyColumns(row: row, limit: limits.columns)
    }
    fieldStart = position
    guard position < text.count || following == .nothing else {
      try checkLength(at: position, row)
      return .starved
    }
    if position < text.count, text[position] == ASCII.quote {
      position += 1
      fieldStart += 1
      state = .quoted
    } else {
      state = .unquoted
    }
    return nil
  }

  private mutating func scanUnquoted(
    _ text: Span<UInt8>, _ following: Following, _ row: Int
  ) throws(TabularError) -> Outcome? {
    var place = position
    while place < text.count, classes[Int(text[place])] & Self.stopsUnquoted == 0 { place += 1 }
    position = place
    try checkLength(at: place, row)
    return try endField(text, at: place, behind: place, following, row)
  }

  private mutating func scanQuoted(
    _ text: Span<UInt8>, _ following: Following, _ row: Int
  ) throws(TabularError) -> Outcome? {
    while true {
      var place = position
      while place < text.count, classes[Int(text[place])] & Self.stopsQuoted == 0 { place += 1 }
      position = place
      try checkLength(at: place, row)
      guard place < text.count else {
        if following == .nothing { throw .unclosedQuote(row: row) }
        return .starved
      }
      switch text[place] {
      case ASCII.nul:
        throw .nul(row: row)
      case ASCII.quote:
        guard place + 1 < text.count || following == .nothing else { return .starved }
        guard place + 1 < text.count, text[place + 1] == ASCII.quote else {
          return try endField(text, at: place, behind: place + 1, following, row)
        }
        if paired.last != fields.count { paired.append(fields.count) }
        position = place + 2
      default:
        guard let end = lineEnd(text, at: place, following) else { return .starved }
        linesWithin += 1
        position = place + end.length
      }
    }
  }

  /// Closes the field that ends at a place if what is behind it, past a closing
  /// quote, is a delimiter, the end of the line or the end of the text.
  private mutating func endField(
    _ text: Span<UInt8>, at place: Int, behind: Int, _ following: Following, _ row: Int
  ) throws(TabularError) -> Outcome? {
    guard behind < text.count else {
      guard following == .nothing else { return .starved }
      close(at: place)
      return .line(length: behind, end: [])
    }
    switch text[behind] {
    case delimiter:
      close(at: place)
      position = behind + 1
      state = .fieldStart
      return nil
    case ASCII.lineFeed, ASCII.carriageReturn:
      guard let end = lineEnd(text, at: behind, following) else { return .starved }
      close(at: place)
      return .line(length: behind + end.length, end: end.kind)
    case ASCII.nul:
      throw .nul(row: row)
    default:
      throw .strayQuote(row: row, column: fields.count + 1)
    }
  }

  private mutating func close(at place: Int) {
    fields.append(
      FieldBounds(
        start: UInt32(truncatingIfNeeded: fieldStart), end: UInt32(truncatingIfNeeded: place)))
  }

  /// The line end at a place; nil if it takes what follows to tell.
  private func lineEnd(
    _ text: Span<UInt8>, at place: Int, _ following: Following
  ) -> (length: Int, kind: LineEnds)? {
    if text[place] == ASCII.lineFeed { return (1, .lineFeed) }
    if place + 1 < text.count {
      return text[place + 1] == ASCII.lineFeed ? (2, .both) : (1, .carriageReturn)
    }
    return following == .unknown ? nil : (1, .carriageReturn)
  }

  /// Checks the lengths up to a place, and names the limit that was met first:
  /// the answer does not depend on how much text is in memory.
  @inline(__always)  // Once a field: 5 % of the time as a call.
  private func checkLength(at place: Int, _ row: Int) throws(TabularError) {
    guard place > limits.row || place - fieldStart > limits.field else { return }
    if fieldStart + limits.field <= limits.row {
      throw .fieldTooLong(row: row, column: fields.count + 1, limit: limits.field)
    }
    throw .rowTooLong(row: row, limit: limits.row)
  }
}
