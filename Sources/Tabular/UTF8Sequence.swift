/// What stands at one place of bytes that may be UTF-8.
enum UTF8Sequence: Equatable {
  /// A whole character of so many bytes, 1 to 4.
  case whole(length: Int)
  /// The beginning of a character whose rest is not there yet.
  case cut
  /// No UTF-8.
  case invalid

  /// Looks at the bytes from `position`, which must be less than their end.
  ///
  /// Source: The Unicode Standard, table 3-7, "Well-Formed UTF-8 Byte
  /// Sequences".
  init(_ bytes: Span<UInt8>, at position: Int) {
    let lead = bytes[position]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0x00...0x7F: length = 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default:
      self = .invalid
      return
    }
    for offset in 1..<max(length, 1) {
      guard position + offset < bytes.count else {
        self = .cut
        return
      }
      guard (offset == 1 ? second : 0x80...0xBF) ~= bytes[position + offset] else {
        self = .invalid
        return
      }
    }
    self = .whole(length: length)
  }

  /// Appends a code point, which must not be a surrogate, as UTF-8.
  static func append(_ code: UInt32, to text: inout [UInt8]) {
    let tail = { (shift: UInt32) in UInt8(truncatingIfNeeded: (code >> shift) & 0x3F | 0x80) }
    switch code {
    case 0..<0x80:
      text.append(UInt8(truncatingIfNeeded: code))
    case 0x80..<0x800:
      text.append(UInt8(truncatingIfNeeded: code >> 6 | 0xC0))
      text.append(tail(0))
    case 0x800..<0x1_0000:
      text.append(UInt8(truncatingIfNeeded: code >> 12 | 0xE0))
      text.append(tail(6))
      text.append(tail(0))
    default:
      text.append(UInt8(truncatingIfNeeded: code >> 18 | 0xF0))
      text.append(tail(12))
      text.append(tail(6))
      text.append(tail(0))
    }
  }
}
