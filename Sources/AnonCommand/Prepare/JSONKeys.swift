/// Finds the keys of a JSON object in the order in which they stand, also those that are there
/// twice: a decoder tells neither.
enum JSONKeys {
  /// - Parameter bytes: One JSON object in UTF-8, which a decoder has read.
  /// - Returns: The keys as they stand with their quotes, each a JSON text of its own; nil for a text
  ///   without its end.
  static func texts(of bytes: [UInt8]) -> [ArraySlice<UInt8>]? {
    var texts: [ArraySlice<UInt8>] = []
    var (place, depth, isKey) = (0, 0, true)
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ":") where depth == 1: isKey = false
      case UInt8(ascii: ",") where depth == 1: isKey = true
      case UInt8(ascii: "\""):
        guard let end = end(of: bytes, from: place + 1) else { return nil }
        if depth == 1, isKey { texts.append(bytes[place...end]) }
        place = end
      default: break
      }
      place += 1
    }
    return texts
  }

  /// Where the text that begins at a place has its closing quote; nil if it has none.
  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    var place = start
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return place < bytes.count ? place : nil
  }
}
