/// The pieces of a date as somebody wrote it: numbers, at most one month in
/// words, and the mark between them.
struct DateWriting {
  /// A piece between the marks.
  enum Piece: Equatable {
    /// A number and its count of digits, 1 to 8.
    case number(Int, digits: Int)
    /// A month in words, at least three letters of it.
    case month(Int)
  }

  /// What stands between two numbers.
  enum Mark: Equatable {
    case hyphen
    case slash
    case dot
    case space
  }

  private(set) var pieces: [Piece] = []
  /// The first mark that is not a space, or a space.
  private(set) var mark = Mark.space

  /// The most bytes of a written date: "september 30th, 1976" with room.
  private static let byteLimit = 40

  /// Takes a text apart, or answers nil if it has something that no date has.
  init?(_ text: String) {
    guard text.utf8.count <= DateWriting.byteLimit else { return nil }
    var run: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        run.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        run.append(byte | 0x20)
      default:
        guard note(byte), close(&run) else { return nil }
      }
    }
    guard close(&run), (1...3).contains(pieces.count) else { return nil }
    guard pieces.count(where: { !$0.isNumber }) <= 1 else { return nil }
  }

  private mutating func note(_ byte: UInt8) -> Bool {
    let found: Mark
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: ","), 0x09: found = .space
    case UInt8(ascii: "-"): found = .hyphen
    case UInt8(ascii: "/"): found = .slash
    case UInt8(ascii: "."): found = .dot
    default: return false
    }
    if mark == .space { mark = found }
    return true
  }

  /// Ends a run of letters and digits; "13mar1976" is three pieces.
  private mutating func close(_ run: inout [UInt8]) -> Bool {
    defer { run = [] }
    var rest = run[...]
    while let first = rest.first {
      let isDigit = first < UInt8(ascii: "a")
      let piece = rest.prefix { ($0 < UInt8(ascii: "a")) == isDigit }
      rest = rest.dropFirst(piece.count)
      let word = String(decoding: piece, as: UTF8.self)
      if isDigit {
        guard piece.count <= 8, let number = Int(word) else { return false }
        pieces.append(.number(number, digits: piece.count))
      } else if let month = MonthName.month(word) {
        pieces.append(.month(month))
      } else {
        guard pieces.last?.isNumber == true, ["st", "nd", "rd", "th"].contains(word) else {
          return false
        }
      }
    }
    return true
  }
}

extension DateWriting.Piece {
  fileprivate var isNumber: Bool {
    if case .number = self { true } else { false }
  }
}
