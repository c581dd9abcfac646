import FoundationEssentials
import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// A vault of one test in a folder of its own, unlocked by its supervisor.
final class ImportScene {
  let session: Session
  private let folder: URL
  static let now: UInt64 = 1_790_000_000  // 21 September 2026

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "import-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let name = try MemberName("Ana")
    let passphrase = try Passphrase(
      forNewVault: SecretBytes(copying: Array("seven quiet herons wade".utf8)))
    let vault = try VaultFile(path: folder.appending(path: "v.uidvault").path).create(
      try Founding(organization: "Bridge House", founder: name, now: Self.now), sharing: .owner,
      passphrase: passphrase, cost: StretchingCost(passes: 3, memoryMiB: 64, machineMiB: 4096))
    session = try vault.unlock(
      as: try vault.person(named: name), with: passphrase,
      within: Vault.MemoryBudget(machineMiB: 4096, beyondMachine: .refuse))
  }

  deinit {
    do { try FileManager.default.removeItem(at: folder) } catch {
      Issue.record("a temporary folder was left behind")
    }
  }

  /// Where the vault stands: everything that a change alters.
  struct State: Equatable {
    let links: UInt64
    let head: Digest
    let clients: UInt64
  }

  var state: State {
    get throws {
      try session.look { (_, tree) throws(VaultError) in
        State(
          links: tree.tip.number, head: tree.link.headHash, clients: tree.head.counts.total)
      }
    }
  }

  /// How many clients have a status.
  func count(_ status: ClientStatus) throws -> UInt64 {
    try session.look { (_, tree) throws(VaultError) in tree.head.counts[status] }
  }

  /// What the last link records.
  func lastContent() throws -> LogContent {
    try session.look { (rows, tree) throws(VaultError) in
      let reader = LogReader(rows: rows, roster: self.session.roster)
      let number = tree.tip.number
      let row = try reader.take(try rows.row(.log, number.key), number: number)
      return try self.session.content(of: row.content, number: number)
    }
  }

  /// Imports a table that is in memory.
  @discardableResult
  func imported(
    _ table: String, _ adjust: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    try imported(bytes: Array(table.utf8), adjust)
  }

  @discardableResult
  func imported(
    bytes: [UInt8], _ adjust: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    var rest = bytes[...]
    return try imported(
      TableBytes { () throws(Never) in
        let chunk = rest.prefix(1_000)
        rest = rest.dropFirst(1_000)
        return Array(chunk)
      }, adjust)
  }

  @discardableResult
  func imported(
    _ table: TableBytes<Never>, _ adjust: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    var options = ImportOptions()
    adjust(&options)
    do throws(ImportFailure<Never>) {
      return try session.importTable(table, options: options, reason: nil, now: Self.now)
    } catch {
      switch error {
      case .vault(let error): throw error
      }
    }
  }

  /// Everything in the directory.
  func entries() throws -> [DirectoryEntry] {
    try session.change { (change) throws(VaultError) in
      let directory = try change.directory()
      var entries: [DirectoryEntry] = []
      for block in change.tree.head.blockHashes.indices {
        entries += try directory.entries(inBlock: block)
      }
      return entries
    }
  }

  /// The first client's id, as a command names them.
  func firstID() throws -> ClientIDPrefix {
    let entry = try #require(try entries().first)
    return try #require(ClientIDPrefix(entry.id.text))
  }

  /// A client as a person types them.
  static func input(_ fields: [ClientField: String]) throws -> ClientInput {
    var input = ClientInput()
    let rules = ClientInput.Rules(
      policy: Policy(organization: "Bridge House"), today: Today(secondsSince1970: now))
    for (field, text) in fields { try input.set(field, to: text, under: rules) }
    return input
  }

  @discardableResult
  func add(_ fields: [ClientField: String], _ rule: DuplicateRule = .ask) throws -> AddOutcome {
    try session.add(try Self.input(fields), duplicates: rule, reason: nil, now: Self.now)
  }
}

extension Session {
  func content(
    of sealed: SealedBytes, number: UInt64
  ) throws(VaultError) -> LogContent {
    guard let pair = standing.auditPair else { throw .notPermitted }
    return try LogContentBox.open(sealed, number: number, in: vaultID, with: pair.keys)
  }
}
