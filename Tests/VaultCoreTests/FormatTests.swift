import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Random numbers that are the same in every run.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  // Source: xorshift64*, Vigna 2016.
  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 2_685_821_657_736_338_717
  }
}

/// Bytes from outside, whatever they are, are read or refused; nothing traps.
@Suite struct FormatTests {
  private static let decoders: [(String, @Sendable ([UInt8]) throws -> Void)] = [
    ("roster", { _ = try SignedRosterVersion(untrusted: SignedBytes(untrusted: $0)) }),
    ("member", { _ = try MemberRow(untrusted: SealedBytes(untrusted: $0)) }),
    ("wrap", { _ = try MemberWrap(untrusted: SealedBytes(untrusted: $0)) }),
    (
      "link",
      { try $0.withSpan { (bytes) throws(FormatProblem) in _ = try SignedLink(untrusted: bytes) } }
    ),
    (
      "content",
      { try $0.withSpan { (bytes) throws(FormatProblem) in _ = try LogContent(decoding: bytes) } }
    ),
    (
      "head", { try $0.withSpan { (bytes) throws(FormatProblem) in _ = try Head(decoding: bytes) } }
    ),
    ("tip", { try $0.withSpan { (bytes) throws(FormatProblem) in _ = try Tip(decoding: bytes) } }),
    (
      "policy",
      { try $0.withSpan { (bytes) throws(FormatProblem) in _ = try Policy(decoding: bytes) } }
    ),
    (
      "diary",
      { try $0.withSpan { (bytes) throws(FormatProblem) in _ = try Diary(decoding: bytes) } }
    ),
    (
      "client",
      { try $0.withSpan { (bytes) throws(FormatProblem) in _ = try ClientCodec.decode(bytes) } }
    ),
    (
      "entry",
      {
        try $0.withSpan { (bytes) throws(FormatProblem) in
          var offset = 0
          _ = try DirectoryEntry(from: bytes, at: &offset)
        }
      }
    ),
    (
      "block",
      { bytes in
        let opened = WipedBytes(copying: bytes)
        let block = try DirectoryBlock(opened: opened)
        try block.forEachEntry { (bytes, view) throws(FormatProblem) in
          view.forEachName(in: bytes) { _, _ in }
          view.forEachUID(in: bytes) { _ in }
          view.forEachPhone(in: bytes) { _ in }
          _ = view.ssn(in: bytes)
        }
      }
    ),
  ]

  private static var fullClient: Client {
    var details = ClientDetails()
    (details.given, details.middle, details.surname) = ("Odile", "M", "Ångström-Brandt")
    (details.suffix, details.preferred) = ("Jr", "Odi")
    details.aliases = [Alias(kind: .alias, text: "Odie"), Alias(kind: .former, text: "Odile Roy")]
    details.ssn = "123456789"
    details.phones = ["(206) 555-0134", "+1 206 555 0199"]
    details.address = "12 Harrow Lane, Apt 4"
    details.note = "first line\nsecond line"
    (details.reason, details.household) = (.safety, "Harrow 88")
    let stamp = Stamp(time: 1_790_000_000, by: MemberID(number: 7))
    var client = Client(
      id: ClientID(number: 42), status: .pending, created: stamp, changed: stamp, details: details)
    client.uids = [
      HMISIdentifier(text: "618340275", from: 5, to: 9, cause: .assigned),
      HMISIdentifier(text: "618340276", from: 9, to: nil, cause: .corrected),
    ]
    client.status = .active
    client.personalIDs = [HMISIdentifier(text: "P1", from: 5, to: nil, cause: .assigned)]
    client.hold = Client.Hold(since: 11, by: MemberID(number: 7), reason: "legal")
    client.touched = 12
    return client
  }

  private static func entry() -> DirectoryEntry {
    DirectoryEntry(
      of: fullClient, recordHash: .zeros, in: VaultID(bytes: [UInt8](repeating: 1, count: 16)),
      retentionYears: 7)
  }

  private static func samples() throws -> [[UInt8]] {
    let rows = try SampleVault().store.rows
    var block = [UInt8](repeating: 0, count: DirectoryBlock.byteCount)
    let entry = entry().encoded()
    block[3] = 1
    block.replaceSubrange(4..<(4 + entry.count), with: entry)
    return rows.values.filter { $0.count < 4096 } + [
      ClientCodec.encode(fullClient), entry, block, Policy(organization: "O").encoded(),
      Diary(created: 1).encoded(), Head(epoch: 1, diaryHash: .zeros).encoded(),
      LogContent(.find, reason: .none, clients: [ClientID(number: 1)]).encoded(),
    ]
  }

