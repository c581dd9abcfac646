/// The part of a table's text that is in memory: the row being read and what
/// follows it, as UTF-8.
struct DecodedText {
  /// What asking for more text came to.
  enum Growth {
    case grew
    /// There is nothing left to decode: bytes are to be supplied.
    case hungry
    case ended
    case faulty(TextDecoder.Fault)
  }

  /// How much is decoded at a time, in bytes.
  private static let stride = 65_536

  /// The text in memory.
  private(set) var bytes: [UInt8] = []
  /// Where the row being read begins in it.
  private(set) var start = 0

  private var raw: [UInt8] = []
  private var rawPosition = 0
  private var rawEnded = false
  private var decoder: TextDecoder?
  private var fault: TextDecoder.Fault?

  /// The encoding; UTF-8 while all has been ASCII.
  var encoding: TextEncoding {
    decoder?.encoding ?? .utf8
  }

  /// Leaves the row being read, of so many bytes, behind.
  mutating func advance(by length: Int) {
    start += length
  }

  /// Makes a quote out of each pair of quotes in a range, which counts from the
  /// row's start; returns the end of what is left.
  mutating func joinQuotes(in range: Range<Int>) -> Int {
    var target = start + range.lowerBound
    var position = target
    while position < start + range.upperBound {
      let byte = bytes[position]
      bytes[target] = byte
      target += 1
      position += byte == ASCII.quote ? 2 : 1
    }
    return target - start
  }

  /// Takes the next bytes, nil at the end.
  mutating func supply(_ chunk: [UInt8]?) {
    guard let chunk else {
      rawEnded = true
      return
    }
    if rawPosition == raw.count {
      raw = chunk
    } else {
      raw.removeFirst(rawPosition)
      raw.append(contentsOf: chunk)
    }
    rawPosition = 0
  }

  /// Decodes some more, and drops the rows left behind.
  mutating func grow() -> Growth {
    if let fault { return .faulty(fault) }
    guard rawEnded || (decoder != nil || raw.count >= EncodingDetection.prefixLength) else {
      return .hungry
    }
    bytes.removeFirst(start)
    start = 0
    let before = bytes.count
    var decoder = self.decoder ?? detect()
    let end = min(raw.count, rawPosition + Self.stride)
    let isLast = rawEnded && end == raw.count
    (rawPosition, fault) = decoder.decode(raw, rawPosition..<end, isLast: isLast, into: &bytes)
    self.decoder = decoder
    if bytes.count > before { return .grew }
    if let fault { return .faulty(fault) }
    return isLast ? .ended : .hungry
  }

  private mutating func detect() -> TextDecoder {
    let length = min(raw.count, EncodingDetection.prefixLength)
    let detection = EncodingDetection(raw.span.extracting(first: length))
    rawPosition = detection.markLength
    return TextDecoder(detection.encoding)
  }
}
