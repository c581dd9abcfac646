/// How much of a table may be in memory at once.
package struct TableLimits: Equatable, Sendable {
  /// The longest field, in bytes of UTF-8 as it stands in the file.
  package let field: Int
  /// The longest row, in bytes of UTF-8 as it stands in the file.
  package let row: Int
  /// The most columns.
  package let columns: Int

  /// Sets the limits: 1 MiB a field, 4 MiB a row and 4,096 columns, unless
  /// told otherwise.
  package init(field: Int = 1 << 20, row: Int = 4 << 20, columns: Int = 4_096) {
    // Offsets within a row are stored in 32 bits.
    precondition(field > 0 && row > 0 && row <= 1 << 30 && columns > 0)
    self.field = field
    self.row = row
    self.columns = columns
  }
}
