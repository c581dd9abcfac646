/// The end of a zip, which says where its directory is.
///
/// Source: PKWARE APPNOTE.TXT 6.3.10, 4.3.14 to 4.3.16.
struct ZipEnd {
  /// Where the directory begins.
  let directory: Int
  /// Where it ends, which is where the first record of the end begins.
  let directoryEnd: Int
  /// How many entries it has.
  let count: Int

  private static let signature: UInt32 = 0x0605_4b50
  private static let size = 22
  private static let longestComment = 65_535
  /// All that may be of interest at the end of a file.
  private static let longest = largeSize + locatorSize + size + longestComment
  private static let locatorSize = 20
  private static let largeSignature: UInt32 = 0x0606_4b50
  private static let largeSize = 56

  /// Reads the end of a file.
  ///
  /// - Throws: `InputError` with `unreadable`, or `zip` with `truncated`, `trailingBytes`,
  ///   `inParts` or `wrongDirectory`.
  init(_ file: RegularFile) throws(InputError) {
    let tail = try file.bytes(
      at: max(0, file.size - Self.longest), count: min(file.size, Self.longest))
    do throws(ZipProblem) {
      let place = try Self.find(in: tail)
      let end = file.size - tail.count + place
      var fields = ZipFields(tail, at: place + 4)
      let small = try Self.small(&fields)
      // What does not fit into the old record is in a newer one before it.
      let locator = place - Self.locatorSize
      if locator >= 0, Self.isLocator(tail, at: locator) {
        self = try Self.large(tail, end: end, locator: locator, small)
      } else {
        try self.init(small, end: end)
      }
    } catch {
      throw InputError(file.shown, .zip(error))
    }
  }

  private struct Numbers {
    var count: UInt64
    var size: UInt64
    var start: UInt64
  }

  private init(_ numbers: Numbers, end: Int) throws(ZipProblem) {
    guard numbers.start <= UInt64(end), numbers.size == UInt64(end) - numbers.start,
      let count = Int(exactly: numbers.count)
    else { throw .wrongDirectory }
    directory = Int(numbers.start)
    directoryEnd = end
    self.count = count
  }

  /// Finds the record whose comment ends where the file does. Another in its comment, or before it
  /// with a comment that would fit, would let two programs see two archives.
  private static func find(in tail: [UInt8]) throws(ZipProblem) -> Int {
    var found: Int?
    var hasLater = false  // one whose comment does not fit, behind the right one
    for place in stride(from: tail.count - 4, through: 0, by: -1)
    where tail[place] == 0x50 && tail[place + 1] == 0x4b {
      var fields = ZipFields(tail, at: place)
      guard try fields.word() == signature else { continue }
      guard fields.rest >= size - 4 else { throw .truncated }
      _ = try fields.take(size - 6)
      let fits = Int(try fields.short()) == fields.rest
      if found == nil {
        if fits { found = place } else { hasLater = true }
      } else if fits {
        throw .trailingBytes
      }
    }
    guard let found else { throw hasLater ? .trailingBytes : .truncated }
    if hasLater { throw .trailingBytes }
    return found
  }

  private static func small(_ fields: inout ZipFields) throws(ZipProblem) -> Numbers {
    let (disk, start) = (try fields.short(), try fields.short())
    let (here, all) = (try fields.short(), try fields.short())
    guard disk == 0 || disk == 0xffff, start == 0 || start == 0xffff, here == all
    else { throw .inParts }
    return Numbers(
      count: UInt64(all), size: UInt64(try fields.word()), start: UInt64(try fields.word()))
  }

  private static func isLocator(_ tail: [UInt8], at place: Int) -> Bool {
    tail[place..<place + 4].elementsEqual([0x50, 0x4b, 6, 7])
  }

  private static func large(
    _ tail: [UInt8], end: Int, locator: Int, _ small: Numbers
  ) throws(ZipProblem) -> ZipEnd {
    var fields = ZipFields(tail, at: locator + 4)
    let disk = try fields.word()
    let place = try fields.long()
    guard disk == 0, try fields.word() <= 1 else { throw .inParts }
    guard locator >= largeSize, place == UInt64(end - locatorSize - largeSize)
    else { throw .wrongDirectory }
    fields = ZipFields(tail, at: locator - largeSize)
    guard try fields.word() == largeSignature, try fields.long() == UInt64(largeSize - 12)
    else { throw .wrongDirectory }
    _ = try fields.take(4)  // versions
    let (number, start) = (try fields.word(), try fields.word())
    let (here, all) = (try fields.long(), try fields.long())
    guard number == 0, start == 0, here == all else { throw .inParts }
    let numbers = Numbers(count: all, size: try fields.long(), start: try fields.long())
    // Where the old record says a number, both must say the same.
    guard small.count == 0xffff || small.count == numbers.count,
      small.size == 0xffff_ffff || small.size == numbers.size,
      small.start == 0xffff_ffff || small.start == numbers.start
    else { throw .wrongDirectory }
    return try ZipEnd(numbers, end: Int(place))
  }
}
