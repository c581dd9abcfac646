import Testing
import VaultCrypto

@testable import AgeFormat

/// Every MUST of the specification's "Payload"; chunks before the defect are lent, none after it.
@Suite struct PayloadDefectTests {
  /// Three chunks: two full ones, and one of 18,928 bytes.
  private let whole = HandMadeFile()
  private var start: Int { whole.payloadOffset }
  private let chunk = 65_552

  private func read(_ change: (inout HandMadeFile) -> Void) -> Reading {
    let file = whole.with(change)
    let reading = Reading(file.bytes, with: HandMadeFile.identity)
    #expect(Reading(file.bytes, with: HandMadeFile.identity, pieces: 4099) == reading)
    return reading
  }

  private func lent(_ chunks: Int, _ error: AgeError) -> Reading {
    Reading(sample(chunks * 65_536), error)
  }

  @Test func `a payload without its nonce, or a part of it, is cut short`() {
    for count in 0..<16 {
      let bytes = whole.header + whole.nonce.prefix(count)
      #expect(
        Reading(bytes, with: HandMadeFile.identity)
          == lent(0, .payloadTruncated(offset: bytes.count)))
    }
  }

  @Test func `a payload without a chunk, or with less than a tag, is cut short`() {
    for count in 0..<16 {
      let reading = read { $0.chunks = [Array($0.chunks[2].prefix(count))] }
      #expect(reading == lent(0, .payloadTruncated(offset: start + count)))
    }
  }

  @Test func `without its final chunk a payload is cut short`() {
    #expect(
      read { $0.chunks.removeLast() } == lent(1, .payloadTruncated(offset: start + 2 * chunk)))
    #expect(
      read { $0.chunks.removeLast(2) } == lent(0, .payloadTruncated(offset: start + chunk)))
  }

  @Test(arguments: [1, 15])
  func `with a beginning of a tag for its final chunk a payload is cut short`(count: Int) {
    let reading = read { $0.chunks[2] = Array($0.chunks[2].prefix(count)) }
    #expect(reading == lent(2, .payloadTruncated(offset: start + 2 * chunk + count)))
  }

  @Test(arguments: [16, 17, 18_000, 18_943])
  func `a chunk that is cut short is not authentic`(count: Int) {
    let reading = read { $0.chunks[2] = Array($0.chunks[2].prefix(count)) }
    #expect(reading == lent(2, .chunkNotAuthentic(offset: start + 2 * chunk)))
  }

  @Test(arguments: [0, 1, 2])
  func `a bit flipped anywhere in a chunk is noticed`(number: Int) {
    for index in [0, 1000, 18_900, -16, -1] {
      let reading = read {
        let position = index < 0 ? $0.chunks[number].count + index : index
        $0.chunks[number][position] ^= 0x10
      }
      #expect(reading == lent(number, .chunkNotAuthentic(offset: start + number * chunk)))
    }
  }

  @Test func `another nonce is noticed`() {
    for index in 0..<16 {
      #expect(read { $0.nonce[index] ^= 1 } == lent(0, .chunkNotAuthentic(offset: start)))
    }
  }

  @Test func `chunks in another order are noticed`() {
    #expect(read { $0.chunks.swapAt(0, 1) } == lent(0, .chunkNotAuthentic(offset: start)))
    #expect(read { $0.chunks.remove(at: 0) } == lent(0, .chunkNotAuthentic(offset: start)))
    #expect(
      read { $0.chunks.insert($0.chunks[1], at: 1) }
        == lent(2, .chunkNotAuthentic(offset: start + 2 * chunk)))
    #expect(
      read { $0.chunks.remove(at: 1) } == lent(1, .chunkNotAuthentic(offset: start + chunk)))
  }

  @Test func `a chunk of another file is noticed`() {
    let other = HandMadeFile().with {
      $0.nonce = [UInt8](repeating: 7, count: 16)
      $0.chunks[1] = $0.chunk(sample(65_536), 1, .inner)
    }
    #expect(
      read { $0.chunks[1] = other.chunks[1] }
        == lent(1, .chunkNotAuthentic(offset: start + chunk)))
  }

  @Test func `a chunk marked final before the end is noticed`() {
    let second = Array(sample(131_072).suffix(65_536))
    #expect(
      read { $0.chunks[1] = $0.chunk(second, 1, .final) }
        == lent(1, .trailingBytes(offset: start + 2 * chunk)))
  }

  @Test func `a last chunk not marked final is noticed`() {
    let third = Array(sample(150_000).suffix(18_928))
    #expect(
      read { $0.chunks[2] = $0.chunk(third, 2, .inner) }
        == lent(2, .payloadTruncated(offset: whole.bytes.count)))
  }

  @Test func `a chunk before the last that is not full is noticed`() {
    let short = Array(sample(131_072).suffix(65_536).dropLast())
    #expect(
      read { $0.chunks[1] = $0.chunk(short, 1, .inner) }
        == lent(1, .chunkNotAuthentic(offset: start + chunk)))
  }

  @Test func `a chunk of more than 64 KiB is noticed`() {
    #expect(
      read { $0.chunks = [$0.chunk(sample(65_537), 0, .final)] }
        == lent(0, .chunkNotAuthentic(offset: start)))
  }

  @Test func `an empty final chunk behind others is refused`() {
    #expect(
      read { $0.chunks[2] = $0.chunk([], 2, .final) }
        == lent(2, .finalChunkEmpty(offset: start + 2 * chunk)))
    #expect(
      read { $0.chunks = [$0.chunk([], 0, .final)] } == Reading([], nil))
  }

  @Test func `two final chunks are noticed`() {
    #expect(
      read { $0.chunks.append($0.chunk([1], 3, .final)) }
        == lent(2, .chunkNotAuthentic(offset: start + 2 * chunk)))
    let third = sample(65_536)
    #expect(
      read { $0.chunks = [$0.chunk(third, 0, .final), $0.chunk([1], 1, .final)] }
        == lent(0, .trailingBytes(offset: start + chunk)))
  }

  @Test func `bytes behind a full final chunk are noticed`() {
    for count in [1, 16, 17, 70_000] {
      let reading = read {
        $0.chunks = [$0.chunk(sample(65_536), 0, .final), [UInt8](repeating: 0, count: count)]
      }
      #expect(reading == lent(0, .trailingBytes(offset: start + chunk)))
    }
  }

  @Test func `bytes behind a final chunk that is not full are noticed`() {
    for count in [1, 16] {
      let reading = read { $0.chunks[2] += [UInt8](repeating: 0, count: count) }
      #expect(reading == lent(2, .chunkNotAuthentic(offset: start + 2 * chunk)))
    }
  }
}
