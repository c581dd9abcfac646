import Dispatch
import Synchronization

/// Searches a file's raw bytes on all cores, a piece at a time.
struct FileScan {
  private let sieve: MarkSieve

  init(_ sieve: MarkSieve) { self.sieve = sieve }

  /// Whether a mark stands anywhere in the file, at any offset.
  ///
  /// - Throws: `StoreError.system`.
  func finds(in file: SharedFile) throws(StoreError) -> Bool {
    let pieces = (try file.file.size() + Self.pieceBytes - 1) / Self.pieceBytes
    let next = Atomic(0)
    let found = Atomic(false)
    let failure = Mutex<StoreError?>(nil)
    DispatchQueue.concurrentPerform(iterations: min(pieces, Self.lanes)) { _ in
      do throws(StoreError) {
        // A mark may reach into the next piece.
        let byteCount = Self.pieceBytes + ByteMarks.byteCount - 1
        var buffer = [UInt8](repeating: 0, count: byteCount)
        while !found.load(ordering: .relaxed) {
          let piece = next.add(1, ordering: .relaxed).oldValue
          guard piece < pieces else { return }
          let filled = try file.file.read(at: piece * Self.pieceBytes, into: &buffer)
          if unsafe sieve.finds(in: buffer.span.bytes.extracting(first: filled)) {
            found.store(true, ordering: .relaxed)
          }
        }
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    return found.load(ordering: .relaxed)
  }

  static let pieceBytes = 256 << 10
  // More cores than that wait for memory; each takes a buffer.
  private static let lanes = 8
}
