/// What can be wrong with bytes that should follow docs/FORMAT.md.
///
/// It carries no content: whoever throws it on says in which row the bytes stood.
package enum FormatProblem: Error, Equatable, Sendable {
  /// The bytes end before the structure does.
  case truncated
  /// Bytes are left over behind the structure.
  case trailingBytes
  /// A length, a count or a size is not one that the format allows.
  case badLength
  /// A value is none that the format names, or not in its only allowed form.
  case badValue
  /// Text is not UTF-8.
  case notText
  /// A tag is unknown, repeated or out of order, or a required one is absent.
  case badTag
  /// The suite is not one that this program knows.
  case unknownSuite(UInt8)
}
