import VaultCrypto

/// What the vault remembers about its own upkeep; docs/FORMAT.md section 7.
package struct Diary: Equatable, Sendable {
  /// A backup that was made or verified.
  package struct Backup: Equatable, Sendable {
    /// Seconds since 1970, UTC.
    package let time: UInt64
    package let rosterNumber: UInt64
    package let lastLink: UInt64
    /// Of the whole file: hash(`backup`, its bytes).
    let hash: Digest
    /// Whether it was opened and found sound.
    package let verified: Bool
  }

  /// Seconds since 1970, UTC.
  package var created: UInt64
  package var lastRotation: UInt64?
  package var vacuumOwed = false
  package var backups: [Backup] = []
  package var lastDrill: UInt64?

  init(created: UInt64) {
    self.created = created
  }
}

extension Diary {
  static let key = Array("diary".utf8)
  static let padding = Padding.block(4096)
  static let backupLimit = 40

  func encoded() -> [UInt8] {
    var writer = ByteWriter(capacity: 1024)
    writer.field(1) { $0.u64(created) }
    if let lastRotation { writer.field(2) { $0.u64(lastRotation) } }
    if vacuumOwed { writer.field(3) { $0.u8(1) } }
    if !backups.isEmpty {
      writer.field(4) { field in
        for backup in backups { backup.encode(to: &field) }
      }
    }
    if let lastDrill { writer.field(5) { $0.u64(lastDrill) } }
    return Self.padding.pad(writer.bytes)
  }

  init(decoding padded: RawSpan) throws(FormatProblem) {
    let fields = try TaggedFields(in: padded, try Self.padding.content(of: padded))
    try fields.refuseUnknown(1...5)
    let time = { (bytes: RawSpan, offset: inout Int) throws(FormatProblem) -> UInt64 in
      try bytes.u64(at: &offset)
    }
    created = try fields.required(1, in: padded, time)
    lastRotation = try fields.optional(2, in: padded, time)
    let owed = try fields.optional(3, in: padded) { (bytes, offset) throws(FormatProblem) in
      try bytes.u8(at: &offset)
    }
    guard owed == nil || owed == 1 else { throw .badValue }
    vacuumOwed = owed == 1
    backups =
      try fields.optional(4, in: padded) { (bytes, offset) throws(FormatProblem) in
        try bytes.list(limit: Self.backupLimit, at: &offset, Backup.init(from:at:))
      } ?? []
    lastDrill = try fields.optional(5, in: padded, time)
  }
}

extension Diary {
  /// Takes a backup in, or that one was found sound; the oldest go first, and never the newest that
  /// was found sound.
  mutating func note(_ backup: Backup) {
    if let index = backups.firstIndex(where: { $0.hash == backup.hash }) {
      if backup.verified { backups[index] = backup }
      return
    }
    backups.append(backup)
    backups.sort { $0.time < $1.time }
    while backups.count > Self.backupLimit {
      let newestSound = backups.lastIndex(where: \.verified)
      backups.remove(at: newestSound == 0 ? 1 : 0)
    }
  }
}

extension Diary.Backup {
  func encode(to writer: inout ByteWriter) {
    writer.u64(time)
    writer.u64(rosterNumber)
    writer.u64(lastLink)
    writer.digest(hash)
    writer.u8(verified ? 1 : 0)
  }

  init(from bytes: RawSpan, at offset: inout Int) throws(FormatProblem) {
    time = try bytes.u64(at: &offset)
    rosterNumber = try bytes.u64(at: &offset)
    lastLink = try bytes.u64(at: &offset)
    hash = try bytes.digest(at: &offset)
    let state = try bytes.u8(at: &offset)
    guard state <= 1 else { throw .badValue }
    verified = state == 1
  }
}
