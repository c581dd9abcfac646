import Matching
import Testing
import VaultCrypto

@testable import VaultCore

/// Directory entries and blocks, of which a search reads parts without copying: whatever the bytes,
/// the quick view and the whole reading are of one mind.
@Suite struct FormatDirectoryTests {
  /// Random numbers that are the same in every run.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15

    // Source: xorshift64*, Vigna 2016.
    mutating func next() -> UInt64 {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return state &* 2_685_821_657_736_338_717
    }

    mutating func bytes(_ count: ClosedRange<Int>) -> [UInt8] {
      (0..<Int.random(in: count, using: &self)).map { _ in
        UInt8.random(in: 0...255, using: &self)
      }
    }

    mutating func entry() -> DirectoryEntry {
      let isPending = Bool.random(using: &self)
      let uids = (0..<Int.random(in: 0...16, using: &self)).map { _ in bytes(0...32) }
      let kinds = (0..<Int.random(in: 0...25, using: &self)).map { _ in
        UInt8.random(in: 1...6, using: &self)
      }.sorted()
      let birth = PartialDate(year: Int.random(in: 1900...2026, using: &self), month: 2, day: 28)
      return DirectoryEntry(
        id: ClientID(number: next() | 1), recordHash: Digest(stored: bytes(32...32)),
        status: ClientStatus.allCases.randomElement(using: &self) ?? .active,
        isHeld: Bool.random(using: &self), monthDue: UInt16.random(in: 0...65535, using: &self),
        owner: isPending ? MemberID(number: next() | 1) : nil,
        household: Bool.random(using: &self) ? next() : nil, uids: uids,
        hasPresentUID: !uids.isEmpty && Bool.random(using: &self),
        birthDate: Bool.random(using: &self) ? birth.map(ClientDate.init) : nil,
        names: kinds.compactMap { NameKind(rawValue: $0) }.map {
          DirectoryEntry.FoldedNamePart(kind: $0, text: bytes(0...96))
        },
        ssnDigits: bytes([0...0, 4...4, 9...9].randomElement(using: &self) ?? 0...0),
        phones: (0..<Int.random(in: 0...10, using: &self)).map { _ in bytes(0...32) })
    }
  }

  private func readsWhole(_ bytes: [UInt8]) -> Bool {
    do {
      try bytes.withSpan { (span) throws(FormatProblem) in
        var offset = 0
        _ = try DirectoryEntry(from: span, at: &offset)
      }
      return true
    } catch {
      return false
    }
  }

  private func readsQuickly(_ bytes: [UInt8]) -> Bool {
    do {
      try bytes.withSpan { (span) throws(FormatProblem) in
        var offset = 0
        let view = try EntryView(in: span, at: &offset)
        view.forEachName(in: span) { _, range in #expect(range.upperBound <= view.range.upperBound)
        }
        view.forEachUID(in: span) { #expect($0.upperBound <= view.range.upperBound) }
        view.forEachPhone(in: span) { #expect($0.upperBound <= view.range.upperBound) }
        #expect(view.ssn(in: span).upperBound <= view.range.upperBound)
        _ = (view.birth(in: span), view.idNumber(in: span), view.isDue(in: 9, span))
      }
      return true
    } catch {
      return false
    }
  }

  @Test func `random entries come back as they were, by both readings`() throws {
    var random = Seeded()
    for _ in 0..<500 {
      let entry = random.entry()
      let bytes = entry.encoded()
      try #require(bytes.count <= DirectoryEntry.byteLimit)
      try bytes.withSpan { (span) throws(FormatProblem) in
        var offset = 0
        #expect(try DirectoryEntry(from: span, at: &offset) == entry)
        #expect(offset == bytes.count)
        offset = 0
        let view = try EntryView(in: span, at: &offset)
        #expect(offset == bytes.count)
        var (names, uids, phones): ([[UInt8]], [[UInt8]], [[UInt8]]) = ([], [], [])
        view.forEachName(in: span) { names.append([$0.rawValue] + span.copy($1)) }
        view.forEachUID(in: span) { uids.append(span.copy($0)) }
        view.forEachPhone(in: span) { phones.append(span.copy($0)) }
        #expect(names == entry.names.map { [$0.kind.rawValue] + $0.text })
        #expect(uids == entry.uids && phones == entry.phones)
        #expect(span.copy(view.ssn(in: span)) == entry.ssnDigits)
        #expect(view.idNumber(in: span) == entry.id.number && view.status == entry.status)
        let birth = view.birth(in: span)
        #expect(birth.year == entry.birthDate?.year ?? 0)
      }
    }
  }

  @Test func `altered entries are refused by both readings or by none`() {
    var random = Seeded()
    var refused = 0
    for _ in 0..<6000 {
      var bytes = random.entry().encoded()
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        // Behind id and hash, where status, flags and lengths stand, more often.
        let places = Bool.random(using: &random) ? 0..<bytes.count : 42..<54
        let position = Int.random(in: places.clamped(to: bytes.indices), using: &random)
        bytes[position] =
          [0, 1, 255, bytes[position] ^ 1, bytes[position] &+ 1]
          .randomElement(using: &random) ?? 0
      }
      let whole = readsWhole(bytes)
      #expect(whole == readsQuickly(bytes))
      if !whole { refused += 1 }
    }
    #expect((500...5000).contains(refused), "\(refused): attacks that say something")
  }

  @Test func `an entry cut at any length is refused by both readings`() {
    var random = Seeded()
    for _ in 0..<20 {
      let bytes = random.entry().encoded()
      for count in bytes.indices {
        #expect(!readsWhole(Array(bytes.prefix(count))))
        #expect(!readsQuickly(Array(bytes.prefix(count))))
      }
    }
  }

  @Test func `a block keeps what is put in and taken out, to its last byte`() throws {
    var random = Seeded()
    var block = DirectoryBlock()
    var kept: [DirectoryEntry] = []
    for _ in 0..<400 {
      let entry = random.entry()
      let bytes = entry.encoded()
      if !block.hasRoom(for: bytes.count) || (!kept.isEmpty && random.next() % 3 == 0) {
        let index = Int.random(in: kept.indices, using: &random)
        try block.remove(kept.remove(at: index).id)
      } else {
        block.append(bytes)
        kept.append(entry)
      }
    }
    try block.remove(ClientID(number: 2))
    #expect(block.count == kept.count)
    #expect(block.used == 4 + kept.reduce(0) { $0 + $1.encoded().count })
    let bytes = block.withBytes { $0.copy(0..<$0.byteCount) }
    let again = try DirectoryBlock(opened: WipedBytes(copying: bytes))
    #expect((again.count, again.used) == (block.count, block.used))
    var read: [DirectoryEntry] = []
    try again.forEachEntry { (bytes, view) throws(FormatProblem) in
      var offset = view.range.lowerBound - 2
      read.append(try DirectoryEntry(from: bytes, at: &offset))
    }
    #expect(read == kept)
    #expect(bytes[block.used...].allSatisfy { $0 == 0 }, "nothing is left of who was taken out")
  }

  @Test func `a block is filled to its last byte and no further`() throws {
    var random = Seeded()
    var entry = random.entry()
    (entry.names, entry.uids, entry.phones, entry.hasPresentUID) = ([], [], [], false)
    let bytes = entry.encoded()
    var block = DirectoryBlock()
    while block.hasRoom(for: bytes.count) { block.append(bytes) }
    #expect(DirectoryBlock.byteCount - block.used < bytes.count)
    let left = DirectoryBlock.byteCount - block.used
    let (fits, isTooMuch) = (block.hasRoom(for: left), !block.hasRoom(for: left + 1))
    #expect(fits && isTooMuch)
  }

  @Test func `a block that is none is refused`() {
    let zeros = [UInt8](repeating: 0, count: DirectoryBlock.byteCount)
    func block(_ start: [UInt8], at offset: Int = 0) -> [UInt8] {
      var bytes = zeros
      bytes.replaceSubrange(offset..<(offset + start.count), with: start)
      return bytes
    }
    for (bytes, problem) in [
      ([], FormatProblem.badLength), (zeros + [0], .badLength),
      (Array(zeros.dropLast()), .badLength), (block([1], at: 65_535), .badValue),
      (block([0xff, 0xff, 0xff, 0xff]), .truncated), (block([0, 0, 0, 1, 0xff, 0xff]), .truncated),
      (block([0, 0, 0, 0, 0, 1]), .badValue),
    ] {
      #expect(throws: problem) { _ = try DirectoryBlock(opened: WipedBytes(copying: bytes)) }
    }
    #expect(throws: FormatProblem.self) {
      try DirectoryBlock(opened: WipedBytes(copying: block([0, 0, 0, 9])))
        .forEachEntry { _, _ in }
    }
  }
}
