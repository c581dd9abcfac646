/// How a table sets its fields apart.
package struct Dialect: Equatable, Sendable {
  /// The byte between two fields.
  package enum Delimiter: UInt8, CaseIterable, Sendable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
  }

  /// The byte between two fields.
  package let delimiter: Delimiter

  /// Creates a dialect with a delimiter.
  package init(delimiter: Delimiter) {
    self.delimiter = delimiter
  }
}

/// Counts the delimiters of the first line, outside quotes, as it comes in.
struct DialectTeller {
  private var counts = [0, 0, 0]
  private var position = 0
  private var inQuotes = false
  private var atFieldStart = true

  /// Reads on in the line with which the text begins; true once its end has
  /// been seen, or so many bytes of it.
  mutating func read(_ memory: DecodedText, limit: Int) -> Bool {
    let text = memory.bytes.span.extracting(droppingFirst: memory.start)
    while position < text.count {
      if position == limit { return true }
      let byte = text[position]
      if inQuotes {
        inQuotes = byte != ASCII.quote
      } else if byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
        return true
      } else if let index = Dialect.Delimiter.allCases.firstIndex(where: { $0.rawValue == byte }) {
        counts[index] += 1
        atFieldStart = true
        position += 1
        continue
      } else if byte == ASCII.quote {
        // A quote within a quoted field closes and opens again here, which
        // comes to the same; one inside an unquoted field is the reader's to refuse.
        inQuotes = atFieldStart
      }
      atFieldStart = byte == ASCII.quote && !inQuotes
      position += 1
    }
    return false
  }

  /// The dialect with the most delimiters; comma if there are none.
  var dialect: Dialect {
    var best = 0
    for index in counts.indices where counts[index] > counts[best] { best = index }
    return Dialect(delimiter: Dialect.Delimiter.allCases[best])
  }
}
