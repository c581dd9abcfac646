import Matching
import VaultCrypto

/// A client record's bytes; docs/FORMAT.md section 11.
enum ClientCodec {
  private static let version: UInt8 = 1
  private static let padding = Padding.step256
  private static let tags: ClosedRange<UInt8> = 1...25

  /// Most identifiers and releases that one record holds.
  static let listLimit = 64
  static let aliasLimit = 20
  static let phoneLimit = 10
}

extension ClientCodec {
  static func encode(_ client: Client) -> [UInt8] { padding.pad(content(of: client)) }

  /// Pads what `content` returned, as a record is stored.
  static func pad(_ content: [UInt8]) -> [UInt8] { padding.pad(content) }

  /// A record before it is padded.
  static func content(of client: Client) -> [UInt8] {
    var writer = ByteWriter(capacity: 256)
    writer.u8(version)
    writer.field(1) { $0.u64(client.id.number) }
    writer.field(2) { $0.u8(client.status.rawValue) }
    writer.field(3) { $0.stamp(client.created) }
    writer.field(4) { $0.stamp(client.changed) }
    encodeDetails(client.details, to: &writer)
    writer.list(19, client.uids) { $0.identifier($1) }
    writer.list(20, client.personalIDs) { $0.identifier($1) }
    writer.list(21, client.releases) { $0.release($1) }
    encodeLife(client, to: &writer)
    return writer.bytes
  }

  private static func encodeDetails(_ details: ClientDetails, to writer: inout ByteWriter) {
    writer.field(5, text: details.given)
    writer.field(6, text: details.middle)
    writer.field(7, text: details.surname)
    writer.field(8, text: details.suffix)
    writer.field(9, text: details.preferred)
    writer.list(10, details.aliases) { field, alias in
      field.u8(alias.kind.rawValue)
      field.lp16(alias.text.utf8)
    }
    if let date = details.birthDate { writer.field(11) { $0.date(date) } }
    writer.field(12, text: details.ssn)
    writer.list(13, details.phones) { $0.lp8($1.utf8) }
    writer.field(14, text: details.address)
    writer.field(15, text: details.note)
    if let reason = details.reason { writer.field(16) { $0.u8(reason.rawValue) } }
    if let date = details.firstServed { writer.field(17) { $0.date(date) } }
    writer.field(18, text: details.household)
  }

  private static func encodeLife(_ client: Client, to writer: inout ByteWriter) {
    if let merged = client.merged {
      writer.field(22) { field in
        field.u64(merged.into.number)
        field.u8(merged.statusBefore.rawValue)
        field.u64(merged.time)
      }
    }
    if let touched = client.touched { writer.field(23) { $0.u64(touched) } }
    if let hold = client.hold {
      writer.field(24) { field in
        field.u64(hold.since)
        field.raw(hold.by.bytes)
        field.lp8(hold.reason.utf8)
      }
    }
    if let stamp = client.destroyedBy { writer.field(25) { $0.stamp(stamp) } }
  }
}

extension ClientCodec {
  /// Reads a record.
  ///
  /// - Throws: `.badTag`, `.badValue`, `.badLength`, `.notText`, `.truncated` or `.trailingBytes`
  ///   for bytes that are no record of version 1.
  static func decode(_ padded: RawSpan) throws(FormatProblem) -> Client {
    try decode(content: padded.extracting(try padding.content(of: padded)))
  }

  /// Reads a record that is not padded.
  ///
  /// - Throws: as `decode` does.
  static func decode(content: RawSpan) throws(FormatProblem) -> Client {
    var offset = 0
    guard try content.u8(at: &offset) == version else { throw .badValue }
    let fields = try TaggedFields(in: content, offset..<content.byteCount)
    try fields.refuseUnknown(tags)
    let read = FieldReading(fields: fields)
    var client = Client(
      id: try fields.required(1, in: content) { (bytes, offset) throws(FormatProblem) in
        try bytes.clientID(at: &offset)
      },
      status: try fields.required(2, in: content) { (bytes, offset) throws(FormatProblem) in
        try bytes.status(at: &offset)
      },
      created: try fields.required(3, in: content, FieldReading.stamp),
      changed: try fields.required(4, in: content, FieldReading.stamp),
      details: try read.details(in: content))
    client.uids = try read.list(19, in: content, limit: listLimit, FieldReading.identifier)
    client.personalIDs = try read.list(20, in: content, limit: listLimit, FieldReading.identifier)
    client.releases = try read.list(21, in: content, limit: listLimit, FieldReading.release)
    try read.life(of: &client, in: content)
    try check(client)
    return client
  }

  /// Whether a text can be a UID, whatever the policy's pattern: at most 32 ASCII capitals, digits
  /// and hyphens.
  private static func isUID(_ text: String) -> Bool {
    text.utf8.count <= 32
      && text.utf8.allSatisfy {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  /// What no field can tell alone.
  private static func check(_ client: Client) throws(FormatProblem) {
    guard client.uids.count(where: { $0.to == nil }) <= 1,
      client.personalIDs.count(where: { $0.to == nil }) <= 1,
      client.uids.allSatisfy({ isUID($0.text) }),
      client.status == .destroyed || client.details.hasName,
      client.status != .pending || client.uid == nil,
      client.status != .active || client.uid != nil
    else { throw .badValue }
  }
}

extension ByteWriter {
  mutating func date(_ date: ClientDate) {
    u16(UInt16(date.partial.year))
    u8(UInt8(date.partial.month ?? 0))
    u8(UInt8(date.partial.day ?? 0))
  }

  /// Appends a date, or zeros where there is none.
  mutating func date(_ date: ClientDate?) {
    if let date { self.date(date) } else { u32(0) }
  }

  fileprivate mutating func stamp(_ stamp: Stamp) {
    u64(stamp.time)
    raw(stamp.by.bytes)
  }

  fileprivate mutating func identifier(_ identifier: HMISIdentifier) {
    lp8(identifier.text.utf8)
    u64(identifier.from)
    u64(identifier.to ?? 0)
    u8(identifier.cause.rawValue)
  }

  fileprivate mutating func release(_ release: Release) {
    lp16(release.program.utf8)
    date(release.signed)
    date(release.expires)
    date(release.revoked)
  }

  /// Appends a list as one field, unless it is empty.
  fileprivate mutating func list<Value>(
    _ tag: UInt8, _ values: [Value], _ write: (inout ByteWriter, Value) -> Void
  ) {
    guard !values.isEmpty else { return }
    field(tag) { field in
      for value in values { write(&field, value) }
    }
  }
}
