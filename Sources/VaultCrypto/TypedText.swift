// Foundation's conversion to NFC cuts characters above U+FFFF down to 16 bits before it looks them
// up (𐁁 and an acute accent become Á), and so would make different passphrases equal. The standard
// library's own conversion is right, and not yet public.
@_spi(_Unicode) import Swift

/// What somebody typed, as UTF-8 in guarded memory, and its form under Unicode.
enum TypedText {
  /// Checks that bytes are UTF-8 without control characters.
  ///
  /// - Throws: `CryptoError.notUTF8`, `CryptoError.controlCharacter`.
  static func check(_ typed: borrowing SecretBytes) throws(CryptoError) {
    try withText(of: typed) { (text) throws(CryptoError) in
      var scalars = text.makeUnicodeScalarIterator()
      while let scalar = scalars.next() {
        if scalar.properties.generalCategory == .control { throw .controlCharacter }
      }
    }
  }

  /// Counts characters as people do: a letter with its accents is one.
  static func characterCount(of typed: borrowing SecretBytes) throws(CryptoError) -> Int {
    try withText(of: typed) { (text) throws(CryptoError) in
      var characters = text.makeCharacterIterator()
      var count = 0
      while characters.skipForward() > 0 { count += 1 }
      return count
    }
  }

  /// Brings text to NFC (UAX #15), out of guarded memory only if it is not in it already.
  static func composed(_ typed: consuming SecretBytes) throws(CryptoError) -> SecretBytes {
    let done = try withText(of: typed) { (text) throws(CryptoError) in
      var text = text
      return text.checkForNFC(quickCheck: false)
    }
    if done { return typed }
    let copy = try withText(of: typed) { (text) throws(CryptoError) in String(copying: text) }
    var count = 0
    for scalar in copy._nfc { count += UTF8.width(scalar) }
    var composed = SecretBytes(count: count)
    var position = 0
    for scalar in copy._nfc {
      guard let units = UTF8.encode(scalar) else { preconditionFailure("every scalar has a form") }
      for unit in units {
        composed[position] = unit
        position += 1
      }
    }
    return composed
  }

  private static func withText<Result>(
    of typed: borrowing SecretBytes, _ body: (UTF8Span) throws(CryptoError) -> Result
  ) throws(CryptoError) -> Result {
    let count = typed.count
    return try unsafe typed.withAddress { (address) throws(CryptoError) in
      let bytes = unsafe UnsafeBufferPointer(start: address, count: count).span
      let text: UTF8Span
      do { text = try UTF8Span(validating: bytes) } catch { throw .notUTF8 }
      return try body(text)
    }
  }
}
