/// One thing that must hold in an export that has anonymous records.
package struct Rule: Sendable {
  /// What a rule has against a row.
  struct Problem: Equatable {
    let column: String
    let severity: Severity
    let message: String
  }

  /// Looks at a row of an anonymous record.
  typealias RowCheck = @Sendable (CheckedRow, RuleContext) -> [Problem]

  /// Its code, such as `A2`.
  package let code: String
  /// What must hold, in a few words.
  package let title: String
  /// How much its findings matter, the heaviest of them.
  package let severity: Severity
  /// Where it comes from.
  package let source: String
  /// How to mend a record that breaks it, in HMIS.
  package let mending: String
  /// A value or situation that is right.
  package let right: String
  /// One that is wrong.
  package let wrong: String
  /// What it asks of a community that records in another way than the job aid; nil if the same.
  private var elsewhere: (@Sendable (Profile) -> Asking?)?

  /// What it has against a row of Client.csv (or a vendor's file); nil if it looks elsewhere.
  let clientCheck: RowCheck?

  init(
    _ code: String, _ title: String, severity: Severity = .error, source: String, mending: String,
    right: String, wrong: String, clientCheck: RowCheck? = nil
  ) {
    self.code = code
    self.title = title
    self.severity = severity
    self.source = source
    self.mending = mending
    self.right = right
    self.wrong = wrong
    self.clientCheck = clientCheck
  }
}

extension Rule {
  /// What a rule asks of whoever records.
  package struct Asking: Hashable, Sendable {
    /// What must hold, in a few words.
    package let title: String
    /// How to mend a record that breaks it, in HMIS.
    package let mending: String
  }

  /// The same rule with what it asks by profiles that are not the job aid's; nil where that is the
  /// same.
  func otherwise(_ elsewhere: @escaping @Sendable (Profile) -> Asking?) -> Rule {
    var rule = self
    rule.elsewhere = elsewhere
    return rule
  }

  /// What the rule asks by a profile.
  package func asking(by profile: Profile) -> Asking {
    let own = profile == Profiles.standard ? nil : elsewhere?(profile)
    return own ?? Asking(title: title, mending: mending)
  }

  /// Values of which one is right.
  static func words(_ values: [String]) -> String { values.joined(separator: " or ") }
}

/// What rules know beside the row.
struct RuleContext: Sendable {
  let profile: Profile
  let standard: StandardYear?
  let pattern: UIDPattern
  /// The names that may stand in for the first name until the first save, folded.
  let organizations: Set<String>
  /// Whether names and SSNs are hashed, so that they cannot be compared.
  let isHashed: Bool
}

extension RuleContext {
  /// Whether a text is a UID as HMIS shows it in the name field.
  func isUID(_ text: String) -> Bool { identifier(text) != nil }

  /// The UID that a text is, without any addition; nil if it is none.
  func identifier(_ text: String) -> UniqueIdentifier? {
    do throws(UIDProblem) {
      let uid = try UniqueIdentifier(text, pattern: pattern)
      return uid.description == text.uppercased() ? uid : nil
    } catch {
      return nil
    }
  }

  /// Why a text that should be a UID is none.
  func problem(_ text: String) -> UIDProblem? {
    do throws(UIDProblem) {
      _ = try UniqueIdentifier(text, pattern: pattern)
      return nil
    } catch {
      return error
    }
  }
}
