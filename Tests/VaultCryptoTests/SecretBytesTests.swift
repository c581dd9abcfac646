import Testing

@testable import VaultCrypto

@Suite struct SecretBytesTests {
  @Test func `new secret bytes are zero`() {
    #expect(SecretBytes(count: 100).array == [UInt8](repeating: 0, count: 100))
    #expect(SecretBytes(count: 0).array.isEmpty)
  }

  @Test func `random secret bytes differ`() {
    #expect(SecretBytes(random: 32).array != SecretBytes(random: 32).array)
  }

  @Test func `copied bytes are the same and independent`() {
    let source: [UInt8] = [1, 2, 3]
    var secret = SecretBytes(copying: source)
    secret.withMutableBytes { $0.storeBytes(of: 9, toByteOffset: 1, as: UInt8.self) }
    #expect(secret.array == [1, 9, 3])
    #expect(source == [1, 2, 3])
  }

  @Test func `comparing looks at length and every byte`() {
    let secret = SecretBytes(copying: counting)
    func matches(_ other: [UInt8]) -> Bool {
      SecretBytes(copying: other).withBytes { secret.matches($0) }
    }
    #expect(matches(counting))
    #expect(!matches([UInt8](counting.dropLast())))
    for index in counting.indices { #expect(!matches(counting.flipped(at: index))) }
  }

  @Test func `an error of the borrower passes through`() {
    let secret = SecretBytes(count: 1)
    #expect(throws: CryptoError.checksum) {
      try secret.withBytes { (_) throws(CryptoError) in throw CryptoError.checksum }
    }
  }

  @Test func `reading a secret that is gone ends the process`() async {
    await #expect(processExitsWith: .failure) {
      var address: UnsafePointer<UInt8>?
      do {
        let secret = SecretBytes(random: 32)
        unsafe secret.withAddress { unsafe address = $0 }
      }
      let byte = unsafe address.unsafelyUnwrapped.pointee
      precondition(Int(byte) < 256)
    }
  }

  @Test func `writing behind a secret ends the process`() async {
    await #expect(processExitsWith: .failure) {
      var secret = SecretBytes(count: 32)
      unsafe secret.withMutableAddress { unsafe $0[32] = 1 }
    }
  }
}
