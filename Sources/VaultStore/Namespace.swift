/// Names the kinds of rows that a store keeps apart. The raw value is part of
/// the file format and never changes.
package enum Namespace: UInt8, CaseIterable, Sendable {
  case roster = 1
  case member = 2
  case settings = 3
  case log = 4
  case tip = 5
  case head = 6
  case directory = 7
  case client = 8

  /// The word by which output for people and programs calls the namespace.
  package var name: String {
    switch self {
    case .roster: "roster"
    case .member: "member"
    case .settings: "settings"
    case .log: "log"
    case .tip: "tip"
    case .head: "head"
    case .directory: "directory"
    case .client: "client"
    }
  }
}
