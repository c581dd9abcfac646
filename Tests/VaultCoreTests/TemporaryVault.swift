import Foundation
import VaultCrypto
import VaultStore

@testable import VaultCore

/// A vault on disk, alone in a folder of its own.
struct TemporaryVault {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("uidvault-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let founding = try Founding(
      organization: SampleVault.organization, founder: try MemberName(SampleVault.member),
      now: SampleVault.now)
    _ = try file().create(
      founding, sharing: .owner, passphrase: try SampleVault.passphrase(), cost: .floor)
  }

  func file() throws -> VaultFile {
    try VaultFile(path: folder.appendingPathComponent("office.uidvault").path)
  }

  /// Opens the file and unlocks it as a newly started program does.
  func session() throws -> Session {
    let vault = try file().open()
    return try vault.unlock(
      as: try vault.person(named: try MemberName(SampleVault.member)),
      with: try SampleVault.passphrase(), within: SampleVault.budget)
  }

  /// The bytes of every file in the folder, by name.
  func bytes() throws -> [String: [UInt8]] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, [UInt8](try Data(contentsOf: folder.appendingPathComponent($0))))
      })
  }

  func remove() {
    do { try FileManager.default.removeItem(at: folder) } catch {
      preconditionFailure("the folder was made here")
    }
  }
}
