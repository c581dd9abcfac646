import Glibc
import Testing

@testable import VaultCrypto

@Suite struct WipedBytesTests {
  @Test func `a hundred thousand wiped buffers live side by side`() {
    final class Holder: Sendable {
      let bytes: WipedBytes
      init(_ value: UInt8) { bytes = WipedBytes(copying: [value, value]) }
    }
    let holders = (0..<100_000).map { Holder(UInt8(truncatingIfNeeded: $0)) }
    #expect(holders[99_999].bytes.array == [UInt8](repeating: UInt8(99_999 & 0xff), count: 2))
  }

  @Test func `wiped bytes start as zero and take changes`() {
    var bytes = WipedBytes(count: 4)
    #expect(bytes.array == [0, 0, 0, 0])
    bytes.withMutableBytes { $0.storeBytes(of: 5, toByteOffset: 3, as: UInt8.self) }
    #expect(bytes.array == [0, 0, 0, 5])
    #expect(WipedBytes(count: 0).array.isEmpty)
  }

  @Test func `nothing is left in memory when the owner lets go`() throws {
    let pattern = (0..<4096).map { UInt8($0 * 197 % 251) | 1 }
    var address = 0
    // Taken before: the allocator would hand out the very memory that was let go.
    var before = [UInt8](repeating: 0, count: pattern.count)
    var after = before
    after[0] = 1
    do {
      var bytes = WipedBytes(copying: pattern)
      unsafe bytes.withMutableAddress { address = Int(bitPattern: $0) }
      try read(address, into: &before)
    }
    try read(address, into: &after)
    #expect(before == pattern)
    // The allocator may have used some of it again; no run of the content is there.
    let left = zip(pattern, after).filter { $0 == $1 }.count
    #expect(left < pattern.count / 4)
  }

  /// Asks the kernel what stands in memory, whoever owns it now.
  private func read(_ address: Int, into bytes: inout [UInt8]) throws {
    let descriptor = unsafe open("/proc/self/mem", O_RDONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let count = bytes.count
    let found = unsafe pread(descriptor, &bytes, count, off_t(address))
    try #require(found == count)
  }
}
