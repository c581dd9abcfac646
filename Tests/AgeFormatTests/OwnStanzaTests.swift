import Testing
import VaultCrypto

@testable import AgeFormat

@Suite struct OwnStanzaTests {
  private static let type = "uidvault.example/wrap"

  private static let stanzas = [
    AgeStanza(type: type, arguments: ["1", "~!@"], body: []),
    AgeStanza(type: type, body: sample(47)),
    AgeStanza(type: type, body: sample(48)),
    AgeStanza(type: type, arguments: ["a"], body: sample(49)),
    AgeStanza(type: type, body: sample(5000)),
  ]

  @Test func `the caller's stanzas stand behind the recipients', as they were given`() throws {
    let identity = RecoveryIdentity()
    let file = try encrypt([1, 2, 3], to: [identity.agePublicKey], stanzas: Self.stanzas)
    let stanzas = try Reading.header(of: file).stanzas
    #expect(stanzas.map(\.type) == ["X25519"] + Self.stanzas.map(\.type))
    #expect(Array(stanzas.dropFirst()) == Self.stanzas)
    #expect(Reading(file, with: identity) == Reading([1, 2, 3], nil))
  }

  @Test func `a file key out of a stanza of the caller's own opens the file`() throws {
    let fileKey = AgeFileKey()
    // Stands for a wrapping of the caller's own: here, the key with all bits flipped.
    let wrapped = fileKey.withBytes { key in
      unsafe key.withUnsafeBytes { key in unsafe key.map { ~$0 } }
    }
    let file = try encrypt(
      sample(70_000), to: [], stanzas: [AgeStanza(type: Self.type, body: wrapped)],
      fileKey: fileKey)
    let stanza = try #require(try Reading.header(of: file).stanzas.first)
    let unwrapped = stanza.body.map { ~$0 }
    let key = try unsafe AgeFileKey(copying: unwrapped.span.bytes)
    #expect(Reading(file, fileKey: key) == Reading(sample(70_000), nil))
    #expect(Reading(file, fileKey: AgeFileKey()) == Reading([], .headerNotAuthentic))
    #expect(Reading(file, with: RecoveryIdentity()) == Reading([], .noMatchingStanza))
  }

  @Test func `stanzas are seen before the MAC is checked`() throws {
    let file = HandMadeFile().with {
      $0.lines += ["-> \(Self.type) 7", "AQID"]
      $0.macLine = "--- " + String(repeating: "A", count: 43)
    }
    let stanzas = try Reading.header(of: file.bytes).stanzas
    #expect(stanzas.last == AgeStanza(type: Self.type, arguments: ["7"], body: [1, 2, 3]))
    #expect(Reading(file.bytes, fileKey: HandMadeFile.fileKey).error == .headerNotAuthentic)
  }

  @Test func `a type without a domain, and an argument that is none, are our own mistakes`() async {
    await #expect(processExitsWith: .failure) { _ = AgeStanza(type: "wrap", body: []) }
    await #expect(processExitsWith: .failure) { _ = AgeStanza(type: "X25519/", body: []) }
    await #expect(processExitsWith: .failure) { _ = AgeStanza(type: "a.example/b c", body: []) }
    await #expect(processExitsWith: .failure) {
      _ = AgeStanza(type: "a.example/b", arguments: [""], body: [])
    }
    await #expect(processExitsWith: .failure) { _ = try encrypt([], to: []) }
  }
}
