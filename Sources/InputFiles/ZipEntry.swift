/// An entry as an archive's directory has it.
///
/// Source: PKWARE APPNOTE.TXT 6.3.10, 4.3.12 and 4.5.3.
struct ZipEntry: Sendable {
  /// How an entry is packed.
  enum Method: UInt16 {
    case stored = 0
    case deflate = 8
  }

  /// Its name.
  let name: ZipName
  /// Its name as it stands in the archive.
  let rawName: ArraySlice<UInt8>
  /// Its general purpose flags.
  let flags: UInt16
  /// How it is packed.
  let method: Method
  /// The check sum of what comes out.
  let checksum: UInt32
  /// How many bytes are stored.
  let packed: Int
  /// How many bytes come out.
  let size: Int
  /// Where its own header begins.
  let header: Int

  private static let signature: UInt32 = 0x0201_4b50

  /// The flag that the check sum and the sizes stand behind the data.
  static let descriptorFlag: UInt16 = 1 << 3
  private static let utf8Flag: UInt16 = 1 << 11
  // 0: encrypted; 6: strongly; 13: the header too.
  private static let encryptionFlags: UInt16 = 1 << 0 | 1 << 6 | 1 << 13

  /// Whether the check sum and the sizes stand behind the data.
  var hasDescriptor: Bool { flags & Self.descriptorFlag != 0 }

  /// Reads all entries of a directory.
  ///
  /// - Throws: `InputError` with `nameTooLong`, or `zip` with `wrongDirectory`, `encrypted`,
  ///   `method`, `nameEncoding`, `unsafeName`, `link`, `notAFile`.
  static func all(
    of directory: [UInt8], count: Int, file: String, _ limits: InputLimits
  ) throws(InputError) -> [ZipEntry] {
    var fields = ZipFields(directory)
    var entries: [ZipEntry] = []
    while entries.count < count {
      entries.append(try ZipEntry(&fields, file: file, limits))
    }
    guard fields.rest == 0 else { throw InputError(file, .zip(.wrongDirectory)) }
    return entries
  }

  private init(
    _ fields: inout ZipFields, file: String, _ limits: InputLimits
  ) throws(InputError) {
    let record: Record
    do throws(ZipProblem) {
      record = try Record(&fields)
    } catch {
      throw InputError(file, .zip(.wrongDirectory))
    }
    let shown = ZipName.shown(record.name.prefix(limits.name))
    guard record.name.count <= limits.name else {
      throw InputError(file: file, entry: shown, problem: .nameTooLong(limit: limits.name))
    }
    do throws(ZipProblem) {
      try self.init(record)
    } catch {
      throw InputError(file: file, entry: shown, problem: .zip(error))
    }
  }

  private init(_ record: Record) throws(ZipProblem) {
    guard record.flags & Self.encryptionFlags == 0 else { throw .encrypted }
    name = try ZipName(record.name, isUTF8: record.flags & Self.utf8Flag != 0)
    try record.checkKind()
    guard let method = Method(rawValue: record.method) else { throw .method(record.method) }
    var large = ZipLargeSizes(record.extra)
    let size = try large.value(record.size)
    let packed = try large.value(record.packed)
    let header = try large.value(record.header)
    guard record.disk == 0 else { throw .inParts }
    guard method == .deflate || packed == size, !name.isFolder || size == 0
    else { throw .wrongDirectory }
    (self.method, self.size, self.packed, self.header) = (method, size, packed, header)
    rawName = record.name
    flags = record.flags
    checksum = record.checksum
  }

  /// The fields of one entry as they stand.
  private struct Record {
    let system: UInt16
    let flags: UInt16
    let method: UInt16
    let checksum: UInt32
    let packed: UInt32
    let size: UInt32
    let disk: UInt16
    let attributes: UInt32
    let header: UInt32
    let name: ArraySlice<UInt8>
    let extra: ArraySlice<UInt8>

    init(_ fields: inout ZipFields) throws(ZipProblem) {
      guard try fields.word() == ZipEntry.signature else { throw .wrongDirectory }
      system = try fields.short() >> 8
      _ = try fields.short()  // version needed; the method tells
      flags = try fields.short()
      method = try fields.short()
      _ = try fields.word()  // time and date
      checksum = try fields.word()
      packed = try fields.word()
      size = try fields.word()
      let (nameSize, extraSize) = (try fields.short(), try fields.short())
      let commentSize = try fields.short()
      disk = try fields.short()
      _ = try fields.short()  // internal attributes
      attributes = try fields.word()
      header = try fields.word()
      name = try fields.take(Int(nameSize))
      extra = try fields.take(Int(extraSize))
      _ = try fields.take(Int(commentSize))
    }

    /// Refuses what is neither a file nor a folder; only Unix (3) and macOS (19) say.
    func checkKind() throws(ZipProblem) {
      guard system == 3 || system == 19 else { return }
      switch attributes >> 28 {
      case 0, 4, 8: return  // unsaid, folder, file
      case 10: throw .link
      default: throw .notAFile
      }
    }
  }
}
