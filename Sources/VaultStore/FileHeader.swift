/// Reads the first 100 bytes of a database file, before SQLite is let near it.
///
/// Source: "Database File Format", section 1.3, sqlite.org/fileformat2.html.
struct FileHeader: Equatable {
  static let byteCount = 100

  let pageSize: Int
  let pageCount: UInt32
  let usesWriteAheadLog: Bool
  let changeCounter: UInt32
  /// The page count is to be believed only if this equals the change counter.
  let versionValidFor: UInt32
  let applicationID: UInt32
  let userVersion: UInt32

  /// - Throws: `StoreError.empty`, `truncated`, `notAVault`.
  init(_ bytes: [UInt8]) throws(StoreError) {
    if bytes.isEmpty { throw .empty }
    let known = bytes.prefix(Self.magic.count)
    guard Self.magic.starts(with: known) else { throw .notAVault }
    guard bytes.count >= Self.byteCount else {
      throw .truncated(expected: Self.byteCount, found: bytes.count)
    }
    let size = Self.bigEndian(bytes[16..<18])
    pageSize = size == 1 ? 65_536 : Int(size)
    guard (512...65_536).contains(pageSize), pageSize.nonzeroBitCount == 1 else { throw .notAVault }
    usesWriteAheadLog = bytes[18] != 1 || bytes[19] != 1
    changeCounter = Self.bigEndian(bytes[24..<28])
    pageCount = Self.bigEndian(bytes[28..<32])
    userVersion = Self.bigEndian(bytes[60..<64])
    applicationID = Self.bigEndian(bytes[68..<72])
    versionValidFor = Self.bigEndian(bytes[92..<96])
  }

  /// Refuses what is not ours or is newer than us.
  ///
  /// - Throws: `StoreError.notAVault`, `newerVersion`, `foreign`.
  func checkOrigin() throws(StoreError) {
    guard applicationID == StoreSchema.applicationID, userVersion >= 1 else { throw .notAVault }
    guard userVersion <= StoreSchema.version else {
      throw .newerVersion(found: userVersion, known: StoreSchema.version)
    }
    guard !usesWriteAheadLog else { throw .foreign(.writeAheadLog) }
  }

  /// Refuses a file that was cut short. Only for a file at rest: with a journal
  /// beside it neither header nor length need be final.
  ///
  /// - Throws: `StoreError.truncated`.
  func checkLength(_ found: Int) throws(StoreError) {
    let counted = versionValidFor == changeCounter ? Int(pageCount) * pageSize : 0
    let whole = (found + pageSize - 1) / pageSize * pageSize
    let expected = max(counted, whole)
    guard found >= expected else { throw .truncated(expected: expected, found: found) }
  }

  /// The bytes that are the database's, of a file that no writer is at work on.
  func length(in found: Int) -> Int {
    versionValidFor == changeCounter ? Int(pageCount) * pageSize : found
  }

  private static let magic = Array("SQLite format 3\0".utf8)

  private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
