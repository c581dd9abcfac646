import Glibc
import Synchronization

/// Says beside the file why a vault is locked, as nothing can be read in it then.
///
/// The note's writer holds an advisory lock on the note, never on the vault, so
/// that a note whose writer was killed counts for nothing. The note is a
/// courtesy: whatever stands in its way, the work itself goes on.
final class BusyNote: Sendable {
  private let vault: VaultPath
  private let path: VaultPath
  private let isOurs = Atomic(false)

  init(beside vault: VaultPath) {
    self.vault = vault
    path = vault.beside("-busy")
  }

  /// Runs `body` while the note stands.
  func standing<Answer, Failure: Error>(
    _ announcement: Announcement, _ body: () throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    let note = posted(announcement)
    isOurs.store(true, ordering: .relaxed)
    defer {
      isOurs.store(false, ordering: .relaxed)
      if let note { remove(note) }
    }
    return try body()
  }

  /// Translates an engine's error; to others' lock it adds what they announce.
  func explained(_ error: any Error) -> StoreError {
    let error = StoreError(engine: error)
    guard error == .busy(nil), !isOurs.load(ordering: .relaxed) else { return error }
    return .busy(announcement())
  }

  /// Removes a note whose writer is gone, and nothing else.
  func removeStale() { _ = isFree() }

  // MARK: - Reading

  private func announcement() -> Announcement? {
    do {
      let file = try OpenFile(reading: path)
      guard try file.lock(.shared) == .heldByOther else { return nil }
      return try Announcement(note: file.bytes(at: 0, count: Announcement.noteLimit))
    } catch {
      return nil  // No note, or none that can be read: the store is busy all the same.
    }
  }

  // MARK: - Writing

  private func posted(_ announcement: Announcement) -> SharedFile? {
    for _ in 0..<Self.attempts {
      do throws(StoreError) {
        if let note = try made(announcement) { return note }
      } catch .alreadyExists {
        guard isFree() else { return nil }
      } catch {
        return nil  // A folder that takes no note; the work needs none.
      }
      // Somebody looks at the file that was just made; they are quick.
      usleep(1000)
    }
    return nil
  }

  private func made(_ announcement: Announcement) throws(StoreError) -> SharedFile? {
    let mode = try FileFacts(of: vault).mode & 0o666
    let note = SharedFile(try OpenFile(creating: path))
    guard try note.file.lock(.exclusive) == .taken, try isThere(note.file) else { return nil }
    do throws(StoreError) {
      try note.file.setMode(mode)
      try note.file.write(announcement.note)
      return note
    } catch {
      remove(note)
      throw error
    }
  }

  /// Whether the name can be used, after a note whose writer is gone is removed.
  private func isFree() -> Bool {
    do throws(StoreError) {
      let file = try OpenFile(reading: path)
      let bytes = try file.bytes(at: 0, count: Announcement.noteLimit)
      // An empty one is what is left of a writer killed at once.
      guard bytes.isEmpty || Announcement(note: bytes) != nil else { return false }
      guard try file.lock(.exclusive) == .taken else { return false }
      guard try isThere(file) else { return true }
      return unsafe unlink(path.text) == 0
    } catch .notFound {
      return true
    } catch {
      return false  // A link, a folder, another account's file: it is left alone.
    }
  }

  private func remove(_ note: SharedFile) {
    do throws(StoreError) {
      if try isThere(note.file) { unsafe unlink(path.text) }
    } catch {
      return  // It cannot be seen any more; the next one finds it without a lock.
    }
  }

  /// Whether the note's name still means this file. True until its lock goes, as
  /// only the holder of the lock removes a note.
  private func isThere(_ file: borrowing OpenFile) throws(StoreError) -> Bool {
    var status = stat()
    guard unsafe lstat(path.text, &status) == 0 else {
      if errno == ENOENT { return false }
      throw StoreError(systemCall: errno)
    }
    return try FileIdentity(status) == file.identity()
  }

  private static let attempts = 10
}
