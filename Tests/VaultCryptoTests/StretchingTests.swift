import Testing

@testable import VaultCrypto

@Suite struct StretchingCostTests {
  @Test func `costs within the bounds are taken`() throws {
    for (passes, memory) in [(3, 64), (10, 64), (3, 1024), (10, 1024), (4, 300)] {
      let cost = try StretchingCost(passes: passes, memoryMiB: memory, machineMiB: 4096)
      #expect(cost.passes == passes && cost.memoryMiB == memory)
    }
  }

  @Test(arguments: [(2, 64), (3, 63), (0, 0), (-1, 256), (3, -1), (Int.min, Int.min)])
  func `a cost below the floor is refused`(passes: Int, memory: Int) {
    #expect(throws: CryptoError.costTooLow(passes: passes, memoryMiB: memory)) {
      try StretchingCost(passes: passes, memoryMiB: memory, machineMiB: 4096)
    }
  }

  @Test(arguments: [(11, 256), (3, 1025), (11, 1), (1, 1025), (Int.max, Int.max)])
  func `a cost above the ceiling is refused, whatever anybody accepts`(passes: Int, memory: Int) {
    for word in [StretchingCost.BeyondMachine.accept, .refuse] {
      #expect(throws: CryptoError.costTooHigh(passes: passes, memoryMiB: memory)) {
        try StretchingCost(
          passes: passes, memoryMiB: memory, machineMiB: 1 << 40, beyondMachine: word)
      }
    }
  }

  @Test func `half of the machine is the most, unless it is accepted in so many words`() throws {
    _ = try StretchingCost(passes: 3, memoryMiB: 512, machineMiB: 1024)
    #expect(throws: CryptoError.costBeyondMachine(memoryMiB: 512, machineMiB: 1023)) {
      try StretchingCost(passes: 3, memoryMiB: 512, machineMiB: 1023)
    }
    let accepted = try StretchingCost(
      passes: 3, memoryMiB: 512, machineMiB: 1023, beyondMachine: .accept)
    #expect(accepted.memoryMiB == 512)
  }

  @Test func `floor and standard are allowed costs`() throws {
    for cost in [StretchingCost.floor, .standard] {
      #expect(
        try StretchingCost(passes: cost.passes, memoryMiB: cost.memoryMiB, machineMiB: 1024)
          == cost)
    }
  }
}

/// Answers from the second implementation: Argon2id 1.3 with one lane, by OpenSSL.
@Suite(.serialized) struct PassphraseStretchingTests {
  private func stretch(_ passphrase: String, _ cost: StretchingCost) throws -> [UInt8] {
    let salt = try StretchingSalt(untrusted: vault)
    let typed = SecretBytes(copying: [UInt8](passphrase.utf8))
    return try Passphrase(existing: typed).stretch(salt: salt, cost: cost).array
  }

  @Test func `a passphrase of ASCII gives the known key`() throws {
    #expect(
      try stretch("correct horse battery staple", .floor)
        == hex("0d1a3c6523c8f06e4e0af9c515aa5b5448cfebd6838f2d52c3d8b6ef8ddc3c2e"))
  }

  @Test func `composed and decomposed spellings give the same known key`() throws {
    let known = hex("25993625a85ea2ad5c4dfbbdd600e07c85ee2ad9a8ce27593e10a2303068ec4f")
    #expect(try stretch("Gr\u{fc}\u{df}e aus M\u{e1}laga, \u{17d}eljko", .floor) == known)
    #expect(
      try stretch("Gru\u{308}\u{df}e aus Ma\u{301}laga, Z\u{30c}eljko", .floor) == known)
  }

  @Test func `passes and memory count`() throws {
    let ten = try StretchingCost(passes: 10, memoryMiB: 64, machineMiB: 4096)
    #expect(
      try stretch("password", ten)
        == hex("34cb11d1781ad03cb380c1aede7835330feb881b3de6f515e518edb43adfc49b"))
    let larger = try StretchingCost(passes: 3, memoryMiB: 128, machineMiB: 4096)
    #expect(
      try stretch("", larger)
        == hex("ad9bc248bd28ba77772a1d74b4ad5d46c27c917daabc43f99d27661dd24d99df"))
  }

  @Test func `salts are random and have one length`() {
    #expect(StretchingSalt() != StretchingSalt())
    #expect(throws: CryptoError.wrongLength(expected: 16, found: 15)) {
      try StretchingSalt(untrusted: [UInt8](repeating: 0, count: 15))
    }
  }
}
