import CSodium

/// What libsodium alone, in one thread, needs of the processor for as many links.
enum RawSignatures {
  /// Different ones in memory, more than a cache holds of the code's own tables.
  private static let slots = 1024
  /// Bytes that a link's signature is over, with its context.
  private static let messageBytes = 198
  /// Bytes of a short content, padded, with what stands before it in its box.
  private static let contentBytes = 1073
  private static let boxOverhead = 48

  /// Checking signatures (Ed25519), in milliseconds.
  static func verifying(_ count: Int) -> Double {
    var (publicKey, secretKey) = (bytes(32), bytes(64))
    unsafe crypto_sign_keypair(&publicKey, &secretKey)
    let signed = (0..<slots).map { _ in
      var (message, signature) = (bytes(messageBytes), bytes(64))
      unsafe randombytes_buf(&message, messageBytes)
      unsafe crypto_sign_detached(&signature, nil, message, UInt64(messageBytes), secretKey)
      return (message: message, signature: signature)
    }
    return Cost.of {
      for index in 0..<count {
        let (message, signature) = signed[index % slots]
        let status = unsafe crypto_sign_verify_detached(
          signature, message, UInt64(messageBytes), publicKey)
        precondition(status == 0, "what was signed here verifies here")
      }
    }.processor
  }

  /// Opening sealed boxes (X25519, XSalsa20-Poly1305), in milliseconds.
  static func opening(_ count: Int) -> Double {
    var (publicKey, secretKey) = (bytes(32), bytes(32))
    unsafe crypto_box_keypair(&publicKey, &secretKey)
    let sealed = (0..<slots).map { _ in
      var box = bytes(contentBytes + boxOverhead)
      let content = bytes(contentBytes)
      unsafe crypto_box_seal(&box, content, UInt64(contentBytes), publicKey)
      return box
    }
    var opened = bytes(contentBytes)
    return Cost.of {
      for index in 0..<count {
        let box = sealed[index % slots]
        let status = unsafe crypto_box_seal_open(
          &opened, box, UInt64(box.count), publicKey, secretKey)
        precondition(status == 0, "what was sealed here opens here")
      }
    }.processor
  }

  private static func bytes(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
}
