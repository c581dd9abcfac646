import VaultCrypto
import VaultStore

extension Change {
  /// All the secrets that the actor holds, to be sealed to others.
  ///
  /// - Throws: `.damaged`, `.store`.
  func holdings() throws(VaultError) -> Holdings {
    try standing.opening(in: rows).holdings(with: standing.memberKeys)
  }

  /// Stores the policy and gives its hash, which the next version of the roster is to name.
  func store(
    _ policy: Policy, sealedWith key: borrowing HouseSealingKey, epoch: UInt64
  ) throws(VaultError) -> Digest {
    let place = Place(
      vault: vault.bytes, namespace: .policy, key: Policy.key, epoch: epoch)
    let sealed = key.seal(policy.encoded(), place: place)
    try store(.settings, Policy.key, sealed)
    follow(policy)
    return Digest(.policy, vault: vault, data: sealed.bytes)
  }
}
