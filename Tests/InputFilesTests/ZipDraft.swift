import CZlib

/// An archive to be written for a test, right in all but what the test asks for.
struct ZipDraft {
  struct Entry {
    enum Descriptor {
      case none, plain, signed, large
    }

    var name: [UInt8]
    var content: [UInt8]
    var isPacked = true
    var flags: UInt16 = 0
    var descriptor = Descriptor.none
    /// Written in the place of the method's number.
    var method: UInt16?
    /// Unix mode, in the upper half of the attributes.
    var mode: UInt16 = 0o100644
    /// Whether the sizes stand in the extra field.
    var isLarge = false

    init(_ name: String, _ content: String = "a,b\r\n1,2\r\n") {
      self.name = Array(name.utf8)
      self.content = Array(content.utf8)
    }
  }

  /// Where things stand in the bytes.
  struct Written {
    var bytes: [UInt8] = []
    var headers: [Int] = []
    var data: [Int] = []
    var directory: [Int] = []
    var end = 0
  }

  var entries: [Entry] = []
  var comment: [UInt8] = []
  /// Bytes before each entry but the first.
  var gap: [UInt8] = []
  /// Whether the end is written in its newer form too.
  var isLarge = false

  init(_ entries: Entry...) { self.entries = entries }

  func written() -> Written {
    var out = Written()
    var records: [[UInt8]] = []
    for entry in entries {
      if !out.headers.isEmpty { out.bytes += gap }
      let packed = entry.isPacked ? Self.deflated(entry.content) : entry.content
      let fields = Fields(entry, packed: packed, header: out.bytes.count)
      out.headers.append(out.bytes.count)
      out.bytes += fields.header
      out.data.append(out.bytes.count)
      out.bytes += packed + fields.descriptor
      records.append(fields.record)
    }
    let start = out.bytes.count
    for record in records {
      out.directory.append(out.bytes.count)
      out.bytes += record
    }
    let size = out.bytes.count - start
    if isLarge { out.bytes += largeEnd(start: start, size: size) }
    out.end = out.bytes.count
    out.bytes += end(start: start, size: size)
    return out
  }

  private func largeEnd(start: Int, size: Int) -> [UInt8] {
    let count = UInt64(entries.count)
    let place = UInt64(start + size)
    return UInt32(0x0606_4b50).bytes + UInt64(44).bytes + UInt16(45).bytes + UInt16(45).bytes
      + UInt32(0).bytes + UInt32(0).bytes + count.bytes + count.bytes + UInt64(size).bytes
      + UInt64(start).bytes + UInt32(0x0706_4b50).bytes + UInt32(0).bytes + place.bytes
      + UInt32(1).bytes
  }

  private func end(start: Int, size: Int) -> [UInt8] {
    let count = isLarge ? UInt16.max : UInt16(entries.count)
    let numbers = isLarge ? [UInt32.max, .max] : [UInt32(size), UInt32(start)]
    return UInt32(0x0605_4b50).bytes + UInt16(0).bytes + UInt16(0).bytes + count.bytes
      + count.bytes + numbers[0].bytes + numbers[1].bytes + UInt16(comment.count).bytes + comment
  }

  /// Packs bytes as zip does.
  static func deflated(_ content: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    unsafe deflateInit2_(
      &stream, Z_BEST_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { _ = unsafe deflateEnd(&stream) }
    var content = content
    var packed = [UInt8](
      repeating: 0, count: unsafe Int(deflateBound(&stream, UInt(content.count))))
    let size = packed.count
    let left = unsafe content.withUnsafeMutableBufferPointer { input in
      unsafe packed.withUnsafeMutableBufferPointer { output in
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(output.count)
        precondition(unsafe CZlib.deflate(&stream, Z_FINISH) == Z_STREAM_END)
        return unsafe Int(stream.avail_out)
      }
    }
    packed.removeLast(left)
    precondition(packed.count <= size)
    return packed
  }

  static func checksum(_ content: [UInt8]) -> UInt32 {
    UInt32(
      unsafe content.withUnsafeBufferPointer { memory in
        memory.isEmpty ? 0 : unsafe crc32(0, memory.baseAddress, UInt32(memory.count))
      })
  }
}

/// The headers of one entry.
private struct Fields {
  let header: [UInt8]
  let record: [UInt8]
  let descriptor: [UInt8]

  init(_ entry: ZipDraft.Entry, packed: [UInt8], header place: Int) {
    let checksum = ZipDraft.checksum(entry.content)
    let hasDescriptor = entry.descriptor != .none
    let flags = entry.flags | (hasDescriptor ? 8 : 0)
    let method = entry.method ?? (entry.isPacked ? 8 : 0)
    let start = UInt16(45).bytes + flags.bytes + method.bytes + UInt32(0).bytes
    let sizes = [packed.count, entry.content.count]
    let own = hasDescriptor ? [0, 0, 0] : [checksum] + sizes.map { UInt32($0) }
    let shown = entry.isLarge ? [UInt32.max, .max] : sizes.map { UInt32($0) }
    // The uncompressed size comes first.
    let extra =
      entry.isLarge
      ? UInt16(1).bytes + UInt16(16).bytes + UInt64(sizes[1]).bytes + UInt64(sizes[0]).bytes : []
    let lengths = UInt16(entry.name.count).bytes + UInt16(extra.count).bytes
    let ownSizes = entry.isLarge && !hasDescriptor ? [checksum] + shown : own
    header =
      UInt32(0x0403_4b50).bytes + start + ownSizes.flatMap(\.bytes) + lengths + entry.name + extra
    record =
      UInt32(0x0201_4b50).bytes + UInt16(3 << 8 | 45).bytes + start + checksum.bytes
      + shown.flatMap(\.bytes) + lengths + UInt16(0).bytes + UInt16(0).bytes + UInt16(0).bytes
      + (UInt32(entry.mode) << 16).bytes + UInt32(place).bytes + entry.name + extra
    descriptor =
      switch entry.descriptor {
      case .none: []
      case .plain: checksum.bytes + sizes.flatMap { UInt32($0).bytes }
      case .signed: UInt32(0x0807_4b50).bytes + checksum.bytes + sizes.flatMap { UInt32($0).bytes }
      case .large: UInt32(0x0807_4b50).bytes + checksum.bytes + sizes.flatMap { UInt64($0).bytes }
      }
  }
}

extension FixedWidthInteger {
  /// The number's bytes, the low one first.
  var bytes: [UInt8] {
    (0..<Self.bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> Self(8 * $0)) }
  }
}
