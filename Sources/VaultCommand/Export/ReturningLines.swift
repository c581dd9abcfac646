import Terminal
import VaultCore

/// The JSON lines of an export, on standard input.
struct ReturningLines {
  let rules: ClientInput.Rules

  /// Reads all of them.
  ///
  /// - Throws: the failure of the first line that is not as `export` writes it; it names fields,
  ///   never what is in them.
  func read() throws(CommandFailure) -> [ReturningClient] {
    var clients: [ReturningClient] = []
    do {
      var lines = try StandardInput.lines()
      while let line = try lines.next() {
        clients.append(try ReturningJSON.client(line, under: rules))
      }
    } catch let problem as ReturningJSON.Problem {
      throw CommandFailure(
        "line \(clients.count + 1): \(problem.words)", hints: ["nothing was stored"],
        status: .trouble)
    } catch let error as TerminalError {
      throw CommandFailure(terminal: error)
    } catch {
      throw CommandFailure("the input cannot be read", status: .trouble)
    }
    return clients
  }
}

/// What `import --stdin` answers; docs/JSON.md, "import".
struct TakenBackJSON: Encodable {
  let added: Int
}
