import ArgumentParser
import HMIS
import Terminal

/// `hmis-anon rules`: what `check` looks for, and how communities record anonymous clients.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Say what check looks for: each rule with a right and a wrong example.",
    discussion: "Rules stand in the order in which to mend what they find.")

  @Argument(
    help: ArgumentHelp(
      "A rule's code, such as A6; without it, all rules are listed.", valueName: "rule"),
    completion: .list(RuleBook.all.map(\.code)))
  var rule: String?

  @Flag(help: "List the profiles instead: how communities record anonymous clients.")
  var profiles = false

  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func validate() throws {
    if profiles, rule != nil { throw ValidationError("--profiles takes no rule") }
  }

  func run() throws {
    if profiles {
      try json
        ? JSONAnswer.write(ProfilesJSON()) : StandardOutput.write(lines: RulesPage.profiles)
      return
    }
    let chosen = try chosenRules()
    if json {
      try JSONAnswer.write(RulesJSON(chosen))
    } else {
      try StandardOutput.write(lines: rule == nil ? RulesPage.list : RulesPage.lines(chosen[0]))
    }
  }

  private func chosenRules() throws(CommandFailure) -> [Rule] {
    guard let rule else { return RuleBook.all }
    if let other = RuleBook.elsewhere.first(where: { $0.code == rule.uppercased() }) {
      throw CommandFailure("\(other.code) is not checked here: \(other.reason)")
    }
    guard let known = RuleBook.rule(rule) else {
      throw CommandFailure(
        "there is no such rule", hints: ["hmis-anon rules lists them all"])
    }
    return [known]
  }
}
