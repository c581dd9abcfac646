import VaultCrypto
import VaultStore

/// One transaction's work on the vault: what it read, what it changes, the link it appends.
///
/// Everything that is revealed or altered passes through here; docs/FORMAT.md section 8.
final class Change {
  let rows: Rows
  let writing: any StoreWriting
  private(set) var standing: Standing
  private(set) var tree: Tree
  /// The end of the log with this transaction's link; nil until it is appended.
  private(set) var appended: Tip?
  private var changedBlocks: [Int: WorkingBlock] = [:]
  private var isHeadChanged = false
  /// New records, stored together at the end in the order of their keys: the file then grows by
  /// full pages, and its order tells nothing of the order of arrival.
  private var newRecords: [(key: [UInt8], sealed: SealedBytes)] = []

  /// The beginnings of sealed values that a rotation replaced.
  private(set) var retired = ByteMarks()

  /// Marks a sealed value that must not stand anywhere in the file after a rotation.
  func retire(_ sealed: SealedBytes) { retired.insert(sealed.bytes) }

  /// Blocks of the directory that were read before the transaction began.
  private let ahead: [Digest: SealedBlock]

  /// A block that this transaction alters.
  private final class WorkingBlock {
    var block: DirectoryBlock
    init(_ block: consuming DirectoryBlock) { self.block = block }
  }

  /// Begins work: climbs the tree in this transaction.
  ///
  /// - Throws: `.damaged`, `.store`.
  init(
    _ writing: any StoreWriting, on standing: Standing, ahead: [Digest: SealedBlock] = [:]
  ) throws(VaultError) {
    self.writing = writing
    self.standing = standing
    self.ahead = ahead
    rows = Rows(reading: writing)
    tree = try Tree(in: rows, on: standing)
  }

  var vault: VaultID { standing.vault }
  var policy: Policy { tree.policy }

  /// The directory as it is stored: as it was when the transaction began, until this one stores
  /// blocks.
  ///
  /// - Throws: `.notPermitted` without the identity key.
  func directory() throws(VaultError) -> Directory {
    Directory(
      rows: rows,
      opening: BlockOpening(
        hashes: tree.head.blockHashes, vault: vault, epoch: standing.epochKeys.epoch,
        keys: try standing.identityKeys()), ahead: ahead)
  }
}

// MARK: Roster

extension Change {
  /// Signs the next version of the roster, stores it with its rows, and goes on under it.
  ///
  /// It is verified as every reader will verify it, and the actor's row is opened, before anything
  /// is committed.
  ///
  /// - Parameters:
  ///   - draft: The version, signed with the keys that the actor has had until now.
  ///   - actor: Who goes on, where that is another entry or one with other keys.
  /// - Throws: `.roster`, `.damaged`, `.store`.
  func adopt(
    _ draft: RosterDraft, as actor: (id: MemberID, keys: MemberKeys)? = nil
  ) throws(VaultError) {
    let signed = SignedRosterVersion(signing: draft.version, with: standing.memberKeys.signing)
    let key = draft.version.number.key
    var roster = standing.roster
    do { try roster.append(key, signed.signed) } catch { throw .roster(error) }
    do {
      for (id, row) in draft.rows { try writing.put(.member, id.bytes, row.sealed) }
      try writing.insertNew(.roster, key, signed.signed)
    } catch {
      throw .store(error)
    }
    let actor = actor ?? (standing.member.id, standing.memberKeys)
    guard let member = roster.present(actor.id) else { throw .noLongerMember }
    standing = try Standing(of: member, with: actor.keys, under: roster, in: rows)
  }

  /// Goes by another policy from here on.
  func follow(_ policy: Policy) { tree.policy = policy }

  /// Stores the diary; the head of this transaction names it.
  func store(_ diary: Diary) throws(VaultError) {
    isHeadChanged = true
    let sealed = standing.seal(diary.encoded(), namespace: .diary, key: Diary.key)
    try store(.settings, Diary.key, sealed)
    tree.diary = diary
    tree.head.diaryHash = Digest(.diary, vault: vault, data: sealed.bytes)
  }

  /// Takes the directory that a rotation has sealed anew into the head.
  func replaceDirectory(hashes: [Digest]) {
    isHeadChanged = true
    tree.head.epoch = standing.epochKeys.epoch
    tree.head.blockHashes = hashes
  }
}

// MARK: Records

extension Change {
  /// Reads a client's record, which must be the one that the entry names.
  ///
  /// - Throws: `.damaged` (`missing`, `hash`, `seal`, `format`, `number`), `.store`.
  func record(of entry: DirectoryEntry) throws(VaultError) -> Client {
    try ClientRecords(rows: rows, standing: standing).record(of: entry)
  }

  /// Reads a client's record, or tells what is wrong with its row.
  ///
  /// - Throws: `.store`.
  func readable(_ entry: DirectoryEntry) throws(VaultError) -> Result<Client, Damage> {
    try ClientRecords(rows: rows, standing: standing).readable(entry)
  }

  /// Stores a new client: record, entry, counts.
  ///
  /// - Throws: `.store`, `.damaged`.
  func insert(_ client: Client) throws(VaultError) {
    try append(entry: try put(client, as: .new).encoded(), status: client.status)
  }

  /// Stores a client anew in the place of its older record.
  ///
  /// - Throws: `.store`, `.damaged`.
  func replace(_ old: DirectoryEntry, inBlock number: Int, by client: Client) throws(VaultError) {
    let entry = try put(client, as: .replacement)
    let bytes = entry.encoded()
    isHeadChanged = true
    let working = try workingBlock(number)
    try onBlock(number) { () throws(FormatProblem) in try working.block.remove(old.id) }
    if working.block.hasRoom(for: bytes.count) {
      working.block.append(bytes)
    } else {
      try append(bytes)
    }
    tree.head.counts.move(from: old.status, to: client.status)
  }

