/// Names the file systems on which a vault is refused, as more than one machine
/// may reach the same file there and locks are not dependably shared.
package enum FileSystemKind: String, Equatable, Sendable, CaseIterable {
  case nfs = "NFS"
  case smb = "SMB"
  case afs = "AFS"
  case coda = "Coda"
  case ncp = "NCP"
  case ceph = "Ceph"
  case gfs2 = "GFS2"
  case ocfs2 = "OCFS2"
  case lustre = "Lustre"
  case gpfs = "GPFS"
  case beeGFS = "BeeGFS"
  case panFS = "PanFS"
  case orangeFS = "OrangeFS"
  case acfs = "ACFS"
  case plan9 = "9p"
  /// A drive of Windows, seen from WSL (`/mnt/c`).
  case windowsDrive = "Windows drive under WSL"
  /// A folder of the host, seen from a virtual machine.
  case hostFolder = "folder of the virtual machine's host"
  /// A file system in user space that is not known to be local, such as sshfs,
  /// rclone, s3fs or a desktop's view of a server.
  case userSpace = "FUSE"

  /// Tells which kind is to be refused.
  ///
  /// Source: the types that `proc_pid_mountinfo(5)` shows.
  ///
  /// - Parameter mount: The mount that the file is in.
  /// - Returns: The kind, or nil for a file system that counts as local.
  package static func refused(_ mount: Mount) -> FileSystemKind? {
    if mount.type == "9p", mount.options.contains("aname=drvfs") { return .windowsDrive }
    if let kind = byType[mount.type] { return kind }
    guard mount.type == "fuse" || mount.type.hasPrefix("fuse.") else { return nil }
    return localInUserSpace.contains(mount.type) ? nil : .userSpace
  }

  private static let byType: [String: FileSystemKind] = [
    "nfs": .nfs, "nfs4": .nfs, "cifs": .smb, "smb3": .smb, "smbfs": .smb, "afs": .afs,
    "coda": .coda, "ncpfs": .ncp, "ncp": .ncp, "ceph": .ceph, "gfs2": .gfs2, "ocfs2": .ocfs2,
    "lustre": .lustre, "gpfs": .gpfs, "beegfs": .beeGFS, "panfs": .panFS, "orangefs": .orangeFS,
    "pvfs2": .orangeFS, "acfs": .acfs, "9p": .plan9, "drvfs": .windowsDrive,
    "virtiofs": .hostFolder, "vboxsf": .hostFolder, "vmhgfs": .hostFolder, "prl_fs": .hostFolder,
    "fuse.vmhgfs-fuse": .hostFolder, "fakeowner": .hostFolder,
  ]

  /// In user space, yet on a disk of this machine.
  private static let localInUserSpace: Set<String> = [
    "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs", "fuse.securefs", "fuse.veracrypt",
    "fuse.bindfs", "fuse.mergerfs", "fuse.ntfs-3g", "fuse.exfat", "fuse.fuse-overlayfs",
    "fuse.zfs",
  ]
}
