import Testing

@testable import Terminal

private let heading = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"

private func swap(_ table: String?) throws -> Swap {
  let folder = try TemporaryFolder()
  folder.makeFolder("proc")
  if let table { try folder.make("proc/swaps", table) }
  return Swap.read(from: folder.path + "/")
}

@Test func `no swap, swap into memory and swap that cannot be told are told apart`() throws {
  #expect(try swap(heading) == .off)
  #expect(try swap(heading + "/dev/zram0 partition\t8388604\t0\t100\n") == .encrypted)
  #expect(try swap(heading + "/dev/none7 partition\t8388604\t0\t-2\n") == .unknown)
  #expect(try swap(nil) == .unknown)
}

@Test func `a device is encrypted if all of what it is made of is`() throws {
  let folder = try TemporaryFolder()
  folder.makeFolder("crypt/dm")
  try folder.make("crypt/dm/uuid", "CRYPT-LUKS2-00\n")
  folder.makeFolder("disk/slaves")
  folder.makeFolder("part")
  folder.makeFolder("volume/dm")
  try folder.make("volume/dm/uuid", "LVM-00\n")
  folder.makeFolder("volume/slaves/a/dm")
  try folder.make("volume/slaves/a/dm/uuid", "CRYPT-LUKS2-00\n")
  folder.makeFolder("mixed/slaves/b/slaves")
  folder.makeFolder("mixed/slaves/a/dm")
  try folder.make("mixed/slaves/a/dm/uuid", "CRYPT-LUKS2-00\n")
  func kind(_ name: String) -> Swap { Swap.kind(ofBlock: folder.file(name), depth: 0) }
  #expect(kind("crypt") == .encrypted)
  #expect(kind("volume") == .encrypted)
  #expect(kind("disk") == .plain)
  #expect(kind("part") == .plain)
  #expect(kind("mixed") == .plain)
  #expect(kind("none") == .unknown)
}

@Test func `the machine has memory`() {
  #expect((Machine.memoryMiB ?? 0) > 64)
}
