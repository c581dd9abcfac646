import SystemPackage

/// Reads the keyboard key by key, unseen.
package struct KeyReader: Sendable {
  private let terminal: ControllingTerminal
  private let isReady: Bool

  /// Runs the work with a keyboard that gives every key at once; line by line is restored after.
  ///
  /// `again` is called, on another thread, when the program goes on after a stop.
  package static func hold<Result, Failure: Error>(
    on terminal: ControllingTerminal, again: @escaping @Sendable () -> Void = {},
    _ work: (KeyReader) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let hold: TerminalModes.Hold?
    do throws(TerminalError) {
      hold = try TerminalModes.begin(.keyByKey, on: terminal.descriptor, again: again)
    } catch {
      // The first key says so.
      hold = nil
    }
    defer { if let hold { TerminalModes.end(hold) } }
    return try work(KeyReader(terminal: terminal, isReady: hold != nil))
  }

  /// The next key.
  ///
  /// - Throws: `idle` after so many seconds without one, `noTerminal` if the terminal has gone.
  package func next(within seconds: Int? = nil) throws(TerminalError) -> Key {
    guard isReady else { throw .noTerminal }
    try terminal.waitForInput(seconds: seconds)
    let first = try byte()
    if first == 0x1b { return try sequence() }
    if let key = Key(byte: first) { return key }
    return try character(from: first)
  }

  private func byte() throws(TerminalError) -> UInt8 {
    var byte: UInt8 = 0
    do throws(Errno) {
      let count = try unsafe withUnsafeMutableBytes(of: &byte) { memory throws(Errno) in
        try unsafe Platform.read(terminal.descriptor, into: memory)
      }
      if count == 1 { return byte }
    } catch {
      throw .noTerminal
    }
    throw .noTerminal
  }

  // A terminal sends the bytes of one key together; so long may a slow line part them.
  private static let pause: Int32 = 50  // ms

  private func byteAtOnce() throws(TerminalError) -> UInt8? {
    do throws(Errno) {
      let readiness = try Platform.waitToRead(terminal.descriptor, milliseconds: Self.pause)
      guard readiness == .ready else { return nil }
    } catch {
      throw .noTerminal
    }
    return try byte()
  }

  private func sequence() throws(TerminalError) -> Key {
    guard let second = try byteAtOnce() else { return .escape }
    var bytes = [second]
    guard second == UInt8(ascii: "[") || second == UInt8(ascii: "O") else { return .other }
    // No key's sequence is longer than a few bytes.
    while bytes.count < 16, let next = try byteAtOnce() {
      bytes.append(next)
      if (0x40...0x7e).contains(next) { return Key(sequence: bytes) }
    }
    return .other
  }

  private func character(from first: UInt8) throws(TerminalError) -> Key {
    var bytes = [first]
    let count = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1
    while bytes.count < count, let next = try byteAtOnce() { bytes.append(next) }
    guard let text = String(validating: bytes, as: UTF8.self), let character = text.first else {
      return .other
    }
    return .character(character)
  }
}
