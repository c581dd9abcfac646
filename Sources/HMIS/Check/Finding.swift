/// Something that a rule found at one place of an export.
///
/// It says where, and never what stands there: the only value of the export in it is the
/// PersonalID, so that the record can be opened in HMIS.
package struct Finding: Hashable, Sendable {
  /// The rule's code, such as `A2`.
  package let rule: String
  /// How much it matters here; a rule may rank its findings.
  package let severity: Severity
  /// The table's name as it was given.
  package let file: String
  /// The row, from 1 at the first line after the header; nil for the table as a whole.
  package let row: Int?
  /// The column's name by the standard, or its place (`column 7`) where it is none of the
  /// standard's; nil for the row as a whole.
  package let column: String?
  /// The record's PersonalID; nil where the finding is about no record, or what stands in the
  /// column is no identifier: a name may have slipped into it.
  package let personalID: String?
  /// What is wrong, in a sentence without a period.
  package let message: String

  /// The same finding, as one at which somebody has to look.
  var doubtful: Finding {
    Finding(
      rule: rule, max(severity, .warning), file: file, row: row, column: column,
      personalID: personalID, message: message)
  }

  /// Says what a rule found.
  package init(
    rule: String, _ severity: Severity, file: String, row: Int? = nil, column: String? = nil,
    personalID: String? = nil, message: String
  ) {
    self.rule = rule
    self.severity = severity
    self.file = file
    self.row = row
    self.column = column
    self.personalID = personalID.flatMap(Self.identifier)
    self.message = message
  }

  /// Letters, digits, hyphens and underscores with a digit among them, no more than twice what the
  /// standard's column holds, and not grouped as an SSN, a telephone number or a date is; nil for
  /// anything else.
  static func identifier(_ text: String) -> String? {
    let isPlain = text.utf8.allSatisfy { byte in
      ASCII.isDigit(byte) || ASCII.isSmall(ASCII.small(byte)) || byte == 0x2D || byte == 0x5F
    }
    return isPlain && text.utf8.count <= 64 && text.utf8.contains(where: ASCII.isDigit)
      && !TextSigns.isGroupedNumber(text) ? text : nil
  }
}
