import CSodium

/// What libsodium alone, in one thread, needs of the processor for as many values of
/// the same sizes.
enum RawSodium {
  /// Opening (XChaCha20-Poly1305) and hashing (BLAKE2b-256), in milliseconds.
  static func opening(_ sizes: [Int: Int]) -> Double {
    sizes.reduce(0) { sum, values in
      var memory = RawValues(size: values.key, count: values.value)
      return unsafe sum + memory.milliseconds { unsafe $0.open($1) }
    }
  }

  /// Sealing and hashing, in milliseconds.
  static func sealing(_ sizes: [Int: Int]) -> Double {
    sizes.reduce(0) { sum, values in
      var memory = RawValues(size: values.key, count: values.value)
      return unsafe sum + memory.milliseconds { unsafe $0.seal($1) }
    }
  }
}

/// Sealed values of one size in memory, and libsodium's calls on them with nothing around.
private struct RawValues {
  private let size: Int
  private let count: Int
  private let slots: Int
  private var sealed: [UInt8]
  private var plain: [UInt8]
  private var digest = [UInt8](repeating: 0, count: 32)
  private let key = [UInt8](repeating: 7, count: 32)
  private let associated = [UInt8](repeating: 7, count: 48)

  /// More than most caches hold, so that values come from memory, as they do from a file.
  private static let memoryBytes = 48 << 20
  private static let nonceCount = 24
  private static let overhead = 40

  init(size: Int, count: Int) {
    precondition(size > Self.overhead && count > 0, "a value that nobody sealed")
    (self.size, self.count) = (size, count)
    slots = min(count, max(1, Self.memoryBytes / size))
    sealed = [UInt8](repeating: 0, count: slots * size)
    plain = [UInt8](repeating: 7, count: size)
    for slot in 0..<slots { unsafe withValue(slot) { unsafe $0.seal($1) } }
  }

  /// Times `work` and a hash on each value.
  mutating func milliseconds(
    _ work: (inout RawValues, UnsafeMutablePointer<UInt8>) -> Void
  ) -> Double {
    Cost.of {
      for index in 0..<count {
        unsafe withValue(index % slots) { values, value in
          unsafe work(&values, value)
          unsafe crypto_generichash(&values.digest, 32, value, UInt64(values.size), nil, 0)
        }
      }
    }.processor
  }

  mutating func seal(_ value: UnsafeMutablePointer<UInt8>) {
    unsafe randombytes_buf(value, Self.nonceCount)
    _ = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
      value + Self.nonceCount, nil, plain, UInt64(size - Self.overhead), associated,
      UInt64(associated.count), nil, value, key)
  }

  mutating func open(_ value: UnsafeMutablePointer<UInt8>) {
    let status = unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
      &plain, nil, nil, value + Self.nonceCount, UInt64(size - Self.nonceCount), associated,
      UInt64(associated.count), value, key)
    precondition(status == 0, "what was sealed here opens here")
  }

  /// Lends the place of a value; the array itself is out of the way meanwhile, so as not to be
  /// copied.
  private mutating func withValue(
    _ slot: Int, _ body: (inout RawValues, UnsafeMutablePointer<UInt8>) -> Void
  ) {
    var memory: [UInt8] = []
    swap(&memory, &sealed)
    unsafe memory.withUnsafeMutableBufferPointer { buffer in
      let start = unsafe buffer.baseAddress.unsafelyUnwrapped
      unsafe body(&self, start + slot * size)
    }
    swap(&memory, &sealed)
  }
}
