import VaultCrypto

/// A member's own secret keys, from their root; docs/FORMAT.md section 2.2.
final class MemberKeys: Sendable {
  let box: BoxKeyPair
  let signing: SigningKeyPair
  let age: AgePublicKey

  init(root: borrowing RootKey) {
    box = root.boxKeyPair()
    signing = root.signingKeyPair()
    age = root.ageKeyPair().publicKey
  }

  /// The recovery member's keys, out of the key on the sheet.
  init(recovery identity: borrowing RecoveryIdentity) {
    box = identity.boxKeyPair()
    signing = identity.signingKeyPair()
    age = identity.agePublicKey
  }

  /// The public halves, as the roster states them.
  var publicKeys: MemberPublicKeys {
    MemberPublicKeys(box: box.publicKey, signing: signing.publicKey, age: age)
  }
}
