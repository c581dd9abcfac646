/// What one place of a text says for UTF-8 and against Windows-1252.
///
/// Nearly any bytes are Windows-1252, and a few pairs that are UTF-8 occur in
/// it as well: `ß` with a closing quote after it, a capital `É` with an
/// apostrophe. Such a pair alone is weak evidence. What a UTF-8 text in a
/// Western language would hold is strong: U+0080 to U+017F, anything of three
/// bytes or more, or two characters in a row.
enum EncodingEvidence: Equatable {
  /// It is no UTF-8.
  case against
  /// It is UTF-8, but may be Windows-1252 too.
  case weak
  /// It is UTF-8.
  case strong
  /// It takes the bytes that follow to tell.
  case unfinished

  /// Looks at the bytes from `position`, where one over 0x7F must stand.
  init(_ bytes: Span<UInt8>, at position: Int, isLast: Bool) {
    switch UTF8Sequence(bytes, at: position) {
    case .invalid: self = .against
    case .cut: self = isLast ? .against : .unfinished
    case .whole(length: 2) where bytes[position] > 0xC5:
      self = Self.afterPair(bytes, at: position + 2, isLast: isLast)
    case .whole: self = .strong
    }
  }

  /// The evidence of a pair by what stands behind it.
  private static func afterPair(
    _ bytes: Span<UInt8>, at position: Int, isLast: Bool
  ) -> EncodingEvidence {
    guard position < bytes.count else { return isLast ? .weak : .unfinished }
    guard bytes[position] >= 0x80 else { return .weak }
    switch UTF8Sequence(bytes, at: position) {
    case .whole: return .strong
    case .invalid: return .weak
    case .cut: return isLast ? .weak : .unfinished
    }
  }
}
