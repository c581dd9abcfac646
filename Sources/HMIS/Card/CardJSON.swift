/// A card as programs read it. docs/JSON.md documents the shape, which does
/// not change its meaning.
package struct CardJSON: Encodable, Sendable {
  private let card: Card

  /// Takes the card to be written.
  package init(_ card: Card) { self.card = card }

  private enum Keys: String, CodingKey {
    case standard, profile, organization, birthYear, uid, sections
  }

  /// Writes the card; `birthYear` and `uid` are null where they are unknown.
  package func encode(to encoder: any Encoder) throws {
    var keyed = encoder.container(keyedBy: Keys.self)
    try keyed.encode(card.profile.standard.rawValue, forKey: .standard)
    try keyed.encode(card.profile.community.name, forKey: .profile)
    try keyed.encode(card.profile.organization.text, forKey: .organization)
    try keyed.encode(card.profile.birthYear.year, forKey: .birthYear)
    try keyed.encode(card.profile.uid?.description, forKey: .uid)
    let before = card.beforeFirstSave.map { Section($0, .beforeFirstSave) }
    let after = card.afterUID.map { Section($0, .afterUID) }
    try keyed.encode(before + after, forKey: .sections)
  }

  private enum Moment: String, Encodable {
    case beforeFirstSave = "before-first-save"
    case afterUID = "after-uid"
  }

  private struct Section: Encodable {
    let moment: Moment
    let name: String
    let title: String
    let steps: [Step]

    init(_ section: CardSection, _ moment: Moment) {
      self.moment = moment
      name = section.name.rawValue
      title = section.title
      steps = section.steps.map(Step.init)
    }
  }

  private enum Action: String, Encodable {
    case type, choose, act
    case answerTruly = "answer-truly"
    case leaveEmpty = "leave-empty"
  }

  /// Keys that do not belong to a step's `action` are absent.
  private struct Step: Encodable {
    let action: Action
    let field: String?
    var value: String?
    var answers: [Answer]?
    var otherwise: Answer?
    var text: String?
    let note: String?
    let popUps: [PopUp]?

    init(_ step: CardStep) {
      (field, note) = (step.field, step.note)
      popUps = step.popUps.isEmpty ? nil : step.popUps.map(PopUp.init)
      switch step.entry {
      case .type(let text): (action, value) = (.type, text)
      case .choose(let answers, let otherwise):
        action = .choose
        self.answers = answers.map(Answer.init)
        self.otherwise = otherwise.map(Answer.init)
      case .answerTruly(let otherwise):
        (action, self.otherwise) = (.answerTruly, Answer(otherwise))
      case .leaveEmpty: action = .leaveEmpty
      case .act(let sentence): (action, text) = (.act, sentence)
      }
    }
  }

  private struct Answer: Encodable {
    let code: UInt8
    let wording: String

    init(_ answer: CodedAnswer) { (code, wording) = (answer.code, answer.wording) }
  }

  private struct PopUp: Encodable {
    let about: String
    let click: String
    let because: String

    init(_ popUp: CardStep.PopUp) {
      (about, click, because) = (popUp.about, popUp.click, popUp.because)
    }
  }
}
