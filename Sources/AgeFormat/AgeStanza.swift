/// One part of a header, which wraps the file key for somebody or says something of the caller's.
///
/// Nothing in a stanza out of a file is authentic until the header is.
///
/// Source: age-encryption.org/v1, "Recipient stanza".
package struct AgeStanza: Equatable, Sendable {
  /// The characters in a line of a body that is not its last.
  static let columns = 64

  /// The first argument: what kind of stanza this is.
  package let type: String

  /// The arguments behind the type, in visible ASCII.
  package let arguments: [String]

  /// The body.
  package let body: [UInt8]

  /// Makes a stanza of the caller's own type.
  ///
  /// - Parameters:
  ///   - type: Begins with a domain and a slash, as other readers must not mistake it for theirs.
  ///   - arguments: Each is visible ASCII and not empty.
  ///   - body: Bytes that only the caller understands.
  package init(type: String, arguments: [String] = [], body: [UInt8]) {
    let domain = type.split(separator: "/", omittingEmptySubsequences: false).first ?? ""
    precondition(
      domain.contains(".") && domain.count < type.count, "a stanza type without its domain")
    precondition(
      ([type] + arguments).allSatisfy { AgeStanza.isArgument($0.utf8) },
      "an argument that is empty or not visible ASCII")
    self.init(unchecked: type, arguments: arguments, body: body)
  }

  /// Makes a stanza of a native type, or of what a header held.
  init(unchecked type: String, arguments: [String], body: [UInt8]) {
    self.type = type
    self.arguments = arguments
    self.body = body
  }

  /// Tells whether characters can be an argument: `1*VCHAR`.
  static func isArgument(_ characters: some Collection<UInt8>) -> Bool {
    !characters.isEmpty && characters.allSatisfy { (0x21...0x7e).contains($0) }
  }

  /// The lines of the stanza, each with its end.
  var text: [UInt8] {
    var text = Array("-> \(([type] + arguments).joined(separator: " "))\n".utf8)
    let characters = UnpaddedBase64.encode(body)
    // A body that fills its last line ends with an empty one: "final-line = *63base64char LF".
    for start in stride(from: 0, through: characters.count, by: AgeStanza.columns) {
      text += characters[start..<min(start + AgeStanza.columns, characters.count)]
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }
}
