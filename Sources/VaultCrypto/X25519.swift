import CSodium

/// Scalar multiplication on Curve25519.
///
/// Source: RFC 7748; `crypto_scalarmult`.
enum X25519 {
  /// Computes the public key of a scalar.
  static func publicKey(of scalar: borrowing SecretBytes) -> [UInt8] {
    precondition(scalar.count == KeyLength.scalar, "a scalar of the wrong length")
    var point = [UInt8](repeating: 0, count: KeyLength.publicKey)
    _ = unsafe scalar.withAddress { unsafe crypto_scalarmult_base(&point, $0) }
    return point
  }

  /// Multiplies a point by a scalar; `nil` where the result says nothing (all zero).
  static func multiply(_ scalar: borrowing SecretBytes, by point: [UInt8]) -> SecretBytes? {
    precondition(scalar.count == KeyLength.scalar, "a scalar of the wrong length")
    precondition(point.count == KeyLength.publicKey, "a point of the wrong length")
    var product = SecretBytes(count: KeyLength.publicKey)
    let status = unsafe product.withMutableAddress { product in
      unsafe scalar.withAddress { unsafe crypto_scalarmult(product, $0, point) }
    }
    guard status == 0 else { return nil }
    return product
  }

  /// Refuses a public key with which an agreement would be known to everybody, and one that has
  /// another spelling: keys are compared and hashed as bytes.
  static func check(publicKey point: [UInt8]) throws(CryptoError) {
    guard point.count == KeyLength.publicKey else {
      throw .wrongLength(expected: KeyLength.publicKey, found: point.count)
    }
    guard isCanonical(point), !isOfLowOrder(point) else { throw .publicKeyRefused }
  }

  /// Tells whether every scalar makes nothing of a point. Any one tells; nothing here is secret.
  private static func isOfLowOrder(_ point: [UInt8]) -> Bool {
    Sodium.require()
    let scalar = [UInt8](repeating: 1, count: KeyLength.scalar)
    var product = [UInt8](repeating: 0, count: KeyLength.publicKey)
    return unsafe crypto_scalarmult(&product, scalar, point) != 0
  }

  /// Tells whether little-endian bytes are below 2²⁵⁵ − 19.
  private static func isCanonical(_ point: [UInt8]) -> Bool {
    if point[31] != 0x7f || point[1..<31].contains(where: { $0 != 0xff }) {
      return point[31] <= 0x7f
    }
    return point[0] < 0xed
  }
}
