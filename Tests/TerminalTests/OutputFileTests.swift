import Glibc
import Testing

@testable import Terminal

@Test func `a file is there once it is committed, for its owner only`() throws {
  let folder = try TemporaryFolder()
  var file = try OutputFile(at: folder.file("out"), .refuse)
  #expect(folder.names == [])
  try file.write("one ")
  #expect(!folder.names.contains("out"))
  try file.write("two")
  try file.commit()
  #expect(folder.names == ["out"])
  #expect(try folder.text("out") == "one two")
  var status = stat()
  #expect(unsafe stat(folder.file("out"), &status) == 0)
  #expect(status.st_mode & 0o777 == 0o600)
}

@Test func `a file that is not committed leaves nothing`() throws {
  let folder = try TemporaryFolder()
  do {
    var file = try OutputFile(at: folder.file("out"), .refuse)
    try file.write("half")
    #expect(!folder.names.contains("out"))
  }
  #expect(folder.names == [])
}

@Test func `a file that exists is refused and stays as it is`() throws {
  let folder = try TemporaryFolder()
  try folder.make("out", "old")
  #expect(throws: TerminalError.exists) { _ = try OutputFile(at: folder.file("out"), .refuse) }
  #expect(try folder.text("out") == "old")
}

@Test func `a file that comes to exist meanwhile is refused and stays as it is`() throws {
  let folder = try TemporaryFolder()
  #expect(throws: TerminalError.exists) {
    var file = try OutputFile(at: folder.file("out"), .refuse)
    try file.write("new")
    try folder.make("out", "old")
    try file.commit()
  }
  #expect(folder.names == ["out"])
  #expect(try folder.text("out") == "old")
}

@Test func `a file whose folder goes away meanwhile is not said to be there`() throws {
  let folder = try TemporaryFolder()
  let inner = folder.file("inner")
  #expect(unsafe mkdir(inner, 0o700) == 0)
  #expect(throws: TerminalError.self) {
    var file = try OutputFile(at: inner + "/out", .refuse)
    try file.write("new")
    #expect(unsafe rmdir(inner) == 0, "nothing stands in it yet")
    try file.commit()
  }
  #expect(folder.names == [])
}

@Test func `a file is replaced where that is asked for`() throws {
  let folder = try TemporaryFolder()
  try folder.make("out", "old and longer")
  var file = try OutputFile(at: folder.file("out"), .replace)
  try file.write("new")
  #expect(try folder.text("out") == "old and longer")
  try file.commit()
  #expect(folder.names == ["out"])
  #expect(try folder.text("out") == "new")
}

@Test func `a link is neither followed nor replaced`() throws {
  let folder = try TemporaryFolder()
  try folder.make("real", "old")
  try #require(unsafe symlink("real", folder.file("out")) == 0)
  #expect(throws: TerminalError.exists) { _ = try OutputFile(at: folder.file("out"), .refuse) }
  #expect(throws: TerminalError.notAFile) { _ = try OutputFile(at: folder.file("out"), .replace) }
  #expect(try folder.text("real") == "old")
}

@Test func `a file without bytes is made all the same`() throws {
  let folder = try TemporaryFolder()
  try OutputFile(at: folder.file("out"), .refuse).commit()
  #expect(try folder.text("out") == "")
}

@Test func `a place where no file can be is named by what is wrong`() throws {
  let folder = try TemporaryFolder()
  try folder.make("file", "")
  #expect(throws: TerminalError.noFolder) {
    _ = try OutputFile(at: folder.file("none/out"), .refuse)
  }
  #expect(throws: TerminalError.noFolder) {
    _ = try OutputFile(at: folder.file("file/out"), .refuse)
  }
  #expect(throws: TerminalError.notAFile) { _ = try OutputFile(at: "/", .replace) }
  #expect(throws: TerminalError.notAFile) { _ = try OutputFile(at: "", .refuse) }
  #expect(throws: TerminalError.notAFile) { _ = try OutputFile(at: "/tmp/..", .replace) }
  #expect(throws: TerminalError.notAFile) { _ = try OutputFile(at: folder.path, .replace) }
}
