/// A text script: paragraphs that run in order, and the files that they start with.
///
/// README.md beside this file describes the language.
struct Script: Equatable {
  /// The file's name without its extension.
  let name: String
  let paragraphs: [Paragraph]
  let files: [InlinedFile]
}

/// A behaviour, named by a sentence, and the steps that prove it.
struct Paragraph: Equatable {
  let line: Int
  var sentence: String
  var steps: [Step]
}

/// A file that is written before the script starts.
struct InlinedFile: Equatable {
  let name: String
  var contents: String
}

/// Why a script cannot be run.
struct ScriptError: Error, Equatable {
  let line: Int
  let problem: String
}

extension Script {
  /// Reads a script.
  ///
  /// - Throws: `ScriptError` for a line that is not of the language.
  init(name: String, text: String) throws(ScriptError) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    let body = lines.prefix { Script.inlinedName($0) == nil }
    self.name = name
    self.paragraphs = try Script.paragraphs(body)
    self.files = Script.files(lines.dropFirst(body.count))
    guard !paragraphs.isEmpty else { throw ScriptError(line: 1, problem: "no paragraph") }
    for paragraph in paragraphs where paragraph.steps.isEmpty {
      throw ScriptError(line: paragraph.line, problem: "a paragraph without a step")
    }
  }

  private static func paragraphs(
    _ lines: some Collection<Substring>
  ) throws(ScriptError) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    for (offset, source) in lines.enumerated() {
      let line = source.trimmed
      let number = offset + 1
      if line.isEmpty { continue }
      if line.hasPrefix("#") {
        let sentence = line.dropFirst().trimmed
        if let last = paragraphs.last, last.steps.isEmpty {
          paragraphs[paragraphs.count - 1].sentence += " " + sentence
        } else {
          paragraphs.append(Paragraph(line: number, sentence: String(sentence), steps: []))
        }
        continue
      }
      guard !paragraphs.isEmpty else {
        throw ScriptError(line: number, problem: "a step before the first sentence")
      }
      paragraphs[paragraphs.count - 1].steps.append(try Step(line: number, source: String(line)))
    }
    return paragraphs
  }

  private static func files(_ lines: some Collection<Substring>) -> [InlinedFile] {
    var files: [InlinedFile] = []
    for line in lines {
      if let name = inlinedName(line) {
        files.append(InlinedFile(name: name, contents: ""))
      } else {
        files[files.count - 1].contents += line + "\n"
      }
    }
    return files
  }

  private static func inlinedName(_ line: Substring) -> String? {
    guard line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 else { return nil }
    return String(line.dropFirst(3).dropLast(3))
  }
}

extension StringProtocol {
  /// The text without blanks around it.
  var trimmed: SubSequence {
    let start = drop { $0 == " " || $0 == "\t" }
    guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return suffix(0) }
    return self[start.startIndex...last]
  }
}
