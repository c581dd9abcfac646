import SystemPackage

/// An ordinary file that is being read from its beginning.
final class FileStream: ByteStream {
  private let file: RegularFile
  private var position = 0
  private var isAtEnd = false

  /// Opens the file again that was found as `identity`.
  ///
  /// - Throws: `InputError` with `vanished`, `denied`, `changed`, `unreadable`.
  init(
    _ path: FilePath, shown: String, _ links: RegularFile.Links,
    found identity: RegularFile.Identity
  ) throws(InputError) {
    do throws(InputError) {
      file = try RegularFile(path, shown: shown, links)
    } catch  where error.problem == .notFound {
      throw InputError(shown, .vanished)
    } catch  where error.problem == .notAFile {
      throw InputError(shown, .changed)
    }
    guard file.identity == identity else { throw InputError(shown, .changed) }
  }

  func next() throws(InputError) -> [UInt8]? {
    guard !isAtEnd else { return nil }
    // One byte more than there should be tells that the file has grown.
    let chunk = try file.bytes(at: position, count: min(chunkSize, file.size - position + 1))
    position += chunk.count
    guard position <= file.size else { throw InputError(file.shown, .changed) }
    if !chunk.isEmpty { return chunk }
    isAtEnd = true
    guard position == file.size else { throw InputError(file.shown, .changed) }
    try file.checkUnchanged(since: file.identity)
    return nil
  }
}
