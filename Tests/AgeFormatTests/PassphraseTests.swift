import Testing
import VaultCrypto

@testable import AgeFormat

/// Files that a passphrase opens, and what readers refuse of them.
@Suite struct PassphraseTests {
  private static let words = "five plain words for tests"
  /// The lowest cost, as nothing here depends on it.
  private static let factor = 1

  private func passphrase(_ text: String = words) throws -> Passphrase {
    try Passphrase(existing: SecretBytes(copying: Array(text.utf8)))
  }

  private func file(_ content: [UInt8]) throws -> [UInt8] {
    var file: [UInt8] = []
    let key = try AgePassphraseKey(
      of: try passphrase(), try #require(AgeWorkFactor(Self.factor)))
    var writer = try AgeWriter(under: key) { (bytes) throws(Never) in
      file += unsafe bytes.withUnsafeBytes { unsafe Array($0) }
    }
    unsafe writer.append(content.span.bytes)
    writer.finish()
    return file
  }

  private func open(_ file: [UInt8], with text: String = words) throws -> [UInt8] {
    let unverified = try Reading.header(of: file)
    let reading = Reading(file, fileKey: try unverified.fileKey(with: try passphrase(text)))
    if let error = reading.error { throw error }
    return reading.plaintext
  }

  /// The file with another first stanza line; nothing is authentic then, but that is found later.
  private func altered(_ file: [UInt8], _ alter: ([String]) -> [String]) -> [UInt8] {
    let lines = file.split(separator: 0x0a, maxSplits: 2, omittingEmptySubsequences: false)
    let words = String(decoding: lines[1], as: UTF8.self).split(separator: " ").map(String.init)
    return lines[0] + [0x0a] + Array(alter(words).joined(separator: " ").utf8) + [0x0a] + lines[2]
  }

  private func refusal(_ file: [UInt8]) -> AgeError? {
    do {
      _ = try open(file)
      return nil
    } catch let error as AgeError {
      return error
    } catch AgeTransferError<Never>.age(let error) {
      return error
    } catch {
      Issue.record("another error: \(error)")
      return nil
    }
  }

  @Test(arguments: [0, 1, 65_536, 65_537])
  func `a passphrase opens what it was made for`(count: Int) throws {
    let content = [UInt8](repeating: 7, count: count)
    #expect(try open(try file(content)) == content)
  }

  @Test func `its stanza stands alone, with a salt of its own in each file`() throws {
    let files = [try file([1]), try file([1])]
    let salts = try files.map { file in
      let stanzas = try Reading.header(of: file).stanzas
      #expect(stanzas.map(\.type) == ["scrypt"])
      return stanzas[0].arguments[0]
    }
    #expect(salts[0] != salts[1])
  }

  @Test func `another passphrase opens nothing`() throws {
    #expect(throws: AgeError.noMatchingStanza) {
      try open(try file([1]), with: "six other words")
    }
  }

  @Test(arguments: ["0", "01", "+1", "-1", "1 ", "1x", "x", "0x1"])
  func `a work factor that is no plain number is refused`(text: String) throws {
    let bad = altered(try file([1])) { Array($0.dropLast()) + [text] }
    let expected: AgeError = text == "1 " ? .stanzaSyntax(line: 2) : .workFactorSyntax(line: 2)
    #expect(refusal(bad) == expected)
  }

  @Test(arguments: ["21", "64", "99999999999999999999"])
  func `a work factor above the limit is refused before anything is stretched`(
    text: String
  ) throws {
    let bad = altered(try file([1])) { Array($0.dropLast()) + [text] }
    #expect(refusal(bad) == .workFactorTooHigh(line: 2, limit: 20))
  }

  @Test func `salt, arguments and body have exactly their lengths`() throws {
    let good = try file([1])
    #expect(refusal(altered(good) { $0 + ["more"] }) == .argumentCount(line: 2, found: 4))
    #expect(refusal(altered(good) { Array($0.dropLast()) }) == .argumentCount(line: 2, found: 2))
    #expect(
      refusal(altered(good) { [$0[0], $0[1], "AAAA", $0[3]] }) == .saltLength(line: 2, found: 3))
    #expect(
      refusal(altered(good) { [$0[0], $0[1], $0[2] + "=", $0[3]] }) == .notCanonical(line: 2))
  }

  @Test func `a factor that was altered within the limits is not authentic`() throws {
    let bad = altered(try file([1])) { Array($0.dropLast()) + ["2"] }
    #expect(refusal(bad) == .noMatchingStanza)
  }
}
