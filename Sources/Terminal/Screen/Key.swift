/// Is a key, or a combination of keys, on the terminal's keyboard.
package enum Key: Equatable, Sendable {
  /// A letter, digit or sign.
  case character(Character)
  /// Ctrl and a letter, in lower case.
  case control(Character)
  /// A key with a name that writes or takes away.
  case enter, tab, escape, backspace, delete
  /// A key that moves.
  case up, down, left, right, home, end, pageUp, pageDown
  /// A key that this program does not know.
  case other
}

extension Key {
  /// The key of a single byte that is no part of a longer sequence.
  init?(byte: UInt8) {
    switch byte {
    case 0x0a, 0x0d: self = .enter
    case 0x09: self = .tab
    case 0x08, 0x7f: self = .backspace
    case 0x1b: self = .escape
    case 0x01...0x1a: self = .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x20...0x7e: self = .character(Character(Unicode.Scalar(byte)))
    default: return nil
    }
  }

  /// The key of an escape sequence, without its ESC: `[A`, `OA`, `[5~`, `[1;5C`.
  ///
  /// Source: ECMA-48 5.4 (control sequences); xterm, "Control Sequences", PC-style function keys.
  init(sequence: [UInt8]) {
    let final = sequence.last.map { Character(Unicode.Scalar($0)) }
    let number = String(
      decoding: sequence.dropFirst().prefix { $0 != 0x3b && $0 != 0x7e }, as: UTF8.self)
    switch (final, number) {
    case ("A", _): self = .up
    case ("B", _): self = .down
    case ("C", _): self = .right
    case ("D", _): self = .left
    case ("H", _), ("~", "1"), ("~", "7"): self = .home
    case ("F", _), ("~", "4"), ("~", "8"): self = .end
    case ("~", "3"): self = .delete
    case ("~", "5"): self = .pageUp
    case ("~", "6"): self = .pageDown
    default: self = .other
    }
  }
}
