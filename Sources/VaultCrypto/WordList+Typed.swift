extension WordList {
  /// Why typed words are not the words of a secret.
  package enum Problem: Error, Equatable, Sendable {
    /// The word at that place, from 1, is not in the list.
    case unknownWord(Int)
    /// There are so many words instead; one more than wanted stands for any number above it.
    case count(Int)
  }

  /// Reads the words of a generated secret as a person types them: whole or by their first four
  /// letters, in any case, with blanks or hyphens between them.
  ///
  /// - Parameters:
  ///   - typed: The bytes that were typed; they stay for their owner to wipe.
  ///   - count: How many words the secret has.
  /// - Returns: The words as `generate` spells them, in guarded memory.
  /// - Throws: `Problem`.
  package static func read(_ typed: RawSpan, count: Int) throws(Problem) -> SecretBytes {
    var places = SecretBytes(count: count * placeSize)
    var (found, length, start) = (0, count - 1, 0)
    for index in 0...typed.byteCount {
      guard index == typed.byteCount || isSeparator(typed[index]) else { continue }
      defer { start = index + 1 }
      guard index > start else { continue }
      guard found < count else { throw .count(count + 1) }
      found += 1
      guard let place = place(of: typed.extracting(start..<index)) else {
        throw .unknownWord(found)
      }
      places.withMutableBytes { places in
        places.storeBytes(
          of: UInt16(place), toByteOffset: (found - 1) * placeSize, as: UInt16.self)
      }
      length += word(at: place).utf8.count
    }
    guard found == count else { throw .count(found) }
    return joined(places, length: length)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "-")
  }

  /// Looks at the letters where they are: which words were typed is the secret.
  private static func place(of typed: RawSpan) -> Int? {
    let isPrefix = typed.byteCount == prefixLength
    return (0..<Self.count).first { place in
      let word = word(at: place).utf8
      guard typed.byteCount == word.count || isPrefix, typed.byteCount <= word.count else {
        return false
      }
      var index = 0
      for letter in word.prefix(typed.byteCount) {
        let byte = typed[index]
        let lower = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
        guard lower == letter else { return false }
        index += 1
      }
      return true
    }
  }
}
