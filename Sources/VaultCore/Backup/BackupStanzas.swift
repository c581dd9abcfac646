import AgeFormat
import VaultCrypto

/// What stands in a backup's header beside age's own stanzas; docs/FORMAT.md section 13.1.
enum BackupStanzas {
  /// `.invalid` can be nobody's domain (RFC 2606): no other program takes these for its own.
  private static let about = "uidvault.invalid/backup"
  private static let supervisor = "uidvault.invalid/supervisor"
  private static let form = "1"
  /// Wraps that are tried with a passphrase: bounds what a forged header can make a machine stretch.
  private static let wrapLimit = 32

  /// When a backup was made, and of which version of the roster.
  struct About: Equatable {
    /// Seconds since 1970, UTC.
    let made: UInt64
    let version: UInt64
  }

  static func made(_ about: About, wraps: [MemberWrap]) -> [AgeStanza] {
    [AgeStanza(type: Self.about, arguments: [form, "\(about.made)", "\(about.version)"], body: [])]
      + wraps.prefix(wrapLimit).map { AgeStanza(type: supervisor, body: $0.sealed.bytes) }
  }

  /// Finds what a header says of itself; nil for an age file that was made by hand.
  ///
  /// - Throws: `.newerForm`, `.altered`.
  static func about(in stanzas: [AgeStanza]) throws(BackupProblem) -> About? {
    guard let stanza = stanzas.first(where: { $0.type == about }) else { return nil }
    guard stanza.arguments.first == form else { throw .newerForm }
    guard stanza.arguments.count == 3, let made = UInt64(stanza.arguments[1]),
      let version = UInt64(stanza.arguments[2])
    else { throw .altered }
    return About(made: made, version: version)
  }

  /// The supervisors' wraps, which nobody has opened yet.
  ///
  /// - Throws: `.altered` for what is no wrap of a person.
  static func wraps(in stanzas: [AgeStanza]) throws(BackupProblem) -> [MemberWrap] {
    let found = stanzas.filter { $0.type == supervisor }
    guard found.count <= wrapLimit else { throw .altered }
    return try found.map { (stanza) throws(BackupProblem) in
      do throws(RosterProblem) {
        let wrap = try MemberWrap(untrusted: SealedBytes(untrusted: stanza.body))
        guard wrap.header.kind == .person, stanza.arguments.isEmpty else { throw .row }
        return wrap
      } catch {
        throw .altered
      }
    }
  }
}