  private enum Novelty {
    case new
    case replacement
  }

  private func put(_ client: Client, as novelty: Novelty) throws(VaultError) -> DirectoryEntry {
    let sealing = try RecordSealing(standing)
    let key = sealing.key(of: client.id)
    let sealed = sealing.seal(ClientCodec.encode(client), under: key)
    switch novelty {
    case .new: newRecords.append((key, sealed))
    case .replacement: try store(.client, key, sealed)
    }
    return DirectoryEntry(
      of: client, recordHash: sealing.hash(of: sealed), in: vault,
      retentionYears: policy.retentionYears)
  }
}

// MARK: Many new clients

extension Change {
  /// Stores a new client's record that is sealed already; its entry is to be appended as well.
  ///
  /// - Throws: `.store`.
  func storeNew(_ sealed: SealedBytes, under key: [UInt8]) throws(VaultError) {
    do { try writing.insertNew(.client, key, sealed) } catch { throw .store(error) }
  }

  /// Appends the encoded entry of a new client whose record was stored.
  ///
  /// - Throws: `.store`, `.damaged`.
  func append(entry bytes: [UInt8], status: ClientStatus) throws(VaultError) {
    try append(bytes)
    tree.head.counts.move(from: nil, to: status)
  }

  private func storeNewRecords() throws(VaultError) {
    newRecords.sort { $0.key.lexicographicallyPrecedes($1.key) }
    for record in newRecords { try storeNew(record.sealed, under: record.key) }
    newRecords.removeAll(keepingCapacity: false)
  }
}

// MARK: Blocks

extension Change {
  /// Appends an encoded entry to the last block, or to a new one.
  private func append(_ entry: [UInt8]) throws(VaultError) {
    isHeadChanged = true
    let last = tree.head.blockHashes.count - 1
    if last >= 0, try workingBlock(last).block.hasRoom(for: entry.count) {
      try workingBlock(last).block.append(entry)
      return
    }
    // An import of any size stays bounded in memory: full blocks are stored now and then.
    if changedBlocks.count >= Self.blockLimit { try storeBlocks() }
    tree.head.blockHashes.append(.zeros)
    let fresh = WorkingBlock(DirectoryBlock())
    fresh.block.append(entry)
    changedBlocks[last + 1] = fresh
  }

  /// 16 MiB of blocks.
  private static let blockLimit = 256

  private func workingBlock(_ number: Int) throws(VaultError) -> WorkingBlock {
    if let block = changedBlocks[number] { return block }
    let block = WorkingBlock(try directory().block(number))
    changedBlocks[number] = block
    return block
  }

  private func onBlock(
    _ number: Int, _ body: () throws(FormatProblem) -> Void
  ) throws(VaultError) {
    do { try body() } catch {
      throw .damage(.directory, UInt64(number).key, .format(error))
    }
  }

  /// Seals the blocks that changed, puts their hashes into the head and lets go of them.
  func storeBlocks() throws(VaultError) {
    let keys = try standing.identityKeys()
    for (number, working) in changedBlocks.sorted(by: { $0.key < $1.key }) {
      let key = UInt64(number).key
      let place = Place(
        vault: vault.bytes, namespace: .directory, key: key, epoch: standing.epochKeys.epoch)
      let sealed = working.block.withBytes { keys.directory.seal($0, place: place) }
      tree.head.blockHashes[number] = Digest(.directoryBlock, vault: vault, data: sealed.bytes)
      try store(.directory, key, sealed)
    }
    changedBlocks.removeAll()
  }
}

// MARK: The link

extension Change {
  /// Appends the one link of this transaction; nothing may be shown before the store has it.
  ///
  /// - Returns: The end of the log with it.
  /// - Throws: `.store`, `.crypto`.
  @discardableResult
  func append(_ content: LogContent, at now: UInt64) throws(VaultError) -> Tip {
    try storeNewRecords()
    var headHash = tree.link.headHash
    if isHeadChanged {
      try storeBlocks()
      headHash = try storeHead()
    }
    let number = tree.tip.number + 1
    let end = standing.roster.end
    let sealed = try LogContentBox.seal(content, number: number, to: end)
    let link = Link(
      number: number, previous: tree.tip.hash, time: now, actor: standing.member.id,
      rosterNumber: end.number, rosterHash: standing.roster.endHash, headHash: headHash,
      contentHash: Digest(.content, vault: vault, data: sealed.bytes))
    let row = LogReader.Row(
      epoch: standing.epochKeys.epoch,
      link: standing.seal(
        SignedLink(signing: link, in: vault, with: standing.memberKeys.signing).encoded,
        namespace: .link, key: number.key),
      content: sealed)
    do { try writing.insertNew(.log, number.key, row.sealed) } catch { throw .store(error) }
    let tip = Tip(number: number, hash: row.hash(in: vault))
    try store(.tip, Tip.key, standing.seal(tip.encoded(), namespace: .tip, key: Tip.key))
    appended = tip
    return tip
  }

  private func storeHead() throws(VaultError) -> Digest {
    let sealed = standing.seal(tree.head.encoded(), namespace: .head, key: Head.key)
    try store(.head, Head.key, sealed)
    return Digest(.head, vault: vault, data: sealed.bytes)
  }

  func store(
    _ namespace: Namespace, _ key: [UInt8], _ value: SealedBytes
  ) throws(VaultError) {
    do { try writing.put(namespace, key, value) } catch { throw .store(error) }
  }
}
