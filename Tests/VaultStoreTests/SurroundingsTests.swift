import FoundationEssentials
import Testing

@testable import VaultStore

/// File systems and folders that no vault should be in.
@Suite struct SurroundingsTests {
  private func kind(_ type: String, _ options: String = "rw") throws -> FileSystemKind? {
    let line = "36 35 0:52 / /srv/data rw,relatime shared:1 - \(type) source \(options)\n"
    let table = MountTable(parsing: Array(("1 0 8:1 / / rw - ext4 /dev/sda1 rw\n" + line).utf8))
    return FileSystemKind.refused(try #require(table.mount(of: VaultPath("/srv/data/a.uidvault"))))
  }

  @Test(arguments: [
    ("nfs", FileSystemKind.nfs), ("nfs4", .nfs), ("cifs", .smb), ("smb3", .smb), ("afs", .afs),
    ("ceph", .ceph), ("gfs2", .gfs2), ("ocfs2", .ocfs2), ("lustre", .lustre), ("9p", .plan9),
    ("virtiofs", .hostFolder), ("vboxsf", .hostFolder), ("fuse.vmhgfs-fuse", .hostFolder),
    ("fuse.sshfs", .userSpace), ("fuse.rclone", .userSpace), ("fuse", .userSpace),
  ])
  func `a network file system is refused by name`(type: String, expected: FileSystemKind) throws {
    #expect(try kind(type) == expected)
  }

  @Test(arguments: [
    "ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "fuseblk", "vfat", "fuse.gocryptfs",
  ])
  func `a local file system is fine`(type: String) throws {
    #expect(try kind(type) == nil)
  }

  @Test func `a Windows drive under WSL has its own name`() throws {
    #expect(try kind("9p", "rw,dirsync,aname=drvfs;path=C:\\134;uid=1000") == .windowsDrive)
    #expect(try kind("drvfs") == .windowsDrive)
  }

  @Test func `the deepest mount counts, and of several the last`() throws {
    let lines = """
      1 0 8:1 / / rw - ext4 a rw
      2 1 0:5 / /srv rw master:3 propagate_from:2 - nfs b rw
      3 2 0:6 / /srv/my\\040data rw - xfs c rw
      4 1 0:7 / /home rw - ext4 d rw
      5 1 0:8 / /home rw - cifs e rw
      nonsense
      6 1 0:9 / /short rw -
      """
    let table = MountTable(parsing: Array(lines.utf8))
    for (path, type) in [
      ("/a", "ext4"), ("/srv", "nfs"), ("/srv/a", "nfs"), ("/srvx/a", "ext4"),
      ("/srv/my data/a", "xfs"), ("/home/a", "cifs"), ("/short/a", "ext4"),
    ] { #expect(try table.mount(of: VaultPath(path))?.type == type, "\(path)") }
  }

  @Test func `the mounts of this machine can be read`() throws {
    #expect(try MountTable.current().mount(of: VaultPath("/proc/self"))?.type == "proc")
  }

  // MARK: - Folders that are kept by a service

  private func service(under name: String, marks: [String], folders: [String] = []) throws
    -> FolderSync?
  {
    let folder = try TemporaryFolder()
    let inner = folder.url.appending(path: name).appending(path: "deeper")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    for mark in marks { try folder.write([], to: "\(name)/\(mark)") }
    for mark in folders {
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: "\(name)/\(mark)"), withIntermediateDirectories: false)
    }
    return try FolderSync.syncedFolder(of: VaultPath(inner.path + "/a.uidvault"))
  }

  @Test(arguments: [
    ("Dropbox", FolderSync.dropbox), ("Dropbox (Agency)", .dropbox), ("OneDrive", .oneDrive),
    ("OneDrive - Agency", .oneDrive), ("Google Drive", .googleDrive), ("Nextcloud", .nextcloud),
    ("iCloudDrive", .iCloud), ("Mobile Documents", .iCloud), ("Seafile", .seafile),
  ])
  func `a service is known by its folder's name`(name: String, expected: FolderSync) throws {
    #expect(try service(under: name, marks: []) == expected)
  }

  @Test(arguments: [
    (".dropbox", FolderSync.dropbox), (".sync_0a1b2c.db", .nextcloud),
    ("._sync_0a1b2c.db", .nextcloud), (".nextcloudsync.log", .nextcloud), (".stfolder", .syncthing),
    (".tmp.drivedownload", .googleDrive),
  ])
  func `a service is known by the marks it leaves`(mark: String, expected: FolderSync) throws {
    #expect(try service(under: "papers", marks: [mark]) == expected)
  }

  @Test func `an ordinary folder is kept by nobody`() throws {
    #expect(try service(under: "Dropboxes", marks: ["sync.db", "notes"]) == nil)
    #expect(try service(under: "home", marks: [], folders: [".dropbox", ".dropbox-dist"]) == nil)
    #expect(throws: StoreError.notFound) {
      try FolderSync.syncedFolder(of: VaultPath("/no such folder/a.uidvault"))
    }
  }
}
