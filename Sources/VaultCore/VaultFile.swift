package import VaultCrypto
import VaultStore

/// A vault's file: the one place that says which engine keeps it.
package struct VaultFile: Sendable {
  let path: VaultPath

  /// Who may use the file of a new vault.
  package enum Sharing: Sendable {
    /// The owner alone: mode 0600.
    case owner
    /// Owner and group: mode 0660, for a PC with several accounts; the group's name. The folder
    /// must hand the group on, or journals would belong to another one.
    case group(String)
  }

  /// Takes a path from the edge.
  ///
  /// - Throws: `.file` (`unusablePath`).
  package init(path: String) throws(VaultError) {
    do { self.path = try VaultPath(path) } catch { throw .store(error) }
  }

  /// Opens the vault and verifies its roster; nothing is unlocked yet.
  ///
  /// - Parameter account: Who opens it, and what they remember; nil to remember nothing.
  /// - Returns: The vault, locked.
  /// - Throws: `.file`, `.roster`, `.freshness`, `.memory`, `.damaged`.
  package func open(for account: Account? = nil) throws(VaultError) -> Vault {
    let store: SQLiteStore
    do {
      store = try SQLiteStore.open(at: path, access: .readWrite)
    } catch {
      throw .store(error)
    }
    return try Vault(in: store, for: account)
  }

  /// Makes a new vault, whole or not at all, never over something.
  ///
  /// - Parameters:
  ///   - founding: What the vault is made of.
  ///   - sharing: Who may use the file.
  ///   - passphrase: The founder's.
  ///   - cost: What stretching it costs.
  ///   - memory: Where the founder's account keeps what it sees; nil to remember nothing.
  /// - Returns: The vault, locked.
  /// - Throws: `.file`, `.crypto`.
  package func create(
    _ founding: consuming Founding, sharing: Sharing, passphrase: borrowing Passphrase,
    cost: StretchingCost, memory: (any AccountMemory)? = nil
  ) throws(VaultError) -> Vault {
    var made: SQLiteStore?
    try founding.found(passphrase: passphrase, cost: cost) { (rows) throws(VaultError) in
      made = try SQLiteStore.create(
        at: path, mode: sharing.mode
      ) { (writing) throws(VaultError) in try rows(writing) }
    }
    guard let made else { preconditionFailure("founding makes the store or throws") }
    guard let memory else { return try Vault(in: made) }
    let account = Account(
      memory: memory, path: try resolvedPath(), intent: .follow(accepting: nil))
    let vault = try Vault(in: made, for: account)
    vault.freshness?.keep(vault.roster, nil)
    return vault
  }

  /// The absolute path of an existing vault, with all links followed.
  ///
  /// - Throws: `.file`.
  package func resolvedPath() throws(VaultError) -> String {
    do { return try path.resolved().text } catch { throw .store(error) }
  }

  /// The absolute path of a vault that is still to be made.
  ///
  /// - Throws: `.file`.
  package func pathForCreation() throws(VaultError) -> String {
    do { return try path.resolvedForCreation().text } catch { throw .store(error) }
  }

  /// Refuses a path where a new vault cannot be, before anything is asked or shown.
  ///
  /// - Throws: `.file` (`alreadyExists`, or what is wrong with the folder).
  package func checkIsFree() throws(VaultError) {
    do {
      _ = try path.resolvedForCreation()
      _ = try FileFacts(of: path)
    } catch .notFound {
      return
    } catch {
      throw .store(error)
    }
    throw .file(.alreadyExists)
  }

  /// What the system says of the file.
  package struct Facts: Equatable, Sendable {
    package let bytes: Int
    /// The permission bits, 0…0o7777.
    package let mode: UInt32
    package let isGroupWritable: Bool
    package let isOpenToOthers: Bool
    /// The service that copies the folder to other machines, where one is known to.
    package let syncService: String?
  }

  /// Refuses a folder that does not hand the group on, before anything is asked or shown.
  ///
  /// - Throws: `.file` (`folderGroup`, or what is wrong with the folder).
  package func check(_ sharing: Sharing) throws(VaultError) {
    guard case .group(let name) = sharing else { return }
    let handedOn: String?
    do { handedOn = try FolderGroup.handedOn(at: path) } catch { throw .store(error) }
    guard handedOn == name else { throw .file(.folderGroup) }
  }

  /// Finds what the system says of the file.
  ///
  /// - Throws: `.file`.
  package func facts() throws(VaultError) -> Facts {
    do {
      let facts = try FileFacts(of: path)
      return Facts(
        bytes: facts.bytes, mode: facts.mode, isGroupWritable: facts.isGroupWritable,
        isOpenToOthers: facts.isOpenToOthers,
        syncService: try FolderSync.syncedFolder(of: path)?.rawValue)
    } catch {
      throw .store(error)
    }
  }
}

extension VaultFile.Sharing {
  fileprivate var mode: StoreFileMode {
    switch self {
    case .owner: .owner
    case .group: .group
    }
  }
}
