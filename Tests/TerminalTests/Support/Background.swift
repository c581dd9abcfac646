import Glibc
import Synchronization
import Testing

/// Is work on a thread of its own, as the tests' own threads are few and must not be blocked.
final class Background<Value: Sendable>: Sendable {
  private let value = Mutex<Result<Value, any Error>?>(nil)
  private let thread = Mutex(pthread_t())
  private let work: @Sendable () throws -> Value

  init(_ work: @escaping @Sendable () throws -> Value) {
    self.work = work
    let box: @Sendable () -> Void = { [self] in
      let result = Result { try self.work() }
      value.withLock { $0 = result }
    }
    let argument = unsafe Unmanaged.passRetained(Work(box)).toOpaque()
    thread.withLock { thread in
      _ = unsafe pthread_create(
        &thread, nil,
        { argument in
          guard let argument = unsafe argument else { return nil }
          unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
          return nil
        }, argument)
    }
  }

  var isDone: Bool { value.withLock { $0 != nil } }

  /// Waits for the work and returns what it made.
  func finish() throws -> Value {
    _ = pthread_join(thread.withLock { $0 }, nil)
    return try #require(value.withLock { $0 }).get()
  }
}

private final class Work: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
