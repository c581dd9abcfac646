import Foundation
import Glibc

/// A process that leads a session of its own, as long as it runs.
struct RunningProcess {
  let identifier: pid_t

  /// Whether it has not ended; what it left behind may still be there to be collected.
  var isRunning: Bool {
    guard let state else { return false }
    return state != "Z" && state != "X"
  }

  /// Whether it waits for something from outside, and does not compute or access the disk.
  var waits: Bool { state == "S" }

  /// Ends it, and everything that it has started.
  func kill() {
    _ = Glibc.kill(-identifier, SIGKILL)
  }

  // The third field of /proc/PID/stat, after the name in parentheses; see proc(5).
  private var state: Character? {
    guard let stat = FileManager.default.contents(atPath: "/proc/\(identifier)/stat"),
      let name = stat.lastIndex(of: UInt8(ascii: ")")), name + 2 < stat.endIndex
    else { return nil }
    return Character(Unicode.Scalar(stat[name + 2]))
  }
}
