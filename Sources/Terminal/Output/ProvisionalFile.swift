/// A file that is there already, and that goes again unless it is kept: with an error, with the end
/// of the program by a signal, or when the value goes.
///
/// For what must be on the disk, so that a person can print it, before it is certain that it counts.
package struct ProvisionalFile: ~Copyable {
  private let path: String
  /// Nil once a signal does not take the file away.
  private var hold: Int?
  private var isKept = false

  /// Commits a file provisionally.
  ///
  /// - Parameters:
  ///   - file: What was written.
  ///   - path: The path under which it was made.
  /// - Throws: as `OutputFile.commit` does.
  package init(_ file: consuming OutputFile, at path: String) throws(TerminalError) {
    try file.commit()
    self.path = path
    hold = Interruption.hold(
      Interruption.Held(atEnd: { Self.remove(path) }), by: { () throws(Never) in })
  }

  /// From here on the file stays when a signal ends the program; it still goes with the value, unless
  /// it is kept.
  package mutating func outlastSignals() {
    if let hold { Interruption.release(hold) {} }
    hold = nil
  }

  /// Lets the file stay.
  package consuming func keep() {
    isKept = true
    outlastSignals()
  }

  /// Lets the file stay under another name in the same folder, which nothing may have.
  ///
  /// - Throws: `exists`, `noFolder`, `denied`, `readOnly`, `full`, `system`.
  package consuming func keep(as name: String) throws(TerminalError) {
    try OutputFile.rename(path, to: name)
    isKept = true
    outlastSignals()
  }

  deinit {
    if isKept { return }
    guard let hold else { return Self.remove(path) }
    Interruption.release(hold) { [path] in Self.remove(path) }
  }

  private static func remove(_ path: String) {
    do throws(TerminalError) {
      try OutputFile.remove(path)
    } catch {
      // It is gone already, or its disk is; the failure that led here is what is told.
    }
  }
}
