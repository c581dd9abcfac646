/// A sequence of fields with ascending tags, each at most once.
///
/// Source: docs/FORMAT.md section 1.2.
struct TaggedFields {
  private var fields: [(tag: UInt8, value: Range<Int>)] = []

  /// Finds the fields in the bytes from `offset` to the end of `range`.
  ///
  /// - Throws: `.badTag` if tags do not ascend, `.truncated` if a value is cut short.
  init(in bytes: RawSpan, _ range: Range<Int>) throws(FormatProblem) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let tag = try bytes.u8(at: &offset)
      let value = try bytes.range(try bytes.varint(at: &offset), at: &offset)
      guard value.upperBound <= range.upperBound else { throw .truncated }
      guard tag > fields.last?.tag ?? 0 else { throw .badTag }
      fields.append((tag, value))
    }
  }

  var tags: some Sequence<UInt8> { fields.lazy.map(\.tag) }

  /// The place of a field's value, or nil if it is absent.
  func range(_ tag: UInt8) -> Range<Int>? {
    fields.first { $0.tag == tag }?.value
  }

  /// Reads a field that may be absent, to its last byte.
  func optional<Value>(
    _ tag: UInt8, in bytes: RawSpan,
    _ read: (RawSpan, inout Int) throws(FormatProblem) -> Value
  ) throws(FormatProblem) -> Value? {
    guard let range = range(tag) else { return nil }
    let value = bytes.extracting(range)
    var offset = 0
    let result = try read(value, &offset)
    try value.end(at: offset)
    return result
  }

  /// Reads a field that must be there, to its last byte.
  ///
  /// - Throws: `.badTag` if it is absent.
  func required<Value>(
    _ tag: UInt8, in bytes: RawSpan,
    _ read: (RawSpan, inout Int) throws(FormatProblem) -> Value
  ) throws(FormatProblem) -> Value {
    guard let value = try optional(tag, in: bytes, read) else { throw .badTag }
    return value
  }

  /// Refuses tags that are not among the known ones.
  func refuseUnknown(_ known: ClosedRange<UInt8>) throws(FormatProblem) {
    for field in fields where !known.contains(field.tag) { throw .badTag }
  }
}

extension RawSpan {
  /// Reads all that is left as text.
  func restAsText(at offset: inout Int) throws(FormatProblem) -> String {
    try text(byteCount - offset, at: &offset)
  }

  /// Reads values until the bytes are used up, at most `limit` of them.
  func list<Value>(
    limit: Int, at offset: inout Int,
    _ read: (RawSpan, inout Int) throws(FormatProblem) -> Value
  ) throws(FormatProblem) -> [Value] {
    var values: [Value] = []
    while offset < byteCount {
      guard values.count < limit else { throw .badLength }
      values.append(try read(self, &offset))
    }
    return values
  }
}

extension ByteWriter {
  /// Appends a field whose value is written by `body`.
  mutating func field(_ tag: UInt8, _ body: (inout ByteWriter) -> Void) {
    var value = ByteWriter()
    body(&value)
    u8(tag)
    varint(value.bytes.count)
    raw(value.bytes)
  }

  /// Appends a text field unless the text is absent.
  mutating func field(_ tag: UInt8, text: String?) {
    guard let text else { return }
    field(tag) { $0.raw(text.utf8) }
  }
}
