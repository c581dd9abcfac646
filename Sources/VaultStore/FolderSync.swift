import Glibc

/// Names the services that copy a folder to other machines. A vault kept in one
/// is copied while it changes, and forks.
package enum FolderSync: String, Equatable, Sendable, CaseIterable {
  case dropbox = "Dropbox"
  case oneDrive = "OneDrive"
  case googleDrive = "Google Drive"
  case nextcloud = "Nextcloud or ownCloud"
  case syncthing = "Syncthing"
  case iCloud = "iCloud"
  case seafile = "Seafile"
  case pCloud = "pCloud"
  case box = "Box"
  case mega = "MEGA"

  /// Tells which service keeps the folder of `path`, or nil if none is known to.
  /// It goes by the names of the folders above the file, and by the marks that
  /// services leave in them, and can miss one.
  ///
  /// - Throws: `StoreError.notFound` and the others of `VaultPath.resolved`
  ///   about the folder, which must exist; the file need not.
  package static func syncedFolder(of path: VaultPath) throws(StoreError) -> FolderSync? {
    var folder = try path.resolvedForCreation().folder
    while folder.text != "/" {
      if let service = byFolderName(folder.name) ?? byMarks(in: folder) { return service }
      folder = folder.folder
    }
    return nil
  }

  private static func byFolderName(_ name: String) -> FolderSync? {
    let name = name.lowercased()
    return folderNames.first { known in
      // As in `OneDrive - Agency` and `Dropbox (Agency)`.
      name == known.name || name.hasPrefix(known.name + " - ") || name.hasPrefix(known.name + " (")
    }?.service
  }

  /// A folder that cannot be listed shows no marks.
  private static func byMarks(in folder: VaultPath) -> FolderSync? {
    guard let listing = unsafe opendir(folder.text) else { return nil }
    defer { unsafe closedir(listing) }
    for _ in 0..<entriesLimit {
      guard let entry = unsafe readdir(listing) else { return nil }
      let name = unsafe name(of: entry)
      // A home has a *folder* `.dropbox` although it is not kept by Dropbox.
      if name == ".dropbox", isFolder(folder.appending(name)) { continue }
      if let service = byMark(name) { return service }
    }
    return nil
  }

  private static func byMark(_ name: String) -> FolderSync? {
    if let service = marks[name] { return service }
    let isDatabase = name.hasSuffix(".db")
    let isJournal = name.hasPrefix(".sync_") || name.hasPrefix("._sync_")
    return isDatabase && isJournal ? .nextcloud : nil
  }

  private static func isFolder(_ path: VaultPath) -> Bool {
    var status = stat()
    return unsafe lstat(path.text, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  private static let folderNames: [(name: String, service: FolderSync)] = [
    ("dropbox", .dropbox), ("onedrive", .oneDrive), ("google drive", .googleDrive),
    ("googledrive", .googleDrive), ("my drive", .googleDrive), ("nextcloud", .nextcloud),
    ("owncloud", .nextcloud), ("icloud drive", .iCloud), ("iclouddrive", .iCloud),
    ("mobile documents", .iCloud), ("com~apple~clouddocs", .iCloud), ("seafile", .seafile),
    ("pcloud drive", .pCloud), ("pclouddrive", .pCloud), ("box sync", .box), ("mega", .mega),
  ]

  private static let marks: [String: FolderSync] = [
    ".dropbox": .dropbox, ".dropbox.cache": .dropbox, ".tmp.drivedownload": .googleDrive,
    ".tmp.driveupload": .googleDrive, ".nextcloudsync.log": .nextcloud,
    ".owncloudsync.log": .nextcloud, ".stfolder": .syncthing, ".seafile-data": .seafile,
    ".debris": .mega,
  ]

  // A mark lies among few others at a service's root; a folder of a million
  // files must not hold a command up.
  private static let entriesLimit = 10_000
}
