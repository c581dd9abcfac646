import Glibc
import Testing

@testable import InputFiles

/// Archives as programs in use write them.
@Suite struct ZipArchiveTests {
  typealias Entry = ZipDraft.Entry

  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func open(_ draft: ZipDraft) throws -> InputFiles {
    try InputFiles.open(try folder.write("export.zip", draft.written().bytes))
  }

  @Test func `entries are streams by name, folders are not, and what is left out is told`() throws {
    var directory = Entry("export/", "")
    directory.isPacked = false
    directory.mode = 0o040755
    let files = try open(
      ZipDraft(
        directory, Entry("export/Client.csv", "c"), Entry("Exit.csv", "e"),
        Entry("__MACOSX/._Exit.csv", "m"), Entry("export/old/Exit.csv", "o"),
        Entry("export/.DS_Store", "d")))
    #expect(files.streams.map(\.name) == ["Exit.csv", "export/Client.csv"])
    #expect(files.streams.map(\.baseName) == ["exit.csv", "client.csv"])
    #expect(files.streams.map(\.byteCount) == [1, 1])
    #expect(try files.streams.map { try $0.text() } == ["e", "c"])
    #expect(
      files.leftOut.map { "\($0.name) \($0.reason)" } == [
        "__MACOSX/._Exit.csv hidden", "export/.DS_Store hidden", "export/old/Exit.csv tooDeep",
      ])
  }

  @Test func `an archive counts by its bytes, not by its name`() throws {
    let path = try folder.write("export.dat", ZipDraft(Entry("a.csv", "a")).written().bytes)
    #expect(try InputFiles.open(path).streams.map(\.name) == ["a.csv"])
    let text = try folder.write("text.zip", "a,b\r\n")
    #expect(firstProblem(text) == InputError(text, .zip(.notAZip)))
  }

  @Test func `an archive without entries has no streams`() throws {
    #expect(try open(ZipDraft()).streams.isEmpty)
  }

  @Test(arguments: [true, false], [Entry.Descriptor.none, .plain, .signed, .large])
  func `stored and packed, with every form of descriptor`(
    isPacked: Bool, descriptor: Entry.Descriptor
  ) throws {
    var entry = Entry("a.csv", String(repeating: "abc,def\r\n", count: 90_000))
    entry.isPacked = isPacked
    entry.descriptor = descriptor
    let streams = try open(ZipDraft(entry, Entry("b.csv"), entry.named("c.csv"))).streams
    #expect(try streams[0].all() == entry.content)
    #expect(try streams[0].all() == entry.content, "it can be read again")
    #expect(try streams[2].all() == entry.content)
  }

  @Test func `sizes and the end in their newer form, and a comment`() throws {
    var entry = Entry("a.csv")
    entry.isLarge = true
    var draft = ZipDraft(entry, Entry("b.csv"))
    draft.isLarge = true
    draft.comment = Array("by some program".utf8)
    #expect(try open(draft).streams.map { try $0.all() } == draft.entries.map(\.content))
  }

  @Test func `an empty entry is an empty stream`() throws {
    var stored = Entry("a.csv", "")
    stored.isPacked = false
    let streams = try open(ZipDraft(stored, Entry("b.csv", ""))).streams
    #expect(try streams.map { try $0.all() } == [[], []])
  }

  @Test func `names are UTF-8 if they say so, and code page 437 if not`() throws {
    var modern = Entry("Ñandú.csv")
    modern.flags = 1 << 11
    var old = Entry("")
    old.name = [0xa5] + Array("and".utf8) + [0xa3] + Array(".csv".utf8)
    #expect(try open(ZipDraft(modern)).streams.map(\.name) == ["Ñandú.csv"])
    #expect(try open(ZipDraft(old)).streams.map(\.name) == ["Ñandú.csv"])
  }

  @Test func `an archive that changes after it was opened is told`() throws {
    let path = try folder.write("export.zip", ZipDraft(Entry("a.csv")).written().bytes)
    let stream = try InputFiles.open(path).streams[0]
    let descriptor = unsafe Glibc.open(path, O_WRONLY | O_APPEND)
    try #require(unsafe write(descriptor, "x", 1) == 1)
    close(descriptor)
    #expect(throws: InputError(path, .changed)) { try stream.all() }
  }
}

extension ZipDraft.Entry {
  func named(_ name: String) -> Self {
    var copy = self
    copy.name = Array(name.utf8)
    return copy
  }
}
