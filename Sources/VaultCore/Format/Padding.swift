/// The sizes to which plaintext is padded, so that lengths tell little.
///
/// Source: docs/FORMAT.md section 1.1.
enum Padding {
  /// Multiples of 256 bytes.
  case step256
  /// 1,024 bytes and its doublings.
  case power1024
  /// Exactly that many bytes.
  case block(Int)

  /// The smallest allowed size in bytes for a content of `count` bytes, or nil if none fits.
  func size(for count: Int) -> Int? {
    let needed = count + 4
    switch self {
    case .step256:
      return (needed + 255) / 256 * 256
    case .power1024:
      var size = 1024
      while size < needed { size *= 2 }
      return size
    case .block(let size):
      return needed <= size ? size : nil
    }
  }

  /// Pads content that is known to fit.
  func pad(_ content: [UInt8]) -> [UInt8] {
    guard let size = size(for: content.count) else {
      preconditionFailure("limits on the fields keep this content within its block")
    }
    var writer = ByteWriter(capacity: size)
    writer.u32(UInt32(content.count))
    writer.raw(content)
    writer.raw(repeatElement(0, count: size - writer.bytes.count))
    return writer.bytes
  }

  /// The place of the content within padded bytes.
  ///
  /// - Throws: `.badLength` if the size is not the smallest for this content, `.badValue` if
  ///   the padding is not zero.
  func content(of padded: RawSpan) throws(FormatProblem) -> Range<Int> {
    var offset = 0
    let count = Int(try padded.u32(at: &offset))
    let content = try padded.range(count, at: &offset)
    guard size(for: count) == padded.byteCount else { throw .badLength }
    for index in offset..<padded.byteCount where padded.byte(index) != 0 { throw .badValue }
    return content
  }
}
