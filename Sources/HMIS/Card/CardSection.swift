/// Steps that belong together, few enough for one screen of 24 lines.
package struct CardSection: Hashable, Sendable {
  /// Names of the sections for programs; they do not change.
  package enum Name: String, CaseIterable, Sendable {
    case beforeYouBegin = "before-you-begin"
    case identity
    case otherFields = "other-fields"
    case firstSave = "first-save"
    case rename
    case enrollment
    case household
    case records
    case checklist
  }

  package let name: Name
  package let title: String
  package let steps: [CardStep]

  init(_ name: Name, _ title: String, _ steps: [CardStep]) {
    self.name = name
    self.title = title
    self.steps = steps
  }
}
