import Foundation
import Subprocess
import SystemPackage
import Testing
import VaultCrypto

@testable import AgeFormat

/// The other implementation: `age`, as Debian packages it.
@Suite struct StockAgeTests {
  private static let counts = [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]

  /// Runs `age` in a folder of its own, with the identity beside it, over bytes in a file.
  private func age(
    _ arguments: String, on bytes: [UInt8], identity: borrowing RecoveryIdentity
  ) async throws -> (isGood: Bool, output: [UInt8]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    let text = identity.withText { text in unsafe text.withUnsafeBytes { unsafe Data($0) } }
    try text.write(to: folder.appending(path: "identity"))
    try Data(bytes).write(to: folder.appending(path: "in"))
    let result = try await Subprocess.run(
      .name("sh"), arguments: ["-c", "age \(arguments) in >out"],
      workingDirectory: FilePath(folder.path()), input: .none, output: .discarded,
      error: .discarded)
    let output = folder.appending(path: "out")
    guard result.terminationStatus.isSuccess else { return (false, []) }
    return (true, [UInt8](try Data(contentsOf: output)))
  }

  @Test(arguments: counts)
  func `age opens our files`(count: Int) async throws {
    let identity = RecoveryIdentity()
    let stanza = AgeStanza(type: "uidvault.example/wrap", arguments: ["1"], body: sample(96))
    let crowd = (0..<20).map { _ in RecoveryIdentity().agePublicKey }
    for recipients in [[identity.agePublicKey], crowd + [identity.agePublicKey]] {
      let file = try encrypt(sample(count), to: recipients, stanzas: [stanza])
      let opened = try await age("-d -i identity", on: file, identity: identity)
      #expect(opened.isGood)
      #expect(opened.output == sample(count))
    }
  }

  @Test(arguments: counts)
  func `age's files are opened by ours`(count: Int) async throws {
    let identity = RecoveryIdentity()
    let recipient = "-r \(identity.agePublicKey.text)"
    let crowd = (0..<20).map { _ in "-r \(RecoveryIdentity().agePublicKey.text) " }.joined()
    for arguments in [recipient, crowd + recipient] {
      let made = try await age(arguments, on: sample(count), identity: identity)
      #expect(made.isGood)
      #expect(Reading(made.output, with: identity) == Reading(sample(count), nil))
      #expect(Reading(made.output, with: RecoveryIdentity()).error == .noMatchingStanza)
    }
  }

  @Test func `an armored file of age's is refused by its name`() async throws {
    let identity = RecoveryIdentity()
    let made = try await age(
      "-a -r \(identity.agePublicKey.text)", on: [1], identity: identity)
    #expect(made.isGood)
    #expect(Reading(made.output, with: identity).error == .armored)
  }

  /// Where the specification speaks to the identity and age's X25519 identity looks no further than
  /// to the first stanza that opens: ours checks all of them first.
  private static let openedByAge: Set = [
    "a second stanza of the wrong form", "an scrypt stanza before another",
    "an scrypt stanza behind another",
  ]

  /// So that no vector of ours can be wrong alone.
  @Test func `what is a defect to us is one to age, but for three that we refuse besides`()
    async throws
  {
    let lists = [
      HeaderDefectTests.versions, HeaderDefectTests.stanzas, HeaderDefectTests.bodies,
      HeaderDefectTests.ends, X25519DefectTests.defects,
    ]
    let file = HandMadeFile(plaintext: [1, 2, 3])
    let whole = try await age("-d -i identity", on: file.bytes, identity: HandMadeFile.identity)
    #expect(whole.isGood)
    var opened: Set<String> = []
    for defect in lists.flatMap({ $0 }) {
      let altered = file.with(defect.change)
      let answer = try await age(
        "-d -i identity", on: altered.bytes, identity: HandMadeFile.identity)
      if answer.isGood { opened.insert(defect.testDescription) }
    }
    #expect(opened == Self.openedByAge)
  }
}
