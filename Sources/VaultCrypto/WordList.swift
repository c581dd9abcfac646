/// 2,048 English words, 11 bits each: fingerprints to compare aloud, and secrets to remember.
package enum WordList {
  /// The number of words.
  package static let count = 2048

  /// Letters of a word that tell it from all others.
  package static let prefixLength = 4

  /// Bits that one word stands for.
  package static let bitsPerWord = 11

  private static let words: [String] = text.split(separator: " ").map(String.init)

  /// Gives the word at a place from 0 to 2,047.
  package static func word(at index: Int) -> String {
    words[index]
  }

  /// Finds the place of a word, given whole or by its first four letters, in any case; nil when it
  /// is not in the list.
  package static func index(of typed: String) -> Int? {
    let letters = typed.utf8.map { letter in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) ? letter | 0x20 : letter
    }
    let index = firstIndex(notBefore: letters)
    guard index < count else { return nil }
    let word = words[index].utf8
    let isPrefix = letters.count == prefixLength && word.starts(with: letters)
    return isPrefix || word.elementsEqual(letters) ? index : nil
  }

  /// Spells the first bits of `bytes` as words, most significant bit first, for people to compare.
  ///
  /// The words stand for 11 bits each; `bytes` must have at least as many bits as they need.
  package static func encode(_ bytes: [UInt8], count: Int) -> [String] {
    precondition(count >= 0 && count * bitsPerWord <= bytes.count * 8, "too few bytes to spell")
    return (0..<count).map { place in
      let bits = (place * bitsPerWord)..<((place + 1) * bitsPerWord)
      let index = bits.reduce(0) { value, bit in
        value << 1 | Int(bytes[bit / 8] >> UInt8(7 - bit % 8) & 1)
      }
      return words[index]
    }
  }

  /// Draws random words, joined by single spaces, into guarded memory of exactly their length.
  ///
  /// The words are lower-case ASCII; any may come twice. Each adds 11 bits: 6 words have 66 bits,
  /// enough behind the slow stretching of a passphrase; 8 words have 88.
  ///
  /// - Throws: `CryptoError.sodiumUnavailable` when the machine gives no randomness.
  ///
  /// Source: `randombytes_uniform`.
  package static func generate(count: Int) throws(CryptoError) -> SecretBytes {
    precondition(count >= 1, "a passphrase of no words")
    try Sodium.ready()
    // The places are as secret as the words: they too stay in guarded memory.
    var places = SecretBytes(count: count * placeSize)
    var length = count - 1
    places.withMutableBytes { places in
      for number in 0..<count {
        let index = Sodium.randomUniform(below: Self.count)
        places.storeBytes(
          of: UInt16(index), toByteOffset: number * placeSize, as: UInt16.self)
        length += words[index].utf8.count
      }
    }
    return joined(places, length: length)
  }

  /// Bytes of one place among 2,048.
  static let placeSize = 2

  /// Writes the words at `places`, two bytes each, into `length` bytes of guarded memory.
  static func joined(_ places: borrowing SecretBytes, length: Int) -> SecretBytes {
    var secret = SecretBytes(count: length)
    secret.withMutableBytes { letters in
      var end = 0
      places.withBytes { places in
        for offset in stride(from: 0, to: places.byteCount, by: placeSize) {
          let index = unsafe places.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self)
          if end > 0 { append(UInt8(ascii: " "), to: &letters, at: &end) }
          for letter in words[Int(index)].utf8 { append(letter, to: &letters, at: &end) }
        }
      }
      precondition(end == letters.byteCount, "words of another length than counted")
    }
    return secret
  }

  private static func append(_ letter: UInt8, to letters: inout MutableRawSpan, at end: inout Int) {
    letters.storeBytes(of: letter, toByteOffset: end, as: UInt8.self)
    end += 1
  }

  /// Searches the sorted list for the first word that does not come before `letters`.
  private static func firstIndex(notBefore letters: [UInt8]) -> Int {
    var range = 0..<count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if words[middle].utf8.lexicographicallyPrecedes(letters) {
        range = (middle + 1)..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return range.lowerBound
  }
}
