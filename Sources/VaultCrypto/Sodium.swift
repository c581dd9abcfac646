import CSodium
import Synchronization

/// The one start of libsodium, and its randomness.
package enum Sodium {
  /// Whether guarded memory is kept out of the swap.
  package enum MemoryLock: Equatable, Sendable {
    /// Every guarded allocation so far could be locked.
    case locked

    /// At least one guarded allocation could not be locked and may be swapped.
    case unlocked
  }

  private static let started: Int32 = sodium_init()
  private static let lockFailed = Atomic(false)

  /// Starts libsodium, once in a process; everything else here starts it by itself, and traps where
  /// this throws.
  ///
  /// Source: `sodium_init`.
  ///
  /// - Throws: `CryptoError.sodiumUnavailable` when the machine gives no randomness.
  package static func ready() throws(CryptoError) {
    if started < 0 { throw .sodiumUnavailable }
  }

  /// Says whether all guarded memory of this process could be locked so far.
  package static var memoryLock: MemoryLock {
    lockFailed.load(ordering: .relaxed) ? .unlocked : .locked
  }

  /// Makes random bytes that need no secrecy.
  ///
  /// Source: `randombytes_buf`.
  package static func randomBytes(count: Int) -> [UInt8] {
    require()
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      if let start = buffer.baseAddress { unsafe randombytes_buf(start, count) }
      filled = count
    }
  }

  /// Draws a number from 0 up to, without, `bound` (1 to 2³² − 1), all equally likely.
  ///
  /// Source: `randombytes_uniform`.
  package static func randomUniform(below bound: Int) -> Int {
    precondition(bound >= 1 && bound <= UInt32.max, "a bound that libsodium cannot draw below")
    require()
    return Int(randombytes_uniform(UInt32(bound)))
  }

  /// Traps unless libsodium runs: calls before `sodium_init` would be unsafe or abort.
  static func require() {
    precondition(started >= 0, "libsodium could not start")
  }

  /// Remembers that guarded memory could not be locked.
  static func noteUnlockedMemory() {
    lockFailed.store(true, ordering: .relaxed)
  }
}
