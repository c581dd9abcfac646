/// Text for keys that people copy by hand: a typing error is noticed.
///
/// Source: BIP-173.
enum Bech32 {
  /// Which of the two spellings is written; both are read, a mixture is not.
  enum Spelling { case lower, upper }

  private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
  private static let separator = UInt8(ascii: "1")
  private static let checksumCount = 6
  private static let ceiling = 90

  /// Tells how many characters so many bytes take behind a prefix.
  static func characterCount(prefix: [UInt8], bytes count: Int) -> Int {
    prefix.count + 1 + (count * 8 + 4) / 5 + checksumCount
  }

  /// Writes bytes behind a lower-case prefix into guarded memory.
  static func encode(_ bytes: RawSpan, prefix: [UInt8], spelling: Spelling) -> SecretBytes {
    let values = values(of: bytes)
    var text = SecretBytes(count: characterCount(prefix: prefix, bytes: bytes.byteCount))
    for (index, character) in (prefix + [separator]).enumerated() { text[index] = character }
    var checksum = Bech32Checksum(prefix: prefix)
    let start = prefix.count + 1
    for index in 0..<values.count {
      checksum.add(values[index])
      text[start + index] = alphabet[Int(values[index])]
    }
    for (index, value) in checksum.values().enumerated() {
      text[start + values.count + index] = alphabet[Int(value)]
    }
    if spelling == .upper {
      for index in 0..<text.count { text[index] = uppercase(text[index]) }
    }
    return text
  }

  /// Reads bytes behind a known lower-case prefix, into guarded memory.
  ///
  /// - Throws: `CryptoError.wrongLength` in characters, `CryptoError.character` for the first that
  ///   cannot stand there, `CryptoError.checksum`.
  static func decode(
    _ text: RawSpan, prefix: [UInt8], count: Int
  ) throws(CryptoError) -> SecretBytes {
    let expected = characterCount(prefix: prefix, bytes: count)
    guard text.byteCount == expected else {
      throw .wrongLength(expected: expected, found: text.byteCount)
    }
    for (index, character) in prefix.enumerated() where lowercase(text[index]) != character {
      throw .character(position: index + 1)
    }
    guard text[prefix.count] == separator else { throw .character(position: prefix.count + 1) }
    let values = try values(in: text, after: prefix)
    return try bytes(of: values, count: count, lastPosition: expected - checksumCount)
  }

  /// Finds the prefix of any Bech32 text, in lower case: all before the last `1`.
  ///
  /// - Throws: `CryptoError.wrongLength` above 90 characters, `CryptoError.character` for one that
  ///   no prefix can hold or an empty prefix, `CryptoError.checksum` where there is no `1`.
  static func prefix(of text: RawSpan) throws(CryptoError) -> [UInt8] {
    guard text.byteCount <= ceiling else {
      throw .wrongLength(expected: ceiling, found: text.byteCount)
    }
    var end: Int?
    for index in 0..<text.byteCount {
      guard (33...126).contains(text[index]) else { throw .character(position: index + 1) }
      if text[index] == separator { end = index }
    }
    guard let end else { throw .checksum }
    guard end > 0 else { throw .character(position: 1) }
    return (0..<end).map { lowercase(text[$0]) }
  }

  /// Reads the values of five bits behind the prefix and checks spelling and checksum.
  static func values(in text: RawSpan, after prefix: [UInt8]) throws(CryptoError) -> SecretBytes {
    let start = prefix.count + 1
    let count = text.byteCount - start
    guard count >= checksumCount else { throw .truncated(expected: checksumCount, found: count) }
    try checkSpelling(of: text)
    var values = SecretBytes(count: count - checksumCount)
    var checksum = Bech32Checksum(prefix: prefix)
    for index in 0..<count {
      guard let value = alphabet.firstIndex(of: lowercase(text[start + index])) else {
        throw .character(position: start + index + 1)
      }
      checksum.add(UInt8(value))
      if index < values.count { values[index] = UInt8(value) }
    }
    guard checksum.isComplete else { throw .checksum }
    return values
  }

  /// Parts bytes into values of five bits, the last filled up with zeros.
  private static func values(of bytes: RawSpan) -> SecretBytes {
    var values = SecretBytes(count: (bytes.byteCount * 8 + 4) / 5)
    var (bits, bitCount, position) = (0, 0, 0)
    for index in 0..<bytes.byteCount {
      bits = (bits << 8 | Int(bytes[index])) & 0xfff
      bitCount += 8
      while bitCount >= 5 {
        bitCount -= 5
        values[position] = UInt8(bits >> bitCount & 31)
        position += 1
      }
    }
    if bitCount > 0 { values[position] = UInt8(bits << (5 - bitCount) & 31) }
    return values
  }

  /// Joins values of five bits to bytes; bits that are left over must be zero.
  private static func bytes(
    of values: borrowing SecretBytes, count: Int, lastPosition: Int
  ) throws(CryptoError) -> SecretBytes {
    var bytes = SecretBytes(count: count)
    var (bits, bitCount, position) = (0, 0, 0)
    for index in 0..<values.count {
      bits = (bits << 5 | Int(values[index])) & 0xfff
      bitCount += 5
      if bitCount >= 8 {
        bitCount -= 8
        bytes[position] = UInt8(bits >> bitCount & 0xff)
        position += 1
      }
    }
    guard bits & ((1 << bitCount) - 1) == 0 else { throw .character(position: lastPosition) }
    return bytes
  }

  private static func checkSpelling(of text: RawSpan) throws(CryptoError) {
    var (lower, upper) = (false, false)
    for index in 0..<text.byteCount {
      let character = text[index]
      lower = lower || uppercase(character) != character
      upper = upper || lowercase(character) != character
      if lower && upper { throw .character(position: index + 1) }
    }
  }

  private static func lowercase(_ character: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(character) ? character + 32 : character
  }

  private static func uppercase(_ character: UInt8) -> UInt8 {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(character) ? character - 32 : character
  }
}
