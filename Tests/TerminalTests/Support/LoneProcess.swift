import Glibc
import Testing

/// Is a process of one thread, as a program is that has just begun: no thread of the test's own
/// runtime opens or closes a descriptor in it.
///
/// To be used in an exit test only.
struct LoneProcess {
  private let number: pid_t

  /// Begins it; what `work` returns is how it ends, and 99 that it threw.
  init(_ work: () throws -> Int32) throws {
    number = try Self.fork()
    if number == 0 {
      do { _exit(try work()) } catch { _exit(99) }
    }
    try #require(number > 0)
  }

  /// Waits until it ends; nil if a signal ended it.
  func wait() throws -> Int32? {
    var status: Int32 = 0
    try #require(unsafe waitpid(number, &status, 0) == number)
    return status & 0x7f == 0 ? status >> 8 & 0xff : nil
  }

  /// Swift has no fork, as only one thread lives on in the child. A child of ours needs no other.
  static func fork() throws -> pid_t {
    typealias Fork = @convention(c) () -> pid_t
    let found = unsafe dlsym(nil, "fork")
    let symbol = unsafe try #require(found)
    return unsafe unsafeBitCast(symbol, to: Fork.self)()
  }
}
