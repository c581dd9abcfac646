import VaultCrypto

/// What an account has seen of a vault.
///
/// Source: docs/FORMAT.md section 12.
struct SeenVault: Sendable {
  /// The founder's key, which the wraps of all members pin.
  let founderKey: VerifyingKey
  /// The last roster version, whole: what comes later is verified from it on.
  let version: SignedRosterVersion
  /// The end of the log; number 0 before anything of it was seen.
  var link: SeenMark
  /// Pins of wraps that were found in the chain before `version`.
  var pins: [SeenMark]
  /// The path under which the vault was last opened.
  var path: String

  var vault: VaultID { version.version.vault }
  var generation: UInt64 { version.version.generation }
  var number: UInt64 { version.version.number }

  /// More members than use one account: bounds the list of pins.
  static let pinLimit = 64
  /// A version of 4,096 members has 1 MiB.
  static let byteLimit = 2 << 20
  /// Longer than any path that a system takes.
  static let pathLimit = 4096
}

/// A version of the roster or a link of the log, by number and hash.
struct SeenMark: Equatable, Sendable {
  let number: UInt64
  let hash: Digest
}

extension SeenVault {
  private static let heading = Array("uidvault-seen/1\n".utf8)

  /// The bytes that are kept.
  func encoded() -> [UInt8] {
    var writer = ByteWriter(capacity: 512 + version.signed.bytes.count)
    writer.raw(Self.heading)
    writer.raw(vault.bytes)
    writer.raw(founderKey.bytes)
    writer.mark(link)
    writer.u32(UInt32(version.signed.bytes.count))
    writer.raw(version.signed.bytes)
    writer.u8(UInt8(pins.count))
    for pin in pins { writer.mark(pin) }
    writer.lp16(path.utf8)
    writer.digest(Digest(.seen, vault: vault, data: writer.bytes))
    return writer.bytes
  }

  /// Reads what was kept of a vault.
  ///
  /// The hash at the end tells accidents; whoever may write the file can remove it as well.
  ///
  /// - Throws: `.badValue` for another vault or hash, `.badLength`, `.truncated`, `.trailingBytes`,
  ///   `.notText`.
  init(_ bytes: [UInt8], of wanted: VaultID) throws(FormatProblem) {
    guard bytes.count <= Self.byteLimit else { throw .badLength }
    self = try bytes.withSpan { (span) throws(FormatProblem) in
      var offset = 0
      let seen = try SeenVault(reading: span, at: &offset)
      let hash = Digest(.seen, vault: wanted, data: span.copy(0..<offset))
      guard seen.vault == wanted, try span.digest(at: &offset) == hash else { throw .badValue }
      try span.end(at: offset)
      return seen
    }
  }

  private init(reading bytes: RawSpan, at offset: inout Int) throws(FormatProblem) {
    guard try bytes.bytes(Self.heading.count, at: &offset) == Self.heading else { throw .badValue }
    let vault = try bytes.vaultID(at: &offset)
    let founder = try bytes.bytes(32, at: &offset)
    link = try bytes.mark(at: &offset)
    let length = Int(try bytes.u32(at: &offset))
    let stored = try bytes.bytes(length, at: &offset)
    do {
      founderKey = try VerifyingKey(untrusted: founder)
      version = try SignedRosterVersion(untrusted: SignedBytes(untrusted: stored))
    } catch {
      throw .badValue
    }
    guard version.version.vault == vault else { throw .badValue }
    let count = Int(try bytes.u8(at: &offset))
    guard count <= Self.pinLimit else { throw .badLength }
    pins = try (0..<count).map { (_) throws(FormatProblem) in try bytes.mark(at: &offset) }
    let pathLength = Int(try bytes.u16(at: &offset))
    guard pathLength <= Self.pathLimit else { throw .badLength }
    path = try bytes.text(pathLength, at: &offset)
  }
}

extension ByteWriter {
  fileprivate mutating func mark(_ mark: SeenMark) {
    u64(mark.number)
    digest(mark.hash)
  }
}

extension RawSpan {
  fileprivate func mark(at offset: inout Int) throws(FormatProblem) -> SeenMark {
    SeenMark(number: try u64(at: &offset), hash: try digest(at: &offset))
  }
}
