import Testing
import VaultCrypto

@testable import AgeFormat

@Suite struct RandomBytesTests {
  @Test func `whole files with random damage are refused, whatever the pieces`() {
    var random = SeededRandom(seed: 1)
    let file = HandMadeFile(plaintext: sample(300)).with {
      $0.lines += ["-> a.example/b c", fullLine, "AAAA", "-> d", ""]
    }
    let whole = file.bytes
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let position = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[position] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: position)
        case 2: bytes.insert(Array("\n- >A=".utf8).randomElement(using: &random) ?? 0, at: position)
        default: bytes = Array(bytes.prefix(position + 1))
        }
      }
      if bytes == whole { continue }
      let reading = Reading(bytes, with: HandMadeFile.identity)
      #expect(reading.error != nil)
      #expect(reading.plaintext.isEmpty)
      let size = Int.random(in: 1...40, using: &random)
      #expect(Reading(bytes, with: HandMadeFile.identity, pieces: size) == reading)
    }
  }

  @Test func `random lines are a header that is written the same, or none`() {
    var random = SeededRandom(seed: 2)
    let alphabet = Array("AAAAAAAAAB/+=- \n\n>ä".utf8)
    var headers = 0
    for _ in 0..<20_000 {
      var text = "age-encryption.org/v1\n-> a"
      let characters = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      text += String(decoding: characters, as: UTF8.self)
      text += "\n--- " + String(repeating: "A", count: 43) + "\n"
      guard let header = try? Reading.header(of: Array(text.utf8)) else { continue }
      headers += 1
      let written = header.stanzas.flatMap(\.text)
      #expect(
        text == "age-encryption.org/v1\n" + String(decoding: written, as: UTF8.self)
          + "--- " + String(repeating: "A", count: 43) + "\n")
    }
    #expect(headers > 100)
  }
}
