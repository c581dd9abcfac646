import Glibc
import Testing

@testable import Terminal

@Test func `a folder is made with those above it, for its owner only, and once`() throws {
  let folder = try TemporaryFolder()
  try Folder.make(at: folder.file("a/b/c"))
  try Folder.make(at: folder.file("a/b/c"))
  var status = stat()
  #expect(unsafe stat(folder.file("a/b/c"), &status) == 0)
  #expect(status.st_mode & 0o777 == 0o700)
}

@Test func `a folder is not made where a file is`() throws {
  let folder = try TemporaryFolder()
  try folder.make("file", "")
  #expect(throws: TerminalError.notAFolder) { try Folder.make(at: folder.file("file")) }
  #expect(throws: TerminalError.notAFolder) { try Folder.make(at: folder.file("file/a")) }
}
