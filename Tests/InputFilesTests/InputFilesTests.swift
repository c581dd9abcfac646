import Foundation
import Glibc
import Testing

@testable import InputFiles

@Suite struct InputFilesTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test func `a file is one stream under its own name`() throws {
    let path = try folder.write("Client.CSV", "PersonalID\r\n1\r\n")
    let files = try InputFiles.open(path)
    let stream = try #require(files.streams.first)
    #expect(files.streams.count == 1)
    #expect(stream.name == "Client.CSV")
    #expect(stream.baseName == "client.csv")
    #expect(stream.byteCount == 15)
    #expect(try stream.text() == "PersonalID\r\n1\r\n")
    #expect(try stream.text() == "PersonalID\r\n1\r\n", "it can be read again")
  }

  @Test func `a file of several chunks comes whole, and an empty one ends at once`() throws {
    let bytes = (0..<3 * chunkSize + 7).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let large = try InputFiles.open(try folder.write("large.csv", bytes)).streams[0]
    #expect(try large.all() == bytes)
    let empty = try InputFiles.open(try folder.write("empty.csv", [])).streams[0]
    #expect(try empty.all().isEmpty)
  }

  @Test func `a folder is its files, by name, and what is left out is told`() throws {
    try folder.write("b.csv", "b")
    try folder.write("A.csv", "a")
    try folder.write(".hidden.csv", "h")
    try FileManager.default.createDirectory(
      atPath: folder.file("deeper"), withIntermediateDirectories: false)
    try folder.write("deeper/c.csv", "c")
    try #require(unsafe symlink(folder.file("b.csv"), folder.file("link.csv")) == 0)
    try #require(unsafe mkfifo(folder.file("pipe.csv"), 0o600) == 0)

    let files = try InputFiles.open(folder.path)
    #expect(files.streams.map(\.name) == ["A.csv", "b.csv"])
    #expect(try files.streams.map { try $0.text() } == ["a", "b"])
    #expect(
      files.leftOut.map { "\($0.name) \($0.reason)" } == [
        ".hidden.csv hidden", "deeper tooDeep", "link.csv link", "pipe.csv notAFile",
      ])
  }

  @Test func `a link that is named is followed`() throws {
    try folder.write("b.csv", "b")
    try #require(unsafe symlink(folder.file("b.csv"), folder.file("link.csv")) == 0)
    #expect(try InputFiles.open(folder.file("link.csv")).streams[0].text() == "b")
  }

  @Test func `a pipe is refused and does not hang`() throws {
    try #require(unsafe mkfifo(folder.file("pipe"), 0o600) == 0)
    #expect(firstProblem(folder.file("pipe")) == InputError(folder.file("pipe"), .notAFile))
    #expect(firstProblem("/dev/zero") == InputError("/dev/zero", .notAFile))
  }

  @Test func `what is not there is told`() throws {
    #expect(firstProblem(folder.file("none")) == InputError(folder.file("none"), .notFound))
    let path = try folder.write("file", "x")
    #expect(firstProblem(path + "/x") == InputError(path + "/x", .notFound))
    try #require(unsafe symlink(folder.file("loop"), folder.file("loop")) == 0)
    #expect(firstProblem(folder.file("loop")) == InputError(folder.file("loop"), .notAFile))
  }

  @Test(.disabled(if: geteuid() == 0, "nothing is denied to root"))
  func `no permission is told`() throws {
    let path = try folder.write("file", "x")
    try #require(unsafe chmod(path, 0) == 0)
    #expect(firstProblem(path) == InputError(path, .denied))
    #expect(firstProblem(folder.path) == InputError(path, .denied))
  }

  @Test func `a file that vanishes between two readings is told`() throws {
    let path = try folder.write("Client.csv", "x")
    let stream = try InputFiles.open(folder.path).streams[0]
    _ = try stream.all()
    try #require(unsafe unlink(path) == 0)
    #expect(throws: InputError(path, .vanished)) { try stream.all() }
  }

  @Test func `a file in the place of another is told`() throws {
    let path = try folder.write("Client.csv", "x")
    let stream = try InputFiles.open(path).streams[0]
    try #require(unsafe unlink(path) == 0)
    try folder.write("Client.csv", "y and more")
    #expect(throws: InputError(path, .changed)) { try stream.all() }
    try #require(unsafe unlink(path) == 0)
    try #require(unsafe mkfifo(path, 0o600) == 0)
    #expect(throws: InputError(path, .changed)) { try stream.all() }
  }

  @Test(arguments: ["", "more and more"])
  func `a file that is cut or grows while it is read is told`(content: String) throws {
    let path = try folder.write("Client.csv", "content")
    let open = try InputFiles.open(path).streams[0].open()
    // Written in place: the open descriptor sees it.
    let descriptor = unsafe Glibc.open(path, O_WRONLY | O_TRUNC)
    try #require(descriptor >= 0)
    _ = unsafe content.withCString { unsafe write(descriptor, $0, content.utf8.count) }
    close(descriptor)
    #expect(throws: InputError(path, .changed)) { while try open.next() != nil {} }
  }

  @Test func `limits hold for folders`() throws {
    try folder.write("a.csv", "12345")
    try folder.write("b.csv", "12345")
    var limits = InputLimits()
    limits.entries = 2
    limits.stream = 5
    limits.total = 10
    #expect(firstProblem(folder.path, limits) == nil)
    limits.entries = 1
    #expect(firstProblem(folder.path, limits) == InputError(folder.path, .tooManyEntries(limit: 1)))
    limits.entries = 2
    limits.total = 9
    #expect(firstProblem(folder.path, limits) == InputError(folder.path, .totalTooLong(limit: 9)))
    limits.stream = 4
    #expect(
      firstProblem(folder.path, limits)
        == InputError(file: folder.path, entry: "a.csv", problem: .streamTooLong(limit: 4)))
    #expect(
      firstProblem(folder.file("b.csv"), limits)
        == InputError(
          file: folder.file("b.csv"), entry: "b.csv", problem: .streamTooLong(limit: 4)))
  }

  @Test func `two streams are read at once`() async throws {
    let bytes = (0..<4 * chunkSize).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    var draft = ZipDraft()
    for name in ["a.csv", "b.csv"] {
      var entry = ZipDraft.Entry(name)
      entry.content = bytes
      draft.entries.append(entry)
    }
    let path = try folder.write("export.zip", draft.written().bytes)
    let streams = try InputFiles.open(path).streams
    let counts = try await withThrowingTaskGroup(of: Bool.self) { group in
      for stream in streams + streams { group.addTask { try stream.all() == bytes } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == [true, true, true, true])
  }
}
