import ArgumentParser
import HMIS
import Terminal

/// `hmis-anon prepare`: rows of anonymous clients for an import into HMIS.
struct PrepareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prepare",
    abstract: "Write the rows of anonymous clients for an import into HMIS.",
    discussion: """
      Reads clients from standard input, one JSON object, or one in each line: birth year, \
      organization, UID unless there is none yet, project, and answers to the enrollment questions \
      as codes of the standard's lists. Writes Client.csv, Enrollment.csv and, for those who have \
      left, Exit.csv, which pass check. It takes no field that could say who a client is. Victim \
      service providers may not put clients into HMIS at all.

      docs/JSON.md lists the fields.
      """)

  @OptionGroup var standard: StandardOption
  @OptionGroup var recording: RecordingOptions

  @OptionGroup var output: PreparedOutput

  func run() throws {
    let terms = try terms()
    let tables = try Self.tables(try PreparationInput(), terms)
    try output.write(tables, terms.standard)
    guard tables.waiting > 0 else { return }
    Messages(program: "hmis-anon").note(
      "\(CountWords.of(tables.waiting, "client")) without a UID: the organization stands as first "
        + "name, and check finds it (A7) until the UID is put there")
  }

  private func terms() throws(CommandFailure) -> PreparedClient.Terms {
    let today = try CalendarDay.today()
    let pattern = try recording.pattern()
    return PreparedClient.Terms(
      standard: try standard.year(on: today), today: today,
      pattern: pattern, profile: try recording.chosenProfile())
  }

  private static func tables(
    _ input: PreparationInput, _ terms: PreparedClient.Terms
  ) throws(CommandFailure) -> PreparedTables {
    var clients: [PreparedClient] = []
    for (line, fields) in input.clients {
      do throws(PreparationError) {
        clients.append(try PreparedClient(fields, terms))
      } catch {
        throw CommandFailure(error, line: line, terms)
      }
    }
    var generator = SystemRandomNumberGenerator()
    do throws(PreparationError) {
      return try PreparedTables(clients, terms, using: &generator)
    } catch {
      throw CommandFailure(error, line: error.client.flatMap { input.clients[$0].line }, terms)
    }
  }
}
