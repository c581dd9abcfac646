import Testing
import VaultCrypto

@testable import AgeFormat

/// Every MUST of the specification's "X25519 recipient stanza".
@Suite struct X25519DefectTests {
  static let defects = [
    Defect("no share", .argumentCount(line: 2, found: 1)) { $0.lines[1] = "-> X25519" },
    Defect("an argument too many", .argumentCount(line: 2, found: 3)) { $0.lines[1] += " a" },
    Defect("a share with padding", .notCanonical(line: 2)) { $0.lines[1] += "=" },
    Defect("a share with bits left over", .notCanonical(line: 2)) {
      $0.lines[1] = "-> X25519 " + String(repeating: "A", count: 42) + "B"
    },
    Defect("a share in the URL alphabet", .notCanonical(line: 2)) {
      $0.lines[1] = "-> X25519 " + String(repeating: "_", count: 42) + "A"
    },
    Defect("a share of 31 bytes", .shareLength(line: 2, found: 31)) {
      $0.lines[1] = "-> X25519 " + base64([UInt8](repeating: 9, count: 31))
    },
    Defect("a share of 33 bytes", .shareLength(line: 2, found: 33)) {
      $0.lines[1] = "-> X25519 " + base64([UInt8](repeating: 9, count: 33))
    },
    Defect("an empty body", .bodyLength(line: 2, found: 0)) { $0.lines[2] = "" },
    Defect("a body of 31 bytes", .bodyLength(line: 2, found: 31)) {
      $0.lines[2] = base64([UInt8](repeating: 9, count: 31))
    },
    Defect("a body of 33 bytes", .bodyLength(line: 2, found: 33)) {
      $0.lines[2] = base64([UInt8](repeating: 9, count: 33))
    },
    Defect("a body of 48 bytes", .bodyLength(line: 2, found: 48)) {
      $0.lines.replaceSubrange(2..., with: [fullLine, ""])
    },
    Defect("a second stanza of the wrong form", .bodyLength(line: 4, found: 0)) {
      $0.lines += [$0.lines[1], ""]
    },
    Defect("another recipient's stanza", .noMatchingStanza) {
      let wrapped = RecoveryIdentity().agePublicKey.wrap(HandMadeFile.fileKey)
      $0.lines.replaceSubrange(
        1..., with: ["-> X25519 \(base64(wrapped.share))", base64(wrapped.sealed)])
    },
    Defect("another file key in the stanza", .headerNotAuthentic) {
      let wrapped = HandMadeFile.identity.agePublicKey.wrap(AgeFileKey())
      $0.lines.replaceSubrange(
        1..., with: ["-> X25519 \(base64(wrapped.share))", base64(wrapped.sealed)])
    },
    Defect("a share that is another point", .noMatchingStanza) {
      $0.lines[1] = "-> X25519 " + base64(RecoveryIdentity().agePublicKey.bytes)
    },
    Defect("an altered sealed key", .noMatchingStanza) {
      $0.lines[2] = ($0.lines[2].hasPrefix("A") ? "B" : "A") + $0.lines[2].dropFirst()
    },
  ]

  @Test(arguments: defects)
  func `a stanza is refused for`(defect: Defect) {
    let file = HandMadeFile().with(defect.change)
    let reading = Reading(file.bytes, with: HandMadeFile.identity)
    #expect(reading == Reading([], defect.error))
    // A holder of the file key who needs no X25519 stanza is not kept out by one.
    let whole = HandMadeFile().with(defect.change)
    #expect(Reading(whole.bytes, fileKey: HandMadeFile.fileKey).error == nil)
  }

  /// Points with which every agreement is known to everybody.
  ///
  /// Source: <https://cr.yp.to/ecdh.html#validate>.
  @Test(arguments: [
    [UInt8](repeating: 0, count: 32),
    [1] + [UInt8](repeating: 0, count: 31),
    [0xec] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
    [0xed] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
    [0xee] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
    [UInt8](repeating: 0, count: 31) + [0x80],
    [
      0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f, 0xc4,
      0x6a, 0xda, 0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49,
      0xb8, 0x00,
    ],
    [
      0x5f, 0x9c, 0x95, 0xbc, 0xa3, 0x50, 0x8c, 0x24, 0xb1, 0xd0, 0xb1, 0x55, 0x9c, 0x83, 0xef,
      0x5b, 0x04, 0x44, 0x5c, 0xc4, 0x58, 0x1c, 0x8e, 0x86, 0xd8, 0x22, 0x4e, 0xdd, 0xd0, 0x9f,
      0x11, 0x57,
    ],
  ])
  func `a share of low order ends the reading`(point: [UInt8]) {
    let file = HandMadeFile().with { $0.lines[1] = "-> X25519 " + base64(point) }
    let refused = Reading([], .shareRefused(line: 2))
    #expect(Reading(file.bytes, with: HandMadeFile.identity) == refused)
    #expect(Reading(file.bytes, with: RootKey().ageKeyPair()) == refused)
  }
}

extension Reading {
  /// What a reading ought to come to.
  init(_ plaintext: [UInt8], _ error: AgeError?) {
    self.plaintext = plaintext
    self.error = error
  }
}
