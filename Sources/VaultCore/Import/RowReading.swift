import Matching
import Tabular
import VaultCrypto

/// Makes clients of rows, each field checked as anywhere else; may be used on several cores.
struct RowReading: Sendable {
  let plan: ColumnPlan
  let rules: ClientInput.Rules

  /// What a row comes to.
  enum Outcome {
    case blank
    case client(ClientInput)
    case problems([ImportProblem])
  }

  /// Reads a row.
  func read(_ row: TableRow) -> Outcome {
    if row.isBlank { return .blank }
    if case .ragged(_, let expected, let found)? = row.problem {
      return .problems([
        ImportProblem(
          row: row.number, column: nil, kind: .ragged(expected: expected, found: found))
      ])
    }
    var draft = Draft(row: row.number)
    for index in plan.targets.indices { take(index, of: row, into: &draft) }
    take(.aliases, draft.aliases, into: &draft)
    take(.phones, draft.phones, into: &draft)
    guard draft.problems.isEmpty else { return .problems(draft.problems) }
    guard draft.input.details.hasLetters else {
      return .problems([ImportProblem(row: row.number, column: nil, kind: .noName)])
    }
    return .client(draft.input)
  }

  /// A row as far as it has been read.
  private struct Draft {
    let row: Int
    var input = ClientInput()
    var aliases: [String] = []
    var phones: [String] = []
    var problems: [ImportProblem] = []

    mutating func refuse(_ column: TableColumn?, _ kind: ImportProblem.Kind) {
      problems.append(ImportProblem(row: row, column: column, kind: kind))
    }
  }

  private func take(_ index: Int, of row: TableRow, into draft: inout Draft) {
    let target = plan.targets[index]
    if target == .ignored || row.isEmpty(index) { return }
    let text = row[index]
    switch target {
    case .field(.aliases): draft.aliases += Self.values(in: text)
    case .field(.phones): draft.phones += Self.values(in: text)
    case .field(let field):
      do throws(FieldProblem) {
        try draft.input.set(field, to: Self.lines(of: text, for: field), under: rules)
      } catch {
        draft.refuse(plan.columns[index], .field(error.kind))
      }
    case .wholeName: takeName(text, plan.columns[index], into: &draft)
    case .nameless:
      if text.contains(where: { !$0.isWhitespace }) {
        draft.refuse(plan.columns[index], .namelessColumn)
      }
    case .ignored: break
    }
  }

  private func takeName(_ text: String, _ column: TableColumn, into draft: inout Draft) {
    guard let name = WholeName(text) else { return draft.refuse(column, .unclearName) }
    let parts: [(ClientField, String?)] = [
      (.given, name.given), (.middle, name.middle), (.surname, name.surname),
      (.suffix, name.suffix),
    ]
    for (field, part) in parts {
      guard let part else { continue }
      do throws(FieldProblem) { try draft.input.set(field, to: part, under: rules) } catch {
        draft.refuse(column, .field(error.kind))
      }
    }
  }

  private func take(_ field: ClientField, _ values: [String], into draft: inout Draft) {
    guard !values.isEmpty else { return }
    do throws(FieldProblem) {
      try draft.input.set(field, toAll: values, under: rules)
    } catch {
      draft.refuse(plan.column(of: field), .field(error.kind))
    }
  }

  private static func values(in text: String) -> [String] {
    text.split(separator: ";").map { lines(of: String($0), for: .aliases) }
  }

  /// A cell may hold line ends, which only a note keeps; elsewhere they are blanks.
  private static func lines(of text: String, for field: ClientField) -> String {
    let isBreak = { (byte: UInt8) in byte == 0x0a || byte == 0x0d }
    guard text.utf8.contains(where: isBreak) else { return text }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .joined(separator: field == .note ? "\n" : " ")
  }
}

extension ClientDetails {
  /// Whether a letter or digit stands in any name: a hyphen alone names nobody.
  fileprivate var hasLetters: Bool {
    ([given, middle, surname, preferred].compactMap { $0 } + aliases.map(\.text))
      .contains { !FoldedName($0).isEmpty }
  }
}
