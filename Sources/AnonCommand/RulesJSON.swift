import HMIS

/// Rules for programs; docs/JSON.md describes them.
struct RulesJSON: Encodable {
  let rules: [RuleJSON]

  struct RuleJSON: Encodable {
    let rule: String
    let severity: String
    let title: String
    let right: String
    let wrong: String
    let mending: String
    let source: String
  }

  init(_ rules: [Rule]) {
    self.rules = rules.map { rule in
      RuleJSON(
        rule: rule.code, severity: rule.severity.rawValue, title: rule.title, right: rule.right,
        wrong: rule.wrong,
        mending: rule.mending, source: rule.source)
    }
  }
}

/// Profiles for programs; docs/JSON.md describes them.
struct ProfilesJSON: Encodable {
  let profiles: [ProfileJSON]

  struct ProfileJSON: Encodable {
    let profile: String
    let title: String
    let source: String
  }

  init() {
    profiles = Profiles.all.map { profile in
      ProfileJSON(profile: profile.name, title: profile.title, source: profile.source)
    }
  }
}
