/// How a table's bytes stand for characters.
package enum TextEncoding: Equatable, Sendable {
  /// UTF-8, with or without a byte order mark; ASCII alone is this too.
  case utf8
  /// UTF-16, low byte first.
  case utf16LittleEndian
  /// UTF-16, high byte first.
  case utf16BigEndian
  /// Windows-1252, the usual one of American and Western European Windows.
  case windows1252
}
