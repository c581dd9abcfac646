import Glibc

/// Says where a vault is, as it was given: a path that may be relative and may
/// lead over symbolic links.
package struct VaultPath: Equatable, Sendable {
  /// The path as it was given.
  package let text: String

  /// Takes a path from the edge.
  ///
  /// - Throws: `StoreError.unusablePath` if it is empty or holds a NUL.
  package init(_ text: String) throws(StoreError) {
    guard !text.isEmpty, !text.utf8.contains(0) else { throw .unusablePath }
    self.text = text
  }

  /// Returns the absolute path with all symbolic links followed, so that the
  /// journal comes to lie beside the file itself.
  ///
  /// - Throws: `StoreError.notFound`, `linkLoop`, `permissionDenied`,
  ///   `pathTooLong`, `unusablePath`, `system`.
  package func resolved() throws(StoreError) -> VaultPath {
    guard let found = unsafe realpath(text, nil) else {
      throw StoreError(systemCall: errno)
    }
    defer { unsafe free(found) }
    guard let real = unsafe String(validatingCString: found) else { throw .unusablePath }
    guard real.utf8.count <= Self.bytesLimit else {
      throw .pathTooLong(bytes: real.utf8.count, limit: Self.bytesLimit)
    }
    return try VaultPath(real)
  }

  /// Returns the path of a file that is still to be made: its folder resolved,
  /// its own name as given.
  ///
  /// - Throws: as `resolved`, about the folder; `StoreError.isDirectory` if the
  ///   path ends as only a folder's can.
  package func resolvedForCreation() throws(StoreError) -> VaultPath {
    guard !["", ".", ".."].contains(name) else { throw .isDirectory }
    let real = try folder.resolved().appending(name)
    guard real.text.utf8.count <= Self.bytesLimit else {
      throw .pathTooLong(bytes: real.text.utf8.count, limit: Self.bytesLimit)
    }
    return real
  }

  /// The folder that the last component is in; the root is its own.
  var folder: VaultPath {
    guard let slash = text.lastIndex(of: "/") else { return VaultPath(known: ".") }
    let before = text[..<slash]
    return VaultPath(known: before.isEmpty ? "/" : String(before))
  }

  /// The last component.
  var name: String {
    text.lastIndex(of: "/").map { String(text[text.index(after: $0)...]) } ?? text
  }

  func appending(_ name: String) -> VaultPath {
    VaultPath(known: text.hasSuffix("/") ? text + name : text + "/" + name)
  }

  /// The file that lies beside this one under its name and `suffix`.
  func beside(_ suffix: String) -> VaultPath { VaultPath(known: text + suffix) }

  private init(known text: String) { self.text = text }

  // SQLite's MAX_PATHNAME is 512 with the closing NUL, and "-journal" is added.
  private static let bytesLimit = 512 - 1 - "-journal".utf8.count
}
