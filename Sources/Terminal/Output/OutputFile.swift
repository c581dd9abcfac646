import SystemPackage

/// Writes a file that is there as a whole or not at all.
///
/// The bytes go into a file beside it, which is made when the first of them is ready; `commit` puts
/// it on the disk, gives it its name, and puts the name on the disk. Until then it has no name at
/// all, so that nothing is left of it however the program ends; where the system cannot do that, it
/// has one by chance, and is removed, also when a signal ends the program. A file that replaces
/// another has such a name for the last step, when it is whole.
package struct OutputFile: ~Copyable {
  /// What to do about a file that has the name already.
  package enum Existing: Sendable {
    /// Refuse, and leave it as it is.
    case refuse
    /// Put the new file into its place.
    case replace
  }

  /// Who may read the file.
  package enum Readers: Sendable {
    /// Its owner only: 0600.
    case owner
    /// Every account of the machine: 0644; never for anything of a client.
    case everybody
  }

  private let folder: Int32
  private let name: String
  private let readers: Readers
  private let existing: Existing
  private var draft: Draft?

  private struct Draft {
    let descriptor: Int32
    /// Nil for a file without a name.
    let named: Named?

    struct Named {
      let name: String
      let hold: Int
    }
  }

  /// Looks whether the file can be made; makes nothing yet.
  ///
  /// - Throws: `exists` if something has the name and is not to be replaced, `notAFile` if it is
  ///   no ordinary file or the path names none, `noFolder`, `denied`, `system`.
  package init(
    at path: String, _ existing: Existing, for readers: Readers = .owner
  ) throws(TerminalError) {
    let place = try Self.place(at: FilePath(path), existing)
    folder = place.folder
    name = place.name
    self.existing = existing
    self.readers = readers
  }

  deinit {
    if let draft {
      Self.discard(draft, in: folder)
    }
    Platform.close(folder)
  }

  /// Writes bytes after those before.
  ///
  /// - Throws: `full`, `denied`, `readOnly`, `system`.
  package mutating func write(_ bytes: RawSpan) throws(TerminalError) {
    if bytes.byteCount == 0 { return }
    try ByteOutput.write(bytes, to: try begin().descriptor)
  }

  /// Writes text after what was before.
  ///
  /// - Throws: as for bytes.
  package mutating func write(_ text: String) throws(TerminalError) {
    try unsafe write(Array(text.utf8).span.bytes)
  }

  /// Gives the file its name, after everything is on the disk; an empty one if nothing was
  /// written. The name is on the disk when this returns.
  ///
  /// - Throws: `exists` if something took the name meanwhile and is not to be replaced, `full`,
  ///   `denied`, `readOnly`, `system`; nothing is left then, unless it was the last step, putting
  ///   the name on the disk, that failed.
  package consuming func commit() throws(TerminalError) {
    let draft = try begin()
    do throws(Errno) {
      if readers == .everybody { try Platform.letEverybodyRead(draft.descriptor) }
      try Platform.sync(draft.descriptor)
    } catch {
      throw Self.failure(error, .sync)
    }
    do throws(Errno) {
      try give(draft, its: name)
    } catch {
      throw Self.failure(error, .rename)
    }
    if let named = draft.named { Interruption.release(named.hold) {} }
    Platform.close(draft.descriptor)
    self.draft = nil
    do throws(Errno) {
      try Platform.sync(folder)
    } catch {
      throw Self.failure(error, .sync)
    }
  }

  private borrowing func give(_ draft: Draft, its name: String) throws(Errno) {
    switch (existing, draft.named) {
    case (.refuse, let named?): try Platform.renameToNew(named.name, name, in: folder)
    case (.refuse, nil): try Platform.name(draft.descriptor, name, in: folder)
    case (.replace, let named?): try Platform.renameOver(named.name, name, in: folder)
    case (.replace, nil):
      // Only renaming puts a file into another's place.
      let passing = Self.nameByChance()
      try Platform.name(draft.descriptor, passing, in: folder)
      do throws(Errno) { try Platform.renameOver(passing, name, in: folder) } catch {
        Self.remove(passing, in: folder)
        throw error
      }
    }
  }

  /// Gives a file that was committed another name in its folder, and puts that on the disk.
  ///
  /// - Throws: `exists` if something has the name, `noFolder`, `denied`, `readOnly`, `full`,
  ///   `system`.
  package static func rename(_ path: String, to name: String) throws(TerminalError) {
    let file = FilePath(path)
    let parent = file.removingLastComponent()
    do throws(Errno) {
      let folder = try Platform.open(parent.isEmpty ? "." : parent, .folder)
      defer { Platform.close(folder) }
      try Platform.renameToNew(file.lastComponent?.string ?? "", name, in: folder)
      try Platform.sync(folder)
    } catch {
      throw failure(error, .rename)
    }
  }

  /// Removes a file that was committed, and puts its going on the disk.
  ///
  /// - Throws: `noFolder`, `denied`, `readOnly`, `system`.
  package static func remove(_ path: String) throws(TerminalError) {
    let file = FilePath(path)
    let parent = file.removingLastComponent()
    do throws(Errno) {
      let folder = try Platform.open(parent.isEmpty ? "." : parent, .folder)
      defer { Platform.close(folder) }
      try Platform.remove(file.lastComponent?.string ?? "", in: folder)
      try Platform.sync(folder)
    } catch {
      throw failure(error, .remove)
    }
  }

  private static func place(
    at path: FilePath, _ existing: Existing
  ) throws(TerminalError) -> (folder: Int32, name: String) {
    guard let last = path.lastComponent, last.kind == .regular else { throw .notAFile }
    let parent = path.removingLastComponent()
    let found: Platform.Found
    let folder: Int32
    do throws(Errno) {
      folder = try Platform.open(parent.isEmpty ? "." : parent, .folder)
    } catch {
      throw failure(error, .open)
    }
    do throws(Errno) {
      found = try Platform.look(at: last.string, in: folder)
    } catch {
      Platform.close(folder)
      throw failure(error, .look)
    }
    if found == .nothing || (found == .file && existing == .replace) {
      return (folder, last.string)
    }
    Platform.close(folder)
    throw existing == .replace ? .notAFile : .exists
  }

  private mutating func begin() throws(TerminalError) -> Draft {
    if let draft { return draft }
    let draft: Draft
    do throws(Errno) {
      if let descriptor = try Platform.createUnnamed(in: folder) {
        draft = Draft(descriptor: descriptor, named: nil)
      } else {
        draft = try Self.named(in: folder)
      }
    } catch {
      throw Self.failure(error, .open)
    }
    self.draft = draft
    return draft
  }

  private static func named(in folder: Int32) throws(Errno) -> Draft {
    let name = nameByChance()
    var descriptor: Int32 = -1
    let remove = Interruption.Held(atEnd: { Self.remove(name, in: folder) })
    let hold = try Interruption.hold(remove) { () throws(Errno) in
      descriptor = try Platform.create(name, in: folder)
    }
    return Draft(descriptor: descriptor, named: Draft.Named(name: name, hold: hold))
  }

  private static func nameByChance() -> String {
    ".\(String(UInt64.random(in: .min ... .max), radix: 16)).part"
  }

  private static func discard(_ draft: Draft, in folder: Int32) {
    if let named = draft.named {
      Interruption.release(named.hold) { remove(named.name, in: folder) }
    }
    Platform.close(draft.descriptor)
  }

  private static func remove(_ name: String, in folder: Int32) {
    do throws(Errno) {
      try Platform.remove(name, in: folder)
    } catch {
      // It is gone already, or its disk is; the failure that led here is what is told.
    }
  }

  private static func failure(_ error: Errno, _ attempt: SystemFault.Attempt) -> TerminalError {
    switch error {
    case .fileExists: .exists
    case .noSuchFileOrDirectory, .notDirectory: .noFolder
    case .permissionDenied, .notPermitted: .denied
    case .readOnlyFileSystem: .readOnly
    case .noSpace, .diskQuotaExceeded: .full
    default: .system(SystemFault(attempt, error))
    }
  }
}
