/// The sizes that do not fit into an entry's own fields, in their order.
///
/// Source: PKWARE APPNOTE.TXT 6.3.10, 4.5.3.
struct ZipLargeSizes {
  private var fields: ZipFields?

  private static let tag: UInt16 = 1
  private static let elsewhere: UInt32 = 0xffff_ffff

  /// Looks for them among the extra fields.
  init(_ extra: ArraySlice<UInt8>) {
    do throws(ZipProblem) {
      fields = try Self.find(in: extra)
    } catch {
      // Not every program keeps to the form of these fields; what is missing is told by whoever
      // asks for it.
      fields = nil
    }
  }

  private static func find(in extra: ArraySlice<UInt8>) throws(ZipProblem) -> ZipFields? {
    var all = ZipFields(Array(extra))
    while all.rest >= 4 {
      let (found, size) = (try all.short(), try all.short())
      let content = try all.take(Int(size))
      if found == tag { return ZipFields(Array(content)) }
    }
    return nil
  }

  /// The next size: the field's own, or the one that stands here in its place.
  ///
  /// - Throws: `wrongDirectory` if it stands nowhere or is beyond all files.
  mutating func value(_ field: UInt32) throws(ZipProblem) -> Int {
    guard field == Self.elsewhere else { return Int(field) }
    guard var rest = fields else { throw .wrongDirectory }
    guard rest.rest >= 8, let value = Int(exactly: try rest.long()) else { throw .wrongDirectory }
    fields = rest
    return value
  }
}
