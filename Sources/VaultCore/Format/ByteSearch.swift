import Glibc

extension RawSpan {
  /// Whether other bytes stand somewhere in a range.
  ///
  /// It goes through a whole block in a small part of the time in which its entries are told apart.
  func contains(_ needle: [UInt8], in range: Range<Int>) -> Bool {
    guard let first = needle.first, range.count >= needle.count else { return false }
    return unsafe extracting(range).withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress.unsafelyUnwrapped
      let last = bytes.count - needle.count
      var place = 0
      while place <= last {
        guard let found = unsafe memchr(start + place, Int32(first), last - place + 1) else {
          return false
        }
        if unsafe memcmp(found, needle, needle.count) == 0 { return true }
        place = unsafe UnsafeRawPointer(found) - start + 1
      }
      return false
    }
  }
}
