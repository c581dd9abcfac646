import Terminal
import VaultCore

/// What this account has seen of vaults, in files of its state folder.
struct StateMemory: AccountMemory {
  /// Beyond what a vault of 4,096 members needs.
  private static let byteLimit = 2 << 20

  private let folder: StateFolder

  /// Nil, and said, if the account has no home to keep anything in.
  init?() {
    guard let state = Environment.stateFolder else {
      Messages(program: "uidvault").warning(
        "this account has no home folder: an older copy of the vault would not be noticed")
      return nil
    }
    folder = StateFolder(path: state + "/uidvault")
  }

  func recall(_ vault: VaultID, _ kind: MemoryKind) throws(MemoryProblem) -> [UInt8]? {
    let name = Self.name(of: vault, kind)
    do throws(TerminalError) {
      return try folder.read(name, limit: Self.byteLimit)
    } catch .inputTooLong {
      throw .damaged(at: folder.path(of: name))
    } catch {
      throw .unreadable(at: folder.path(of: name))
    }
  }

  func known() throws(MemoryProblem) -> [VaultID] {
    do throws(TerminalError) {
      return try folder.names().compactMap(Self.vault(of:))
    } catch {
      throw .unreadable(at: folder.path)
    }
  }

  func keep(_ vault: VaultID, _ kind: MemoryKind, _ next: ([UInt8]?) -> [UInt8]?) {
    do throws(TerminalError) {
      try folder.replace(Self.name(of: vault, kind), limit: Self.byteLimit, by: next)
    } catch {
      Messages(program: "uidvault").warning(
        "what was seen of the vault could not be kept in \(folder.path): "
          + CommandFailure(terminal: error).problem)
    }
  }

  func place(of vault: VaultID, _ kind: MemoryKind) -> String {
    folder.path(of: Self.name(of: vault, kind))
  }

  private static func name(of vault: VaultID, _ kind: MemoryKind) -> String {
    vault.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + kind.ending
  }

  private static func vault(of name: String) -> VaultID? {
    let ending = MemoryKind.seen.ending
    guard name.hasSuffix(ending) else { return nil }
    return VaultID(hexadecimal: String(name.dropLast(ending.count)))
  }
}

extension MemoryKind {
  /// How the file's name ends.
  fileprivate var ending: String {
    switch self {
    case .seen: ".seen"
    case .backups: ".backups"
    }
  }
}
