import Glibc
import Testing

@testable import VaultCrypto

@Suite struct SodiumTests {
  @Test func `libsodium starts more than once`() throws {
    try Sodium.ready()
    try Sodium.ready()
  }

  @Test func `random bytes differ`() {
    #expect(Sodium.randomBytes(count: 32) != Sodium.randomBytes(count: 32))
    #expect(Sodium.randomBytes(count: 0).isEmpty)
  }

  @Test func `random numbers stay below their bound and reach all values`() {
    let drawn = (0..<1000).map { _ in Sodium.randomUniform(below: 6) }
    #expect(Set(drawn) == Set(0..<6))
    #expect(Sodium.randomUniform(below: 1) == 0)
  }

  @Test func `a bound of zero is our own mistake`() async {
    await #expect(processExitsWith: .failure) { _ = Sodium.randomUniform(below: 0) }
  }

  @Test func `memory that cannot be locked is said`() async {
    await #expect(processExitsWith: .success) {
      let before = Sodium.memoryLock
      let small = SecretBytes(count: 32)
      let between = Sodium.memoryLock
      var none = rlimit(rlim_cur: 0, rlim_max: 0)
      unsafe setrlimit(__rlimit_resource_t(__RLIMIT_MEMLOCK.rawValue), &none)
      // The superuser may lock memory all the same; nobody may not.
      if geteuid() == 0 { setuid(65_534) }
      let secret = SecretBytes(count: 32)
      precondition(before == .locked && between == .locked && small.count == 32)
      precondition(Sodium.memoryLock == .unlocked && secret.count == 32)
    }
  }
}
