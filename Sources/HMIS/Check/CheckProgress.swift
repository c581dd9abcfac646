import Synchronization
import Tabular

/// Tells how many bytes of all tables have been read, on whatever thread.
package final class CheckProgress: Sendable {
  private let done = Atomic<Int>(0)
  private let tell: @Sendable (Int) -> Void

  /// Tells the bytes read so far, each time there are more.
  package init(_ tell: @escaping @Sendable (Int) -> Void) { self.tell = tell }

  /// A source that counts what it gives.
  func counting<Failure>(_ source: ChunkSource<Failure>) -> ChunkSource<Failure> {
    var source = source
    return ChunkSource { () throws(Failure) in
      let chunk = try source.nextChunk()
      let count = chunk?.count ?? 0
      self.tell(self.done.add(count, ordering: .relaxed).newValue)
      return chunk
    }
  }
}
