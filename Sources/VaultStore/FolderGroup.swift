import Glibc

/// Tells which group a folder hands on to the files that are made in it.
package enum FolderGroup {
  /// The name of the group that a new file at `path` would belong to because its folder has the
  /// set-group bit, or nil if the folder hands none on or the group has no name.
  ///
  /// - Throws: `StoreError.notFound` and the others of `VaultPath.resolved` about the folder;
  ///   `system`.
  package static func handedOn(at path: VaultPath) throws(StoreError) -> String? {
    let folder = try path.resolvedForCreation().folder
    var status = stat()
    guard unsafe stat(folder.text, &status) == 0 else { throw StoreError(systemCall: errno) }
    guard status.st_mode & S_ISGID != 0 else { return nil }
    return name(of: status.st_gid)
  }

  private static func name(of group: gid_t) -> String? {
    var entry = unsafe Glibc.group()
    var found: UnsafeMutablePointer<Glibc.group>?
    // A group's line lists its members; one that is longer than this counts as unnamed.
    var memory = [CChar](repeating: 0, count: 1 << 16)
    guard unsafe getgrgid_r(group, &entry, &memory, memory.count, &found) == 0,
      let found = unsafe found
    else { return nil }
    return unsafe String(validatingCString: found.pointee.gr_name)
  }
}
