import VaultCrypto

/// What the passphrase alone costs: Argon2id at the vaults' own cost, in this process.
final class Stretching {
  private let passphrase: Passphrase
  private let salt = StretchingSalt()

  init() throws {
    passphrase = try Passphrase(
      existing: SecretBytes(copying: Array("a lighthouse for measurements only".utf8)))
  }

  func cost() throws -> Cost {
    try Cost.of { _ = try passphrase.stretch(salt: salt, cost: .floor) }
  }
}
