import HMIS
import Terminal

/// Rules and profiles, for people.
enum RulesPage {
  private static let width = 80  // columns

  /// All rules, a line or two each.
  static var list: [String] {
    RuleBook.all.flatMap { entry($0.code, $0.title, indent: 6) }
      + ["", "No rules here:", ""]
      + RuleBook.elsewhere.flatMap { entry($0.code, $0.reason, indent: 6) }
      + ["", "hmis-anon rules CODE explains one."]
  }

  /// One rule in full.
  static func lines(_ rule: Rule) -> [String] {
    ["\(rule.code): \(rule.title)", ""]
      + [
        ("Right", rule.right), ("Wrong", rule.wrong), ("Mend", rule.mending),
        ("Weight", rule.severity.rawValue), ("Source", rule.source),
      ].flatMap { entry($0.0, $0.1, indent: 8) }
  }

  /// The profiles, the default first.
  static var profiles: [String] {
    Profiles.all.flatMap { entry($0.name, "\($0.title) (\($0.source))", indent: 17) }
      + ["", "docs/CHECKING.md says how to write one of your own."]
  }

  /// A word, and a text beside it.
  private static func entry(_ word: String, _ text: String, indent: Int) -> [String] {
    DisplayText(text).wrapped(to: width - indent).enumerated().map { number, line in
      let front = number == 0 ? word : ""
      return front + String(repeating: " ", count: max(1, indent - front.count)) + line
    }
  }
}
