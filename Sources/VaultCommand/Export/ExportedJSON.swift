import VaultCore

/// What `export` answers; docs/JSON.md.
struct ExportedJSON: Encodable {
  let file: String
  let clients: Int
  let missing: [MissingJSON]

  /// Something that could not be exported.
  struct MissingJSON: Encodable {
    let uid: String?
    let id: String?
    let namespace: String
    let key: String
    let problem: String

    init(_ gap: ExportGap) {
      (uid, id) = (gap.uid, gap.id?.text)
      (namespace, key) = (gap.damage.namespace, gap.damage.keyText)
      problem = gap.damage.problem.code
    }
  }

  private enum CodingKeys: String, CodingKey {
    case file, clients, missing
  }

  /// Plain lines for a person.
  let lines: [String]

  init(_ missing: [ExportGap], clients: Int, file: String, isPlain: Bool) {
    (self.file, self.clients) = (file, clients)
    self.missing = missing.map(MissingJSON.init)
    lines =
      ["\(Counted(UInt64(clients), "client is", "clients are")) in \(file)."]
      + (isPlain
        ? ["It is not encrypted: move it where it belongs, and delete it."]
        : ["What becomes of it the vault does not know; delete it when it has served."])
      + missing.map(Self.line)
      + (missing.isEmpty
        ? []
        : ["The vault is damaged; keep it as it is, and compare: uidvault verify"])
  }

  private static func line(_ gap: ExportGap) -> String {
    guard let id = gap.id else {
      return "Missing: all whom the row \(gap.damage.place) names; it \(gap.damage.problem.words)."
    }
    let name = gap.uid.map { "\($0) (\(id.shortText))" } ?? id.shortText
    return "Missing: \(name); the row \(gap.damage.place) \(gap.damage.problem.words)."
  }
}
