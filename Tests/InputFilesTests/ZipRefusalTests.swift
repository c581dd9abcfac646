import Testing

@testable import InputFiles

/// Archives that are damaged, or made to deceive.
@Suite struct ZipRefusalTests {
  typealias Entry = ZipDraft.Entry

  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func problem(_ bytes: [UInt8], _ limits: InputLimits = InputLimits()) throws -> String {
    let path = try folder.write("x.zip", bytes)
    guard let error = firstProblem(path, limits) else { return "none" }
    #expect(error.file == path)
    guard case .zip(let problem) = error.problem else { return "\(error.problem)" }
    return "\(problem) \(error.entry ?? "-")"
  }

  private func problem(_ draft: ZipDraft, _ limits: InputLimits = InputLimits()) throws -> String {
    try problem(draft.written().bytes, limits)
  }

  @Test(arguments: [
    "../a.csv", "/a.csv", "a/../b.csv", "a//b.csv", "./a.csv", "a\\b.csv", "C:a.csv", "a\u{1b}.csv",
    "", "..",
  ])
  func `a name that leads elsewhere is refused`(name: String) throws {
    #expect(try problem(ZipDraft(Entry(name))) == "unsafeName \(name)")
  }

  @Test func `a name that is no UTF-8 but says so is refused`() throws {
    var entry = Entry("")
    entry.name = [0xff, 0x61]
    entry.flags = 1 << 11
    #expect(try problem(ZipDraft(entry)) == "nameEncoding \u{fffd}a")
  }

  @Test func `two entries of one name are refused, capitals apart`() throws {
    #expect(try problem(ZipDraft(Entry("Exit.csv"), Entry("exit.csv"))) == "sameName exit.csv")
  }

  @Test(arguments: [(0o120777, "link"), (0o010644, "notAFile"), (0o020644, "notAFile")])
  func `a link or a device is refused`(mode: UInt16, problem expected: String) throws {
    var entry = Entry("a.csv")
    entry.mode = mode
    #expect(try problem(ZipDraft(entry)) == "\(expected) a.csv")
  }

  @Test(arguments: [UInt16(1), 1 << 6, 1 << 13])
  func `an encrypted entry is refused`(flag: UInt16) throws {
    var entry = Entry("a.csv")
    entry.flags = flag
    #expect(try problem(ZipDraft(entry)) == "encrypted a.csv")
  }

  @Test(arguments: [UInt16(9), 12, 14, 93, 99])
  func `another method is refused by its number`(method: UInt16) throws {
    var entry = Entry("a.csv")
    entry.method = method
    #expect(try problem(ZipDraft(entry)) == "method(\(method)) a.csv")
  }

  @Test func `a bomb is refused before it is unpacked`() throws {
    var entry = Entry("a.csv", String(repeating: "0", count: 3_000_000))
    var limits = InputLimits()
    limits.ratioFrom = 2_999_999
    #expect(try problem(ZipDraft(entry), limits) == "bomb(ratio: 200) a.csv")
    limits.ratioFrom = 3_000_000
    #expect(try problem(ZipDraft(entry), limits) == "none")
    entry.isPacked = false
    limits.ratioFrom = 0
    #expect(try problem(ZipDraft(entry), limits) == "none")
  }

  @Test func `limits hold for archives`() throws {
    let draft = ZipDraft(Entry("a.csv", "12345"), Entry("b.csv", "12345"))
    var limits = InputLimits()
    limits.total = 9
    #expect(try problem(draft, limits) == "totalTooLong(limit: 9)")
    limits.stream = 4
    #expect(try problem(draft, limits) == "streamTooLong(limit: 4)")
    limits.name = 4
    #expect(try problem(draft, limits) == "nameTooLong(limit: 4)")
    limits.directory = 20
    #expect(try problem(draft, limits) == "directoryTooLong(limit: 20) -")
    limits.entries = 1
    #expect(try problem(draft, limits) == "tooManyEntries(limit: 1)")
  }

