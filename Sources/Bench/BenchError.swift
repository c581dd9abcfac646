/// Why nothing could be measured.
enum BenchError: Error, CustomStringConvertible {
  /// A program ended otherwise than it should; all people in it are invented.
  case failed(command: String, status: Int, output: String)
  /// A program did not do what was to be measured.
  case notDone(command: String, output: String)
  case outOfMemory

  var description: String {
    switch self {
    case .failed(let command, let status, let output):
      "uidvault \(command) ended with status \(status):\n\(output.prefix(2_000))"
    case .notDone(let command, let output):
      "uidvault \(command) did not do what was to be measured:\n\(output.prefix(2_000))"
    case .outOfMemory: "there is too little memory for Argon2id"
    }
  }
}
