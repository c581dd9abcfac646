/// Turns a table's bytes into UTF-8, piece by piece, and holds to one encoding.
struct TextDecoder {
  /// Why bytes are no text.
  enum Fault: Equatable {
    case mixedEncodings
    case notText
  }

  /// The encoding; nil while all has been ASCII.
  private(set) var encoding: TextEncoding?

  /// Begins with what the text's first bytes told.
  init(_ encoding: TextEncoding?) {
    self.encoding = encoding
  }

  /// Decodes the bytes of a range and appends them to a text; returns where it
  /// stopped, which is before the end for a fault or a character that is cut.
  mutating func decode(
    _ raw: [UInt8], _ range: Range<Int>, isLast: Bool, into text: inout [UInt8]
  ) -> (end: Int, fault: Fault?) {
    var position = range.lowerBound
    if encoding == nil {
      position = decide(raw.span.extracting(first: range.upperBound), from: position, isLast)
      text.append(contentsOf: raw[range.lowerBound..<position])
    }
    let rest = position..<range.upperBound
    switch encoding {
    case nil: return (position, nil)
    case .utf8: return decodeUTF8(raw, rest, isLast: isLast, into: &text)
    case .windows1252: return decodeWindows1252(raw, rest, isLast: isLast, into: &text)
    case .utf16LittleEndian:
      return decodeUTF16(raw, rest, high: 1, isLast: isLast, into: &text)
    case .utf16BigEndian:
      return decodeUTF16(raw, rest, high: 0, isLast: isLast, into: &text)
    }
  }

  /// Decides at the first byte over 0x7F; returns where the ASCII ends.
  private mutating func decide(_ raw: Span<UInt8>, from start: Int, _ isLast: Bool) -> Int {
    let position = raw.endOfASCII(from: start)
    guard position < raw.count else { return position }
    switch EncodingEvidence(raw, at: position, isLast: isLast) {
    case .unfinished: break
    case .against: encoding = .windows1252
    case .weak, .strong: encoding = .utf8
    }
    return position
  }

  private func decodeUTF8(
    _ raw: [UInt8], _ range: Range<Int>, isLast: Bool, into text: inout [UInt8]
  ) -> (end: Int, fault: Fault?) {
    let bytes = raw.span.extracting(first: range.upperBound)
    var position = bytes.endOfASCII(from: range.lowerBound)
    var fault: Fault?
    scan: while position < bytes.count {
      switch UTF8Sequence(bytes, at: position) {
      case .whole(let length):
        position = bytes.endOfASCII(from: position + length)
      case .cut:
        fault = isLast ? .notText : nil
        break scan
      case .invalid:
        fault = Windows1252.codePoint(bytes[position]) == nil ? .notText : .mixedEncodings
        break scan
      }
    }
    text.append(contentsOf: raw[range.lowerBound..<position])
    return (position, fault)
  }

  private func decodeWindows1252(
    _ raw: [UInt8], _ range: Range<Int>, isLast: Bool, into text: inout [UInt8]
  ) -> (end: Int, fault: Fault?) {
    let bytes = raw.span.extracting(first: range.upperBound)
    var position = range.lowerBound
    while position < bytes.count {
      let end = bytes.endOfASCII(from: position)
      text.append(contentsOf: raw[position..<end])
      position = end
      guard position < bytes.count else { break }
      switch EncodingEvidence(bytes, at: position, isLast: isLast) {
      case .strong: return (position, .mixedEncodings)
      case .unfinished: return (position, nil)
      case .against, .weak: break
      }
      guard let code = Windows1252.codePoint(bytes[position]) else { return (position, .notText) }
      UTF8Sequence.append(code, to: &text)
      position += 1
    }
    return (position, nil)
  }

  /// Decodes UTF-16 whose high byte is the first (0) or the second (1) of a
  /// unit.
  private func decodeUTF16(
    _ raw: [UInt8], _ range: Range<Int>, high: Int, isLast: Bool, into text: inout [UInt8]
  ) -> (end: Int, fault: Fault?) {
    let bytes = raw.span.extracting(first: range.upperBound)
    var position = range.lowerBound
    while position + 2 <= bytes.count {
      let first = Self.unit(bytes, position, high)
      guard 0xD800...0xDFFF ~= first else {
        UTF8Sequence.append(first, to: &text)
        position += 2
        continue
      }
      guard first < 0xDC00 else { return (position, .notText) }
      guard position + 4 <= bytes.count else { break }
      let second = Self.unit(bytes, position + 2, high)
      guard 0xDC00...0xDFFF ~= second else { return (position, .notText) }
      UTF8Sequence.append(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00), to: &text)
      position += 4
    }
    return (position, isLast && position < bytes.count ? .notText : nil)
  }

  private static func unit(_ bytes: Span<UInt8>, _ place: Int, _ high: Int) -> UInt32 {
    UInt32(bytes[place + high]) << 8 | UInt32(bytes[place + 1 - high])
  }
}