  @Test func `a record with every field comes back as it was`() throws {
    let bytes = ClientCodec.encode(Self.fullClient)
    #expect(bytes.count % 256 == 0)
    let client = try bytes.withSpan { (bytes) throws(FormatProblem) in try ClientCodec.decode(bytes)
    }
    #expect(client == Self.fullClient)
  }

  @Test func `an entry comes back as it was, and its view sees the same`() throws {
    let entry = Self.entry()
    let bytes = entry.encoded()
    #expect(bytes.count <= DirectoryEntry.byteLimit)
    try bytes.withSpan { (span) throws(FormatProblem) in
      var offset = 0
      let read = try DirectoryEntry(from: span, at: &offset)
      #expect(read == entry)
      offset = 0
      let view = try EntryView(in: span, at: &offset)
      var names: [DirectoryEntry.FoldedNamePart] = []
      view.forEachName(in: span) { kind, range in
        names.append(DirectoryEntry.FoldedNamePart(kind: kind, text: span.copy(range)))
      }
      #expect(names == entry.names)
      #expect(span.copy(view.ssn(in: span)) == entry.ssnDigits)
      #expect(view.idNumber(in: span) == entry.id.number)
      #expect(view.status == entry.status)
    }
  }

  @Test func `every structure cut at any length is refused or read, and traps nothing`() throws {
    for sample in try Self.samples() where sample.count < 2000 {
      for count in 0..<sample.count {
        for (_, decode) in Self.decoders {
          do { try decode(Array(sample.prefix(count))) } catch {}
        }
      }
    }
  }

  @Test func `random and altered bytes are refused or read, and trap nothing`() throws {
    var random = Seeded(state: 20_261_124)
    let samples = try Self.samples()
    for _ in 0..<3_000 {
      var bytes = samples[Int(random.next() % UInt64(samples.count))]
      for _ in 0..<(1 + random.next() % 4) where !bytes.isEmpty {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      for (_, decode) in Self.decoders {
        do { try decode(bytes) } catch {}
      }
    }
    for _ in 0..<3_000 {
      let bytes = (0..<(random.next() % 300)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      for (_, decode) in Self.decoders {
        do { try decode(bytes) } catch {}
      }
    }
  }

  @Test func `padding that is longer than needed, or not zero, is refused`() {
    let padded = Padding.step256.pad([1, 2, 3])
    #expect(padded.count == 256)
    var dirty = padded
    dirty[200] = 1
    for (bytes, problem) in [
      (padded + [UInt8](repeating: 0, count: 256), FormatProblem.badLength),
      (dirty, .badValue), (Array(padded.dropLast()), .badLength), ([0, 0, 1], .truncated),
      ([0, 0, 1, 0], .truncated),
    ] {
      #expect(throws: problem) {
        try bytes.withSpan { (span) throws(FormatProblem) in
          _ = try Padding.step256.content(of: span)
        }
      }
    }
  }

  @Test func `a length in a longer form than needed is refused`() throws {
    for (bytes, value) in [
      ([0x7f] as [UInt8], 127), ([0x80, 0x01], 128), ([0xff, 0xff, 0x03], 65_535),
    ] {
      var offset = 0
      let read = try bytes.withSpan { (span) throws(FormatProblem) in
        try span.varint(at: &offset)
      }
      #expect(read == value)
    }
    for bytes in [[0x80, 0x00], [0xff, 0xff, 0xff, 0xff], [0x80]] as [[UInt8]] {
      #expect(throws: FormatProblem.self) {
        var offset = 0
        _ = try bytes.withSpan { (span) throws(FormatProblem) in try span.varint(at: &offset) }
      }
    }
  }

  @Test func `tags out of order, repeated or unknown are refused`() {
    for bytes in [[2, 0, 1, 0], [1, 0, 1, 0], [26, 0]] as [[UInt8]] {
      #expect(throws: FormatProblem.badTag) {
        try bytes.withSpan { (span) throws(FormatProblem) in
          try TaggedFields(in: span, 0..<span.byteCount).refuseUnknown(1...25)
        }
      }
    }
  }
}
