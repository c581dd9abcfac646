// Foundation's conversion to NFC cuts characters above U+FFFF down to 16 bits before it looks them
// up, and so would make different names equal. The standard library's own is right, and not yet
// public.
@_spi(_Unicode) import Swift
import VaultCrypto

/// A member's name: how it is shown, and the key by which it is found.
///
/// Source: docs/FORMAT.md sections 5.1 and 6.
package struct MemberName: Equatable, Sendable {
  /// The name as it is shown.
  package let text: String
  /// NFC, blanks made single, lower case: two names with one key are one name.
  private let key: String

  /// Why a name cannot be a member's.
  package enum Problem: Error, Equatable, Sendable {
    /// Nothing but blanks.
    case empty
    /// More than 64 characters, or than 255 bytes.
    case tooLong
    /// A control character.
    case controlCharacter
  }

  /// Takes a typed name.
  ///
  /// - Throws: `.empty`, `.tooLong` (more than 64 characters or 255 bytes), `.controlCharacter`.
  package init(_ typed: String) throws(Problem) {
    guard typed.utf8.count <= 1024 else { throw .tooLong }
    let invisible: Set<Unicode.GeneralCategory> = [
      .control, .format, .lineSeparator, .paragraphSeparator,
    ]
    guard
      !typed.unicodeScalars.contains(where: { invisible.contains($0.properties.generalCategory) })
    else { throw .controlCharacter }
    let parts = typed.split { $0.isWhitespace }
    text = Self.composed(parts.joined(separator: " "))
    guard !text.isEmpty else { throw .empty }
    guard text.count <= 64, text.utf8.count <= 255 else { throw .tooLong }
    key = Self.composed(text.lowercased())
  }

  /// NFC; UAX #15.
  private static func composed(_ text: String) -> String {
    var composed = String.UnicodeScalarView()
    composed.append(contentsOf: text._nfc)
    return String(composed)
  }

  /// The hash by which the roster knows the name.
  func hash(in vault: VaultID) -> Digest {
    Digest(.memberName, vault: vault, data: Array(key.utf8))
  }

  package static func == (one: MemberName, other: MemberName) -> Bool { one.key == other.key }
}
