import VaultCrypto
import VaultStore

extension Change {
  /// All the secrets that the actor holds, to be sealed to others.
  ///
  /// - Throws: `.damaged`, `.store`.
  func holdings() throws(VaultError) -> Holdings {
    try standing.opening(in: rows).holdings(with: standing.memberKeys)
  }
}
