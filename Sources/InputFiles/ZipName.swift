/// The name of an archive's entry, decoded and found harmless.
struct ZipName: Equatable, Sendable {
  /// The name, with a slash between folders and behind one.
  let text: String

  /// Whether it names a folder.
  var isFolder: Bool { text.hasSuffix("/") }

  /// Decodes a name.
  ///
  /// - Throws: `nameEncoding`, `unsafeName`.
  init(_ bytes: ArraySlice<UInt8>, isUTF8: Bool) throws(ZipProblem) {
    text = try isUTF8 ? Self.utf8(bytes) : Self.codePage437(bytes)
    guard Self.isHarmless(text) else { throw .unsafeName }
  }

  /// A name for errors about a name that is refused.
  static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// Why an entry is not read; nil if it is.
  var reasonToLeaveOut: InputFiles.LeftOut.Reason? {
    let parts = text.split(separator: "/")
    // macOS puts a folder of that name beside what it packs.
    if parts.contains(where: { $0.hasPrefix(".") }) || parts.first == "__MACOSX" { return .hidden }
    return parts.count > 2 ? .tooDeep : nil
  }

  private static func utf8(_ bytes: ArraySlice<UInt8>) throws(ZipProblem) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .nameEncoding }
    return text
  }

  private static func codePage437(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(byte < 0x80 ? Unicode.Scalar(byte) : upperHalf[Int(byte) - 0x80])
    }
    return String(text)
  }

  // Source: unicode.org, MAPPINGS/VENDORS/MICSFT/PC/CP437.TXT.
  private static let upperHalf = Array(
    """
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}
    """.unicodeScalars)

  private static func isHarmless(_ text: String) -> Bool {
    var parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count > 1, parts.last == "" { parts.removeLast() }
    // An empty part is a slash in front or a double one.
    guard parts.allSatisfy({ $0 != "" && $0 != "." && $0 != ".." }) else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar != "\\" && scalar != ":" && scalar.value >= 0x20 && !(0x7f...0x9f ~= scalar.value)
    }
  }
}
