/// Writes a section of a card as plain lines.
package enum CardText {
  /// Narrower screens get lines of this width, in columns.
  package static let narrowest = 32

  /// Values stand beside fields from this width on, behind them below it.
  private static let wide = 60
  private static let widestLabel = 24
  private static let indent = 6  // of notes, which stand under the text of a step

  /// The title, an empty line, then the numbered steps. No line is wider than
  /// `width` columns, and at 80 columns there are at most 20 lines.
  package static func lines(_ section: CardSection, width: Int) -> [String] {
    let width = max(width, narrowest)
    let labels = section.steps.compactMap { $0.field?.count }.filter { $0 <= widestLabel }
    let column = width < wide ? 0 : labels.max() ?? 0
    let steps = section.steps.enumerated().flatMap { place, step in
      lines(step, number: place + 1, column: column, width: width)
    }
    return WrappedText.lines(section.title, width: width) + [""] + steps
  }

  private static func lines(
    _ step: CardStep, number: Int, column: Int, width: Int
  ) -> [String] {
    let lead = (number < 10 ? " " : "") + "\(number). "
    let margin = String(repeating: " ", count: indent)
    let notes = [step.note].compactMap(\.self) + step.popUps.map(sentence)
    return main(step, lead: lead, column: column, width: width)
      + notes.flatMap {
        WrappedText.lines($0, front: margin, hanging: indent, width: width)
      }
  }

  private static func main(
    _ step: CardStep, lead: String, column: Int, width: Int
  ) -> [String] {
    let text = value(step.entry)
    guard let field = step.field else {
      return WrappedText.lines(text, front: lead, hanging: lead.count, width: width)
    }
    guard field.count <= column else {
      return WrappedText.lines("\(field): \(text)", front: lead, hanging: indent, width: width)
    }
    let label = field + String(repeating: " ", count: column - field.count + 2)
    return WrappedText.lines(
      text, front: lead + label, hanging: lead.count + label.count, width: width)
  }

  private static func sentence(_ popUp: CardStep.PopUp) -> String {
    "Pop-up (\(popUp.about)): click \(popUp.click). \(popUp.because)"
  }

  private static func value(_ entry: CardStep.Entry) -> String {
    switch entry {
    case .type(let text), .act(let text): text
    case .leaveEmpty: "leave empty"
    case .answerTruly(let otherwise): "the true answer; if it is risky, \(words(otherwise))"
    case .choose(let answers, let otherwise):
      answers.map(words).joined(separator: ", or ")
        + (otherwise.map { "; for any other, \(words($0))" } ?? "")
    }
  }

  private static func words(_ answer: CodedAnswer) -> String {
    "\(answer.wording) (\(answer.code))"
  }
}
