/// What a terminal shows for the bytes it was sent: two screens, the scrollback, and all text ever shown.
///
/// Knows the control sequences of ECMA-48 and xterm that line editors and full-screen programs use; the
/// others are taken in without effect.
struct ScreenBuffer {
  /// Every byte as it came.
  private(set) var raw: [UInt8] = []
  /// Every text shown, in the order of its coming, without control sequences.
  private(set) var transcript = ""
  /// The alternate screen as it stood each time before something on it was erased.
  private(set) var alternatePages: [String] = []
  private(set) var isAlternate = false
  private(set) var hidesCursor = false

  private var main = ScreenGrid()
  private var alternate = ScreenGrid()
  private var sequence = ControlSequence.none
  private var character: [UInt8] = []

  /// What is on the main screen and above it in the scrollback.
  var remaining: String { main.text }

  /// The line that the cursor is in.
  var cursorLine: String { isAlternate ? alternate.cursorLine : main.cursorLine }

  /// Takes what the terminal is sent.
  mutating func feed(_ bytes: [UInt8]) {
    raw += bytes
    for byte in bytes {
      if let finished = sequence.take(byte) {
        perform(finished)
      } else if sequence == .none {
        show(byte)
      }
    }
  }

  private mutating func show(_ byte: UInt8) {
    switch byte {
    case 0x20..<0x7F:
      put(Character(Unicode.Scalar(byte)))
    case 0x80...:
      character.append(byte)
      if let decoded = String(validating: character, as: UTF8.self)?.first {
        put(decoded)
        character = []
      } else if character.count >= 4 {
        put("\u{FFFD}")
        character = []
      }
    case 0x0A:
      move { $0.lineFeed() }
      transcript += "\n"
    case 0x0D: move { $0.column = 0 }
    case 0x08: move { $0.column = max(0, $0.column - 1) }
    case 0x09: move { $0.column = min(ScreenGrid.columns - 1, ($0.column / 8 + 1) * 8) }
    default: break
    }
  }

  private mutating func put(_ shown: Character) {
    transcript.append(shown)
    move { $0.put(shown) }
  }

  private mutating func move(_ change: (inout ScreenGrid) -> Void) {
    if isAlternate { change(&alternate) } else { change(&main) }
  }

  private mutating func perform(_ sequence: ControlSequence.Finished) {
    switch (sequence.final, sequence.isPrivate) {
    case ("h", true), ("l", true): set(sequence.numbers, on: sequence.final == "h")
    case ("J", _), ("K", _):
      keepAlternatePage()
      move { $0.perform(sequence) }
    default: move { $0.perform(sequence) }
    }
  }

  private mutating func set(_ modes: [Int], on: Bool) {
    for mode in modes {
      switch mode {
      case 25: hidesCursor = !on
      case 47, 1047, 1049:
        keepAlternatePage()
        if on { alternate = ScreenGrid() }
        isAlternate = on
      default: break
      }
    }
  }

  private mutating func keepAlternatePage() {
    guard isAlternate else { return }
    let page = alternate.text
    if !page.isEmpty, page != alternatePages.last { alternatePages.append(page) }
  }

  /// The alternate screen's pages, with the one that stands now.
  var allAlternatePages: [String] {
    isAlternate ? alternatePages + [alternate.text] : alternatePages
  }
}
