/// An entry that is stored as it is, being read.
final class StoredStream: ByteStream {
  private let file: RegularFile
  private let entry: ZipEntry
  private let start: Int
  private var position = 0
  private var checksum = Checksum()

  /// Begins to read where the entry's data begins.
  init(_ file: RegularFile, _ entry: ZipEntry, start: Int) {
    self.file = file
    self.entry = entry
    self.start = start
  }

  func next() throws(InputError) -> [UInt8]? {
    guard position < entry.size else {
      try file.checkUnchanged(since: file.identity)
      guard checksum.value == entry.checksum else { throw entry.failure(.wrongChecksum, file) }
      return nil
    }
    let chunk = try file.bytes(at: start + position, count: min(chunkSize, entry.size - position))
    guard !chunk.isEmpty else { throw InputError(file.shown, .changed) }
    unsafe checksum.add(chunk.span.bytes)
    position += chunk.count
    return chunk
  }
}

/// An entry that is packed by deflate, being unpacked; holds two chunks in memory.
final class InflatedStream: ByteStream {
  private let file: RegularFile
  private let entry: ZipEntry
  private var inflater: Inflater
  private var checksum = Checksum()
  /// Where the next packed bytes are, and where they end.
  private var place: Int
  private let end: Int
  private var packed: [UInt8] = []
  /// How many bytes of `packed` are unpacked.
  private var used = 0
  /// How many bytes have come out.
  private var size = 0
  private var isAtEnd = false

  /// Begins to unpack where the entry's data begins.
  ///
  /// - Throws: `InputError` with `zip(.noMemory)`.
  init(_ file: RegularFile, _ entry: ZipEntry, start: Int) throws(InputError) {
    self.file = file
    self.entry = entry
    place = start
    end = start + entry.packed
    do throws(ZipProblem) {
      inflater = try Inflater()
    } catch {
      throw entry.failure(error, file)
    }
  }

  func next() throws(InputError) -> [UInt8]? {
    guard !isAtEnd else { return nil }
    // One byte more than there should be tells that there is too much.
    var chunk = [UInt8](repeating: 0, count: min(chunkSize, entry.size - size + 1))
    var filled = 0
    while filled < chunk.count, !isAtEnd {
      try supply()
      filled += try step(into: &chunk, from: filled)
    }
    size += filled
    guard size <= entry.size else { throw entry.failure(.wrongSize, file) }
    chunk.removeLast(chunk.count - filled)
    unsafe checksum.add(chunk.span.bytes)
    if isAtEnd { try checkEnd() }
    return chunk.isEmpty ? nil : chunk
  }

  private func supply() throws(InputError) {
    guard used == packed.count, place < end else { return }
    packed = try file.bytes(at: place, count: min(chunkSize, end - place))
    guard !packed.isEmpty else { throw InputError(file.shown, .changed) }
    place += packed.count
    used = 0
  }

  private func step(into chunk: inout [UInt8], from filled: Int) throws(InputError) -> Int {
    do throws(ZipProblem) {
      let step = try unsafe inflater.inflate(
        packed.span.bytes.extracting(droppingFirst: used), into: &chunk, from: filled)
      used += step.taken
      isAtEnd = step.isAtEnd
      // Neither taken nor given: there is nothing left to take.
      guard step.isAtEnd || step.taken > 0 || step.given > 0 else { throw .damaged }
      return step.given
    } catch {
      throw entry.failure(error, file)
    }
  }

  private func checkEnd() throws(InputError) {
    try file.checkUnchanged(since: file.identity)
    let problem: ZipProblem? =
      if size != entry.size {
        .wrongSize
      } else if place < end || used < packed.count {
        .damaged
      } else if checksum.value != entry.checksum {
        .wrongChecksum
      } else {
        nil
      }
    if let problem { throw entry.failure(problem, file) }
  }
}

extension ZipEntry {
  fileprivate func failure(_ problem: ZipProblem, _ file: RegularFile) -> InputError {
    InputError(file: file.shown, entry: name.text, problem: .zip(problem))
  }
}
