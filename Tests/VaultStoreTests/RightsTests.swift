import Foundation
import Glibc
import Testing
import VaultCrypto
import VaultStore

/// What another account than the owner's meets, in a process of its own.
@Suite struct RightsTests {
  private static let nobody: UInt32 = 65_534

  private static func open(
    file: mode_t, folder rights: mode_t, _ access: StoreAccess
  ) throws -> StoreError? {
    let folder = try TemporaryFolder()
    let path = try folder.path("a.uidvault")
    _ = try SQLiteStore.create(at: path, mode: .owner)
    try setRights(file, of: path.text)
    try setRights(rights, of: folder.url.path)
    if getuid() == 0 { try #require(seteuid(nobody) == 0) }
    defer {
      seteuid(getuid())
      unsafe chmod(folder.url.path, 0o700)
      folder.remove()
    }
    do throws(StoreError) { _ = try SQLiteStore.open(at: path, access: access) } catch {
      return error
    }
    return nil
  }

  private static func setRights(_ rights: mode_t, of path: String) throws {
    let status = unsafe chmod(path, rights)
    try #require(status == 0)
  }

  @Test func `a file that may only be read is not opened for writing`() async {
    await #expect(processExitsWith: .success) {
      let first = try Self.open(file: 0o444, folder: 0o777, .readWrite)
      #expect(first == .notWritable)
      let second = try Self.open(file: 0o444, folder: 0o555, .readOnly)
      #expect(second == nil)
    }
  }

  @Test func `a folder that takes no journal is told from the file`() async {
    await #expect(processExitsWith: .success) {
      let error = try Self.open(file: 0o666, folder: 0o555, .readWrite)
      #expect(error == .folderNotWritable)
    }
  }

  @Test func `a file or folder that may not be read is told`() async {
    await #expect(processExitsWith: .success) {
      let first = try Self.open(file: 0o000, folder: 0o755, .readOnly)
      #expect(first == .permissionDenied)
      let second = try Self.open(file: 0o666, folder: 0o000, .readOnly)
      #expect(second == .permissionDenied)
    }
  }
}
