import VaultCore

/// What one query found; docs/JSON.md, "find".
struct FoundJSON: Encodable {
  let hits: [Hit]
  let more: Int
  var problem: String?
  var damage: [DamageJSON]?

  struct Hit: Encodable {
    let uid: String?
    let id: String
    let status: String
    let name: String
    let birthDate: String?
    let why: [String]
    let strength: String
  }

  init(_ answer: SearchAnswer) {
    hits = answer.hits.map { hit in
      Hit(
        uid: hit.client.uid?.text, id: hit.client.id.text, status: hit.client.status.word,
        name: hit.client.details.displayName, birthDate: hit.client.details.birthDate?.text,
        why: hit.why.map(\.text), strength: hit.strength.rawValue)
    }
    more = answer.more
    damage = DamageJSON.list(answer.damage)
  }

  /// A line that cannot be searched for.
  init(problem: Query.Problem) {
    hits = []
    more = 0
    self.problem = problem.words
  }
}
