/// Finds the keys of a JSON object in the order in which they stand, also those that are there
/// twice: a decoder tells neither.
enum JSONKeys {
  /// The keys as they stand with their quotes, each a JSON text of its own.
  ///
  /// The bytes are known to be one JSON object in UTF-8.
  static func texts(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var texts: [ArraySlice<UInt8>] = []
    var (place, depth, isKey) = (0, 0, true)
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ":") where depth == 1: isKey = false
      case UInt8(ascii: ",") where depth == 1: isKey = true
      case UInt8(ascii: "\""):
        let end = end(of: bytes, from: place + 1)
        if depth == 1, isKey { texts.append(bytes[place...end]) }
        place = end
      default: break
      }
      place += 1
    }
    return texts
  }

  /// Where the text that begins at a place has its closing quote.
  private static func end(of bytes: [UInt8], from start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    precondition(place < bytes.count, "a JSON text without its end")
    return place
  }
}
