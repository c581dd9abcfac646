import SystemPackage

/// Reads secret lines from a descriptor straight into memory that the caller lends.
///
/// A byte at a time: what follows the line is left in the descriptor for whoever reads next,
/// and no copy of the line is made anywhere else in this process.
package struct SecretLines: Sendable {
  private let descriptor: Int32

  /// Begins to read from a descriptor that is open already and stays open.
  ///
  /// - Throws: `descriptorNotOpen`, `descriptorNotReadable`.
  package init(descriptor: Int32) throws(TerminalError) {
    guard Platform.isOpen(descriptor), !ProcessGuard.wasClosed(descriptor) else {
      throw .descriptorNotOpen(descriptor)
    }
    guard Platform.canRead(descriptor) else { throw .descriptorNotReadable(descriptor) }
    self.descriptor = descriptor
  }

  /// Reads a line without its end (`\n` or `\r\n`) and returns its length in bytes.
  ///
  /// The last byte lent is for the end of the line, so a line may have one byte less than the
  /// memory. All memory after the line is zero. A last line needs no end. On a terminal the line
  /// is not shown.
  ///
  /// - Throws: `lineTooLong`, with the rest of that line still to be read, `endOfInput` if not
  ///   one byte came, `system` for other failures; the memory is zero then.
  package func next(into memory: inout MutableRawSpan) throws(TerminalError) -> Int {
    try unsafe memory.withUnsafeMutableBytes { memory throws(TerminalError) in
      try unsafe next(into: memory)
    }
  }

  /// Reads a line as the other `next` does, into memory lent as a pointer.
  ///
  /// - Throws: as the other does.
  package func next(into memory: UnsafeMutableRawBufferPointer) throws(TerminalError) -> Int {
    guard Platform.isTerminal(descriptor) else { return try unsafe Self.read(descriptor, memory) }
    let hold = try TerminalModes.begin(.unseen, on: descriptor)
    defer { TerminalModes.end(hold) }
    return try unsafe Self.read(descriptor, memory)
  }

  static func read(
    _ descriptor: Int32, _ memory: UnsafeMutableRawBufferPointer
  ) throws(TerminalError) -> Int {
    precondition(memory.count > 1, "no room for a line and its end")
    var count = 0
    do throws(TerminalError) {
      count = try unsafe readToEnd(descriptor, memory)
    } catch {
      unsafe wipe(memory, from: 0)
      throw error
    }
    unsafe wipe(memory, from: count)
    return count
  }

  private static func readToEnd(
    _ descriptor: Int32, _ memory: UnsafeMutableRawBufferPointer
  ) throws(TerminalError) -> Int {
    var count = 0
    while true {
      let place = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[count..<count + 1])
      let came = try unsafe readByte(descriptor, place)
      if !came && count == 0 { throw .endOfInput }
      if !came { break }
      if unsafe memory[count] == UInt8(ascii: "\n") { break }
      count += 1
      if count == memory.count { throw .lineTooLong(limit: count - 1) }
    }
    guard count > 0 else { return 0 }
    return unsafe memory[count - 1] == UInt8(ascii: "\r") ? count - 1 : count
  }

  private static func readByte(
    _ descriptor: Int32, _ place: UnsafeMutableRawBufferPointer
  ) throws(TerminalError) -> Bool {
    do {
      return try unsafe Platform.read(descriptor, into: place) == 1
    } catch {
      throw .system(SystemFault(.read, error))
    }
  }

  private static func wipe(_ memory: UnsafeMutableRawBufferPointer, from start: Int) {
    for index in start..<memory.count { unsafe memory[index] = 0 }
  }
}
