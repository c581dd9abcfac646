/// How long a program is waited for before it is taken to hang.
struct Patience {
  private let bound: Duration
  private var end: ContinuousClock.Instant
  private var looks = 0

  // On a machine with too much to do, time passes without a chance to look.
  private static let enoughLooks = 50

  init(_ bound: Duration) {
    self.bound = bound
    end = .now + bound
  }

  /// Begins anew after a sign of life.
  mutating func renew() {
    end = .now + bound
    looks = 0
  }

  /// Waits until the next look.
  ///
  /// - Throws: `CancellationError` if the test is cancelled.
  mutating func pause() async throws {
    looks += 1
    try await Task.sleep(for: .milliseconds(1))
  }

  /// Whether the time has passed, in enough looks without a sign of life.
  var isExhausted: Bool { looks >= Patience.enoughLooks && .now >= end }
}
