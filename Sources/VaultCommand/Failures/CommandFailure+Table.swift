import Terminal
import VaultCore

extension CommandFailure {
  /// A table that cannot be imported at all.
  init(table problem: TableProblem) {
    switch problem {
    case .empty: self.init("the table is empty", status: .trouble)
    }
  }
}
