import VaultCrypto

/// A member's new root with the key that will open it.
///
/// It is made before a transaction begins, as stretching takes long and others would wait for it.
final class NewRoot: Sendable {
  let keys: MemberKeys
  let cost: StretchingCost
  private let root: RootKey
  private let salt = StretchingSalt()
  private let key: KeyEncryptionKey

  /// Makes a root, and stretches a passphrase or a code for it.
  ///
  /// - Throws: `.crypto` (`outOfMemory`).
  convenience init(
    passphrase: borrowing Passphrase, cost: StretchingCost
  ) throws(VaultError) {
    try self.init(copying: RootKey(), passphrase: passphrase, cost: cost)
  }

  /// Takes a root that was made before.
  ///
  /// - Throws: `.crypto` (`outOfMemory`).
  init(
    copying root: borrowing RootKey, passphrase: borrowing Passphrase, cost: StretchingCost
  ) throws(VaultError) {
    do throws(CryptoError) {
      self.root = try root.withBytes { (bytes) throws(CryptoError) in
        try RootKey(copying: bytes)
      }
    } catch {
      throw .crypto(error)
    }
    do { key = try passphrase.stretch(salt: salt, cost: cost) } catch { throw .crypto(error) }
    keys = MemberKeys(root: self.root)
    self.cost = cost
  }

  /// Wraps the root for a member; the wrap pins founder and end of a roster.
  func wrap(
    _ kind: MemberKind, of id: MemberID, after roster: VerifiedRoster
  ) -> MemberWrap {
    wrap(kind, of: id, pinning: MemberWrap.Pin(roster))
  }

  /// Wraps the root for a member.
  func wrap(_ kind: MemberKind, of id: MemberID, pinning pin: MemberWrap.Pin) -> MemberWrap {
    MemberWrap(
      MemberWrap.Header(
        kind: kind, vault: pin.vault, member: id, keys: keys.publicKeys, cost: cost,
        salt: salt.bytes),
      root: root, pin: pin, under: key)
  }
}

extension MemberWrap.Pin {
  /// Pins a roster's founder and its end.
  init(_ roster: VerifiedRoster) {
    self.init(
      vault: roster.vault, founderKey: roster.founderKey.bytes, rosterNumber: roster.end.number,
      rosterHash: roster.endHash)
  }
}

/// The recovery member's public keys and wrap, out of the key on the sheet.
extension RecoveryIdentity {
  var publicKeys: MemberPublicKeys {
    MemberPublicKeys(
      box: boxKeyPair().publicKey, signing: signingKeyPair().publicKey, age: agePublicKey)
  }

  /// Wraps what the sheet pins.
  borrowing func wrap(of id: MemberID, pinning pin: MemberWrap.Pin) -> MemberWrap {
    MemberWrap(
      MemberWrap.Header(
        kind: .recovery, vault: pin.vault, member: id, keys: publicKeys, cost: nil,
        salt: [UInt8](repeating: 0, count: StretchingSalt.count)),
      pin: pin, under: pinKey())
  }
}
