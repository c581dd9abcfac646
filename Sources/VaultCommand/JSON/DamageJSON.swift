import VaultCore

/// A row that is not what it must be, as JSON; docs/JSON.md, "verify".
struct DamageJSON: Encodable {
  let namespace: String
  let key: String
  let problem: String

  init(_ damage: Damage) {
    namespace = damage.namespace
    key = damage.keyText
    problem = damage.problem.code
  }

  /// What an answer says beside what could be read; nil where all could.
  static func list(_ damage: [Damage]) -> [DamageJSON]? {
    damage.isEmpty ? nil : damage.map(DamageJSON.init)
  }
}