  @Test func `a spreadsheet's own file is told as such`() throws {
    #expect(
      try problem(ZipDraft(Entry("[Content_Types].xml"), Entry("xl/a.xml"))) == "officeDocument -")
  }

  @Test func `one of several parts is refused`() throws {
    let written = ZipDraft(Entry("a.csv")).written()
    #expect(try problem(written.with(1, at: written.end + 4)) == "inParts -")
    #expect(try problem(written.with(1, at: written.directory[0] + 34)) == "inParts a.csv")
  }

  @Test func `bytes behind the end or two ends are refused`() throws {
    let written = ZipDraft(Entry("a.csv")).written()
    #expect(try problem(written.bytes + [0]) == "trailingBytes -")
    var draft = ZipDraft(Entry("a.csv"))
    draft.comment = Array(written.bytes.suffix(22))
    #expect(try problem(draft) == "trailingBytes -")
    draft.comment = Array(written.bytes.suffix(22)) + [0]
    #expect(try problem(draft) == "trailingBytes -")
  }

  @Test func `bytes that belong to no entry are refused`() throws {
    var draft = ZipDraft(Entry("a.csv"), Entry("b.csv"))
    draft.gap = [0]
    #expect(try problem(draft) == "unaccountedBytes a.csv")
    // Another entry that the directory does not have.
    draft.gap = Array(ZipDraft(Entry("c.csv")).written().bytes.dropLast(22 + 46 + 5))
    #expect(try problem(draft) == "unaccountedBytes a.csv")
    #expect(try problem([0x50, 0x4b, 3, 4] + draft.written().bytes).hasPrefix("wrongDirectory"))
  }

  @Test func `entries that share bytes are refused`() throws {
    let written = ZipDraft(Entry("a.csv"), Entry("b.csv")).written()
    // The second record names the first header too.
    #expect(try problem(written.with(0, at: written.directory[1] + 42)).hasPrefix("overlap "))
    // The first entry reaches over the second.
    let longer = written.with(200, at: written.directory[0] + 20)
    #expect(try problem(longer) == "headersDiffer a.csv")
    var both = written
    both.bytes = longer
    #expect(try problem(both.with(200, at: written.headers[0] + 18)) == "overlap a.csv")
  }

  /// Offsets in an entry's own header, and what stands there.
  @Test(arguments: [
    (6, "flags"), (8, "method"), (14, "check sum"), (18, "packed size"), (22, "size"),
    (30, "name"), (0, "signature"),
  ])
  func `a header that differs from the directory is refused`(offset: Int, what: String) throws {
    let written = ZipDraft(Entry("a.csv"), Entry("b.csv")).written()
    let place = written.headers[1] + offset
    #expect(
      try problem(written.with(written.bytes[place] ^ 2, at: place)) == "headersDiffer b.csv",
      Comment(rawValue: what))
  }

  @Test(arguments: [Entry.Descriptor.plain, .signed, .large])
  func `a descriptor that differs is refused`(descriptor: Entry.Descriptor) throws {
    var entry = Entry("a.csv")
    entry.descriptor = descriptor
    let written = ZipDraft(entry, Entry("b.csv")).written()
    let place = written.headers[1] - 1
    #expect(
      try problem(written.with(written.bytes[place] ^ 2, at: place)) == "headersDiffer a.csv")
  }

  /// Offsets in the end, and what stands there.
  @Test(arguments: [(8, "count"), (12, "size"), (16, "start")])
  func `an end that lies is refused`(offset: Int, what: String) throws {
    let written = ZipDraft(Entry("a.csv"), Entry("b.csv")).written()
    let place = written.end + offset
    var changed = written
    if offset == 8 { changed.bytes = written.with(3, at: place + 2) }
    let found = try problem(changed.with(offset == 8 ? 3 : written.bytes[place] ^ 1, at: place))
    #expect(found == "wrongDirectory -", Comment(rawValue: what))
  }

  @Test(arguments: [true, false])
  func `what comes out must be what the directory says`(isPacked: Bool) throws {
    var entry = Entry("a.csv")
    entry.isPacked = isPacked
    let written = ZipDraft(entry).written()
    for (offset, header, expected) in [(16, 14, "wrongChecksum"), (24, 22, "wrongSize")] {
      var changed = written
      for place in [written.directory[0] + offset, written.headers[0] + header] {
        changed.bytes = changed.with(changed.bytes[place] ^ 1, at: place)
      }
      let found = try problem(changed.bytes)
      // A stored entry has one size only.
      #expect(found == (isPacked || offset == 16 ? "\(expected) a.csv" : "wrongDirectory a.csv"))
    }
  }

  @Test func `more or fewer bytes than the directory says are refused`() throws {
    let content = String(repeating: "0123456789", count: 60_000)
    let written = ZipDraft(Entry("a.csv", content)).written()
    for size in [UInt32(0), 1, 262_144, 599_999, 600_001, 700_000] {
      var changed = written
      for place in [written.directory[0] + 24, written.headers[0] + 22] {
        changed.bytes.replaceSubrange(place..<place + 4, with: size.bytes)
      }
      var limits = InputLimits()
      limits.ratio = .max
      #expect(try problem(changed.bytes, limits) == "wrongSize a.csv")
    }
  }

  @Test func `packed data that is damaged or goes on is refused`() throws {
    var entry = Entry("a.csv")
    entry.isPacked = false
    entry.method = 8
    entry.content = [7]
    #expect(try problem(ZipDraft(entry)) == "damaged a.csv")
    entry.content = ZipDraft.deflated([1, 2, 3]) + [0]
    #expect(try problem(ZipDraft(entry)).hasSuffix(" a.csv"))
  }
}

extension ZipDraft.Written {
  /// The bytes with one of them altered.
  func with(_ byte: UInt8, at place: Int) -> [UInt8] {
    var altered = bytes
    altered[place] = byte
    return altered
  }
}
