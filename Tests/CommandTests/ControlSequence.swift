/// A control sequence on its way through a terminal, byte by byte.
enum ControlSequence: Equatable {
  case none
  case escape
  case parameters([UInt8])
  /// Text for the terminal's program (a title, say), up to BEL or ST.
  case string(endsNext: Bool)

  /// A whole sequence: `CSI ? 1049 h`.
  struct Finished: Equatable {
    let final: Character
    let isPrivate: Bool
    let numbers: [Int]
  }

  /// Takes one byte, and says which sequence it has finished.
  ///
  /// The state is `.none` afterwards and nothing is returned where the byte is to be shown.
  mutating func take(_ byte: UInt8) -> Finished? {
    switch self {
    case .none:
      if byte == 0x1B { self = .escape }
      return nil
    case .escape:
      return introduce(byte)
    case .parameters(let collected):
      guard (0x40...0x7E).contains(byte) else {
        self = .parameters(collected + [byte])
        return nil
      }
      self = .none
      return ControlSequence.finished(collected, final: byte)
    case .string(let endsNext):
      let ends = byte == 0x07 || (endsNext && byte == UInt8(ascii: "\\"))
      self = ends ? .none : .string(endsNext: byte == 0x1B)
      return ends ? ControlSequence.finished([], final: 0) : nil
    }
  }

  private mutating func introduce(_ byte: UInt8) -> Finished? {
    switch byte {
    case UInt8(ascii: "["): self = .parameters([])
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"): self = .string(endsNext: false)
    case 0x20...0x2F: break  // an intermediate byte: the final one follows
    default:
      self = .none
      return ControlSequence.finished([], final: 0)
    }
    return nil
  }

  private static func finished(_ collected: [UInt8], final: UInt8) -> Finished {
    let text = String(decoding: collected, as: UTF8.self)
    let isPrivate = text.hasPrefix("?")
    let numbers = text.drop { $0 == "?" }
      .split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    return Finished(
      final: Character(Unicode.Scalar(final)), isPrivate: isPrivate, numbers: numbers)
  }
}
