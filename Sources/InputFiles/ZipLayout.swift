/// Where the data of each entry lies, after the headers before and behind it were compared with
/// the directory.
///
/// Every byte of the archive must belong to exactly one entry: programs that read from the front
/// would else see other entries than those that read the directory.
///
/// Source: PKWARE APPNOTE.TXT 6.3.10, 4.3.7 and 4.3.9.
struct ZipLayout {
  private let file: RegularFile
  private let directory: Int

  private static let signature: UInt32 = 0x0403_4b50
  private static let headerSize = 30
  private static let descriptorSignature: UInt32 = 0x0807_4b50

  /// Takes the archive and where its directory begins.
  init(_ file: RegularFile, directory: Int) {
    self.file = file
    self.directory = directory
  }

  /// Finds where the data of each entry begins, in the order of the entries.
  ///
  /// - Throws: `InputError` with `unreadable`, or `zip` with `overlap`, `headersDiffer`,
  ///   `unaccountedBytes`.
  func starts(of entries: [ZipEntry]) throws(InputError) -> [Int] {
    var starts = [Int](repeating: 0, count: entries.count)
    var end = 0
    let order = entries.indices.sorted { entries[$0].header < entries[$1].header }
    for (place, index) in order.enumerated() {
      let entry = entries[index]
      let next = place + 1 < order.count ? entries[order[place + 1]].header : directory
      try check(entry.header == end, entry.header < end ? .overlap : .unaccountedBytes, entry)
      starts[index] = try start(of: entry, next: next)
      try checkDescriptor(of: entry, at: starts[index] + entry.packed, next: next)
      end = next
    }
    guard end == directory else { throw InputError(file.shown, .zip(.unaccountedBytes)) }
    return starts
  }

  private func start(of entry: ZipEntry, next: Int) throws(InputError) -> Int {
    // A number from outside, and so perhaps as large as can be.
    try check(entry.header <= directory - Self.headerSize, .wrongDirectory, entry)
    let header = try file.bytes(at: entry.header, count: Self.headerSize)
    let sizes: (name: Int, extra: Int)
    do throws(ZipProblem) {
      sizes = try Self.compare(header, entry)
    } catch {
      throw failure(error, entry)
    }
    let place = entry.header + Self.headerSize
    let rest = try file.bytes(at: place, count: sizes.name + sizes.extra)
    do throws(ZipProblem) {
      try Self.compareSizes(header, rest, name: sizes.name, entry)
    } catch {
      throw failure(error, entry)
    }
    let start = place + sizes.name + sizes.extra
    try check(start <= next && entry.packed <= next - start, .overlap, entry)
    return start
  }

  /// Compares what has a fixed place; returns the sizes of what follows.
  private static func compare(
    _ header: [UInt8], _ entry: ZipEntry
  ) throws(ZipProblem) -> (name: Int, extra: Int) {
    var fields = ZipFields(header)
    guard try fields.word() == signature else { throw .headersDiffer }
    _ = try fields.short()  // version needed
    guard try fields.short() == entry.flags, try fields.short() == entry.method.rawValue
    else { throw .headersDiffer }
    _ = try fields.take(16)  // time, date; check sum and sizes are compared below
    return (Int(try fields.short()), Int(try fields.short()))
  }

  private static func compareSizes(
    _ header: [UInt8], _ rest: [UInt8], name: Int, _ entry: ZipEntry
  ) throws(ZipProblem) {
    guard rest.prefix(name).elementsEqual(entry.rawName) else { throw .headersDiffer }
    var fields = ZipFields(header, at: 14)
    let (checksum, packed, size) = (try fields.word(), try fields.word(), try fields.word())
    // Whoever writes without going back has only zeros here, or nothing of use.
    if entry.hasDescriptor, checksum == 0 { return }
    var large = ZipLargeSizes(rest.dropFirst(name))
    guard checksum == entry.checksum, try large.value(size) == entry.size,
      try large.value(packed) == entry.packed
    else { throw .headersDiffer }
  }

  /// Compares what stands behind the data, in one of four forms: with or without a signature,
  /// with sizes of four bytes or of eight.
  private func checkDescriptor(
    of entry: ZipEntry, at place: Int, next: Int
  ) throws(InputError) {
    let gap = next - place
    guard entry.hasDescriptor else { return try check(gap == 0, .unaccountedBytes, entry) }
    try check([12, 16, 20, 24].contains(gap), .unaccountedBytes, entry)
    var fields = ZipFields(try file.bytes(at: place, count: gap))
    let isLarge = gap > 16
    do throws(ZipProblem) {
      if gap == 16 || gap == 24, try fields.word() != Self.descriptorSignature {
        throw .headersDiffer
      }
      let checksum = try fields.word()
      let packed = isLarge ? try fields.long() : UInt64(try fields.word())
      let size = isLarge ? try fields.long() : UInt64(try fields.word())
      guard checksum == entry.checksum, packed == UInt64(entry.packed), size == UInt64(entry.size)
      else { throw .headersDiffer }
    } catch {
      throw failure(error, entry)
    }
  }

  private func check(
    _ isRight: Bool, _ problem: ZipProblem, _ entry: ZipEntry
  ) throws(InputError) {
    guard isRight else { throw failure(problem, entry) }
  }

  private func failure(_ problem: ZipProblem, _ entry: ZipEntry) -> InputError {
    InputError(file: file.shown, entry: entry.name.text, problem: .zip(problem))
  }
}
