/// What the beginning of a text tells about its encoding.
struct EncodingDetection: Equatable {
  /// How much of a text is looked at, in bytes.
  static let prefixLength = 65_536

  /// The encoding; nil if all was ASCII.
  let encoding: TextEncoding?
  /// The length of the byte order mark, in bytes.
  let markLength: Int

  /// Looks at a text's first bytes.
  init(_ prefix: Span<UInt8>) {
    if Self.starts(prefix, 0xEF, 0xBB, third: 0xBF) {
      (encoding, markLength) = (.utf8, 3)
    } else if Self.starts(prefix, 0xFF, 0xFE) {
      (encoding, markLength) = (.utf16LittleEndian, 2)
    } else if Self.starts(prefix, 0xFE, 0xFF) {
      (encoding, markLength) = (.utf16BigEndian, 2)
    } else {
      (encoding, markLength) = (Self.byNuls(prefix) ?? Self.byEvidence(prefix), 0)
    }
  }

  private static func starts(
    _ prefix: Span<UInt8>, _ first: UInt8, _ second: UInt8, third: UInt8? = nil
  ) -> Bool {
    guard prefix.count >= (third == nil ? 2 : 3) else { return false }
    return prefix[0] == first && prefix[1] == second && (third == nil || prefix[2] == third)
  }

  /// UTF-16 shows itself by the NULs that are the high bytes of the delimiters,
  /// digits and Latin letters: a quarter of the units at least, and hardly any low byte.
  private static func byNuls(_ prefix: Span<UInt8>) -> TextEncoding? {
    var even = 0
    var odd = 0
    for index in prefix.indices where prefix[index] == 0 {
      if index.isMultiple(of: 2) { even += 1 } else { odd += 1 }
    }
    let share = prefix.count / 8
    if odd > share, odd > even * 8 { return .utf16LittleEndian }
    if even > share, even > odd * 8 { return .utf16BigEndian }
    return nil
  }

  private static func byEvidence(_ prefix: Span<UInt8>) -> TextEncoding? {
    var position = prefix.endOfASCII(from: 0)
    var weak: TextEncoding?
    while position < prefix.count {
      switch EncodingEvidence(prefix, at: position, isLast: false) {
      case .strong: return .utf8
      case .against: return .windows1252
      case .unfinished: return weak
      case .weak: weak = .utf8
      }
      position = prefix.endOfASCII(from: position + 2)
    }
    return weak
  }
}

extension Span<UInt8> {
  /// The first position from `start` on where a byte is over 0x7F, or the end.
  func endOfASCII(from start: Int) -> Int {
    var position = start
    let raw = unsafe bytes  // unsafe for types with padding, which bytes have not
    while position + 8 <= count {
      // Any eight bytes are a number; the loop's condition keeps within bounds.
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      guard word & 0x8080_8080_8080_8080 == 0 else { break }
      position += 8
    }
    while position < count, self[position] < 0x80 { position += 1 }
    return position
  }
}
