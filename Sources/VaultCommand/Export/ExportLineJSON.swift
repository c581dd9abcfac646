import VaultCore

/// One client as `export` writes them; docs/JSON.md, "export".
struct ExportLineJSON: Encodable {
  let client: Client

  private enum Key: String, CodingKey {
    case formerNames, releases, touched, merged, heldSince
  }

  func encode(to encoder: any Encoder) throws {
    try ClientJSON(client: client).encode(to: encoder)
    var object = encoder.container(keyedBy: Key.self)
    let former = client.details.aliases.filter { $0.kind == .former }.map(\.text)
    if !former.isEmpty { try object.encode(former, forKey: .formerNames) }
    let releases = client.releases.map(ReleaseJSON.init)
    if !releases.isEmpty { try object.encode(releases, forKey: .releases) }
    try object.encodeIfPresent(client.touched.map(JSONTime.text), forKey: .touched)
    try object.encodeIfPresent(client.merged.map(MergeJSON.init), forKey: .merged)
    try object.encodeIfPresent(client.hold.map { JSONTime.text($0.since) }, forKey: .heldSince)
  }

  /// A release of information for one program.
  private struct ReleaseJSON: Encodable {
    let program: String
    let signed: String
    let expires: String?
    let revoked: String?

    init(_ release: Release) {
      program = release.program
      signed = release.signed.text
      expires = release.expires?.text
      revoked = release.revoked?.text
    }
  }

  /// Into whom a record was merged.
  private struct MergeJSON: Encodable {
    let into: String
    let statusBefore: String
    let time: String

    init(_ merge: Client.Merge) {
      into = merge.into.text
      statusBefore = merge.statusBefore.word
      time = JSONTime.text(merge.time)
    }
  }
}
