/// What to do with a row that has more or fewer fields than the header; a
/// blank one is let pass.
package enum RaggedRows: Sendable {
  /// It ends the reading.
  case refuse
  /// It comes with its `problem`, and the reading goes on.
  case report
}
