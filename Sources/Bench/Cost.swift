import Glibc

/// What something took, in milliseconds.
struct Cost {
  /// By the clock on the wall: what a person waits for.
  var wall = 0.0
  /// Of processors, on all cores together: what the work is, however busy the machine.
  var processor = 0.0

  /// Measures what `body` takes in this process.
  static func of(_ body: () throws -> Void) rethrows -> Cost {
    let began = (wall: ContinuousClock.now, processor: processorMilliseconds())
    try body()
    return Cost(
      wall: (ContinuousClock.now - began.wall).milliseconds,
      processor: processorMilliseconds() - began.processor)
  }

  private static func processorMilliseconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  static func + (left: Cost, right: Cost) -> Cost {
    Cost(wall: left.wall + right.wall, processor: left.processor + right.processor)
  }

  static func - (left: Cost, right: Cost) -> Cost {
    Cost(wall: left.wall - right.wall, processor: left.processor - right.processor)
  }
}

extension Duration {
  var milliseconds: Double {
    Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15
  }
}
