/// The kinds of line end that a table has shown between its rows so far.
package struct LineEnds: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// A line feed, as on Unix.
  package static let lineFeed = LineEnds(rawValue: 1)
  /// A carriage return and a line feed, as on Windows and in RFC 4180.
  package static let both = LineEnds(rawValue: 2)
  /// A carriage return alone, as on the old Macintosh.
  package static let carriageReturn = LineEnds(rawValue: 4)

  /// Whether there is more than one kind, which hints at a file put together
  /// from several.
  package var isMixed: Bool {
    rawValue.nonzeroBitCount > 1
  }
}
