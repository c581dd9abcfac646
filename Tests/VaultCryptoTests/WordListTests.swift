import Testing
import VaultCrypto

@Suite struct WordListTests {
  private let words = (0..<WordList.count).map(WordList.word(at:))

  @Test func `there are 2048 words in strictly alphabetical order`() {
    #expect(words.count == 2048)
    #expect(zip(words, words.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `the list ends where it ends, so that no literal is left out`() {
    #expect(words.first == "aardvark")
    #expect(words.last == "zoom")
    #expect(WordList.index(of: "zoom") == 2047)
  }

  @Test func `the list of this release is the list for ever`() {
    // FNV-1a over the words and their ends: a changed, moved or lost word changes it.
    let hash = words.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, word in
      (word.utf8 + [0]).reduce(hash) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
    #expect(hash == 0x33aa_be8f_529d_f2d0)
  }

  @Test func `no two words share their first four letters`() {
    #expect(Set(words.map { $0.prefix(WordList.prefixLength) }).count == words.count)
  }

  @Test func `a word has four to eight letters from a to z`() {
    for word in words {
      #expect((4...8).contains(word.utf8.count), "\(word)")
      #expect(word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
    }
  }

  @Test func `every word is found whole, by its first four letters and in capitals`() {
    for (index, word) in words.enumerated() {
      #expect(WordList.index(of: word) == index)
      #expect(WordList.index(of: String(word.prefix(4))) == index)
      #expect(WordList.index(of: word.uppercased()) == index)
    }
  }

  @Test(
    arguments: [
      "", " ", "aar", "aardv", "aardvarks", "aardwolf", "zoo", "zooms", "zzzz", "aaaa", "zoom ",
      " zoom", "zo om", "zöom", "1234", "Kelvin", "ﬁel", "\0\0\0\0", "aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ])
  func `what is not a word of the list has no place`(typed: String) {
    #expect(WordList.index(of: typed) == nil)
  }

  @Test func `bits become words from the most significant on`() {
    let zeros = [UInt8](repeating: 0, count: 4)
    let ones = [UInt8](repeating: 0xff, count: 4)
    #expect(WordList.encode(zeros, count: 2) == ["aardvark", "aardvark"])
    #expect(WordList.encode(ones, count: 2) == ["zoom", "zoom"])
    // 00000000001 00000000010 0000000011 and two bits left over
    let steps: [UInt8] = [0b0000_0000, 0b0010_0000, 0b0000_1000, 0b0000_0111]
    #expect(WordList.encode(steps, count: 2) == [words[1], words[2]])
    #expect(WordList.encode(steps, count: 0) == [])
  }

  @Test func `words spell the same bits that they were made of`() {
    // 11 bytes are exactly 8 words.
    let bytes: [UInt8] = (0..<11).map { 37 &* $0 &+ 11 }
    let bits = WordList.encode(bytes, count: 8).flatMap { word in
      let index = WordList.index(of: word) ?? 0
      return (0..<WordList.bitsPerWord).map { index >> (WordList.bitsPerWord - 1 - $0) & 1 }
    }
    let back = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<(start + 8)].reduce(0 as UInt8) { $0 << 1 | UInt8($1) }
    }
    #expect(back == bytes)
  }

  @Test func `bytes after the words asked for change nothing`() {
    let bytes: [UInt8] = [0x12, 0x34, 0x56, 0x78, 0x9a]
    #expect(WordList.encode(bytes, count: 2) == WordList.encode(bytes + [0xff], count: 2))
    #expect(WordList.encode(bytes, count: 3).prefix(2) == WordList.encode(bytes, count: 2)[...])
  }

  @Test func `too few bytes to spell are our own mistake`() async {
    await #expect(processExitsWith: .failure) {
      _ = WordList.encode([0xff], count: 1)
    }
  }

  @Test(arguments: [1, 2, 6, 8, 40])
  func `generated words are of the list, parted by one space`(count: Int) throws {
    let phrase = text(of: try WordList.generate(count: count))
    let drawn = phrase.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    #expect(drawn.count == count)
    #expect(drawn.allSatisfy { Set(words).contains($0) })
  }

  @Test func `no two generated passphrases are the same`() throws {
    var phrases: Set<String> = []
    for _ in 0..<100 { phrases.insert(text(of: try WordList.generate(count: 6))) }
    #expect(phrases.count == 100)
  }

  @Test func `words are drawn from the whole list`() throws {
    var drawn: Set<Int> = []
    for word in text(of: try WordList.generate(count: 40_000)).split(separator: " ") {
      drawn.insert(try #require(WordList.index(of: String(word))))
    }
    // A word is missed with a chance of (1 - 1/2048)^40000, under one in 300 million.
    #expect(drawn.count > 2040)
  }

  private func text(of secret: borrowing SecretBytes) -> String {
    secret.withBytes { span in
      unsafe span.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }
}
