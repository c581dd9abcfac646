import SystemPackage

/// A command that a job consists of.
struct JobStep {
  let words: [String]
  var input = ""
  var good: Set<Int> = [0]
  /// What its output must hold, so that nothing is measured that was not done.
  var proof = ""
  /// Whether it asks for the passphrase.
  var unlocks = true
}

extension Job {
  /// The commands of one turn.
  ///
  /// - Parameters:
  ///   - turn: Each turn is about somebody else.
  ///   - people: The table of the people, and how many are in it.
  ///   - site: Where the vault is.
  /// - Returns: The commands in order; each but `backup export` unlocks once.
  func steps(turn: Int, people: PeopleTable, site: Site) -> [JobStep] {
    switch self {
    case .find, .slip:
      return [
        JobStep(words: ["find", "--stdin"], input: query(turn, people) + "\n", good: [0, 1])
      ]
    case .show:
      let uid = people.sought(turn).uid
      return [JobStep(words: ["show", uid, "--json"], proof: uid)]
    case .open: return []
    case .add:
      return [
        JobStep(
          words: ["add", "--stdin", "--allow-similar", "--allow-duplicate"],
          input: People.person(people.count + turn).json, proof: #""result":"added""#)
      ]
    case .import:
      return [
        JobStep(
          words: ["import", people.file.string, "--json", "--allow-similar", "--allow-duplicate"],
          good: [0, 1], proof: #"{"added":\#(people.count),"#)
      ]
    case .rotate: return [JobStep(words: ["rotate", "--json", "--yes"], proof: "resealed")]
    case .verify: return [JobStep(words: ["verify", "--json"], proof: #""sound":true"#)]
    case .backup, .restore: return backupSteps(site)
    case .destroy:
      let uid = people.sought(turn).uid
      return [
        JobStep(
          words: ["destroy", uid, "--reason", "legal", "--yes", "--json"], proof: #""destroyed":"#)
      ]
    }
  }

  private func backupSteps(_ site: Site) -> [JobStep] {
    let backup = site.backup.string
    if self == .restore {
      return [
        JobStep(
          words: [
            "backup", "restore", backup, "--to", site.restored.string,
            "--as", "Sample Supervisor", "--keep-members", "all", "--yes", "--json",
          ], proof: "words")
      ]
    }
    return [
      JobStep(words: ["backup", "export", backup, "--json"], proof: "bytes", unlocks: false),
      JobStep(words: ["backup", "verify", backup, "--json"], proof: #""sound":true"#),
    ]
  }

  /// What is typed to find the person of a turn.
  private func query(_ turn: Int, _ people: PeopleTable) -> String {
    let person = people.sought(turn)
    return self == .slip
      ? Query.withSlip(of: person, turn: turn) : Query.exactOrPart(of: person, turn: turn)
  }
}
