/// One thing to do at the HMIS screen.
package struct CardStep: Hashable, Sendable {
  /// What to do with a field.
  package enum Entry: Hashable, Sendable {
    /// Type exactly this.
    case type(String)
    /// Choose one of these from the list; for anything else, `otherwise`.
    case choose([CodedAnswer], otherwise: CodedAnswer?)
    /// Enter what the client says; where that is risky, `otherwise`.
    case answerTruly(otherwise: CodedAnswer)
    /// Leave the field empty.
    case leaveEmpty
    /// There is no single field; do what the sentence says.
    case act(String)
  }

  /// A window that HMIS may open here.
  package struct PopUp: Hashable, Sendable {
    /// What it is about.
    package let about: String
    /// The button to click.
    package let click: String
    /// What the buttons mean.
    package let because: String
  }

  /// The field's name on the screen; nil for `Entry.act`.
  package let field: String?
  package let entry: Entry
  /// One or two sentences more.
  package let note: String?
  /// In the order in which they come.
  package let popUps: [PopUp]

  init(_ field: String, _ entry: Entry, note: String? = nil, popUps: [PopUp] = []) {
    self.field = field
    self.entry = entry
    self.note = note
    self.popUps = popUps
  }

  init(_ sentence: String) {
    field = nil
    entry = .act(sentence)
    note = nil
    popUps = []
  }
}

extension CardStep {
  /// A name of the profile.
  static func name(_ field: String, _ name: ProfileName, note: String? = nil) -> CardStep {
    name.isOwn
      ? CardStep("\(field): \(name.words), where PersonalID is the record's own.")
      : CardStep(field, .type(name.words), note: note)
  }
}

extension CardStep.Entry {
  /// Exactly this answer.
  static func choose(_ answer: CodedAnswer) -> Self { .choose([answer], otherwise: nil) }
}
