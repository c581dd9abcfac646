import CSodium

/// Where a family of derived keys comes from: eight bytes that libsodium mixes in.
///
/// Source: `crypto_kdf_derive_from_key` (BLAKE2b).
struct DerivationContext {
  static let root = DerivationContext("uvroot-1")
  static let identity = DerivationContext("uvident1")
  static let house = DerivationContext("uvhouse1")
  static let recovery = DerivationContext("uvrecov1")

  private let text: StaticString

  private init(_ text: StaticString) {
    precondition(text.utf8CodeUnitCount == 8, "a context is eight bytes")
    self.text = text
  }

  /// Derives 32 bytes.
  func derive(_ number: UInt64, from parent: borrowing SecretBytes) -> SecretBytes {
    var child = SecretBytes(count: KeyLength.symmetric)
    let status = unsafe child.withMutableAddress { output in
      unsafe parent.withAddress { key in
        text.withUTF8Buffer { context in
          unsafe context.withMemoryRebound(to: CChar.self) { context in
            unsafe crypto_kdf_derive_from_key(
              output, KeyLength.symmetric, number, context.baseAddress.unsafelyUnwrapped, key)
          }
        }
      }
    }
    precondition(status == 0, "crypto_kdf refuses only lengths that do not occur")
    return child
  }
}

extension SymmetricKey where Use == KeyUse.Root {
  /// Derives the member's pair for sealed boxes (context `uvroot-1`, number 1).
  package borrowing func boxKeyPair() -> BoxKeyPair {
    BoxKeyPair(seed: DerivationContext.root.derive(1, from: secret))
  }

  /// Derives the member's signing pair (context `uvroot-1`, number 2).
  package borrowing func signingKeyPair() -> SigningKeyPair {
    SigningKeyPair(seed: DerivationContext.root.derive(2, from: secret))
  }

  /// Derives the member's age pair (context `uvroot-1`, number 3).
  package borrowing func ageKeyPair() -> AgeKeyPair {
    AgeKeyPair(scalar: DerivationContext.root.derive(3, from: secret))
  }
}

extension SymmetricKey where Use == KeyUse.Identity {
  /// Derives the epoch's record key (context `uvident1`, number 1).
  package borrowing func recordKey() -> RecordKey {
    RecordKey(DerivationContext.identity.derive(1, from: secret))
  }

  /// Derives the epoch's directory key (context `uvident1`, number 2).
  package borrowing func directoryKey() -> DirectoryKey {
    DirectoryKey(DerivationContext.identity.derive(2, from: secret))
  }
}

extension SymmetricKey where Use == KeyUse.House {
  /// Derives the epoch's key for log links, head, settings and names (context `uvhouse1`, number 1).
  package borrowing func sealingKey() -> HouseSealingKey {
    HouseSealingKey(DerivationContext.house.derive(1, from: secret))
  }
}
