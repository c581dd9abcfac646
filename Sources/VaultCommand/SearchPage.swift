import Terminal
import VaultCore

/// Hits, numbered, a line each: name, birth year, status, UID, why.
enum SearchPage {
  static func lines(_ answer: SearchAnswer, width: Int) -> [String] {
    var table = TextTable(columns: [.right, .left, .left, .left, .left, .left])
    for (index, hit) in answer.hits.enumerated() {
      table.add([
        "\(index + 1)", hit.client.details.displayName,
        hit.client.details.birthDate.map { "\($0.year)" } ?? "",
        hit.client.uid?.text ?? "no UID yet", hit.client.status.word,
        hit.why.map(\.text).joined(separator: ", "),
      ])
    }
    let more = answer.more > 0 ? ["", "… and \(answer.more) more: add a word."] : []
    let damaged = UnreadableRecords(answer.damage).line.map { ["", $0] } ?? []
    return table.lines(width: width) + more + damaged
  }
}
