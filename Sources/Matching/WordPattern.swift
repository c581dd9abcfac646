/// One word of a query, made ready to be compared with very many folded names.
///
/// A comparison allocates nothing and reads each byte of a name at most once.
/// The word is laid against every part of a name and against what its parts
/// give when written together, so that "delacruz" finds "de la cruz".
package struct WordPattern: Sendable {
  /// The letters of a word that are compared; a longer word is only ever a
  /// prefix, by its first letters.
  package static let letterLimit = LetterMasks.letterLimit - 1

  /// The number of letters (Unicode scalars) that are compared.
  package let letters: Int
  /// The typing errors that are forgiven: none in words under four letters,
  /// one in those under eight, two in others and none in cut ones.
  package let budget: Int
  /// The ASCII letters that are compared. Each typing error leaves at most one
  /// of them without its like: a name that lacks more of them than `budget`
  /// allows is not like the word.
  package let plainLetters: [UInt8]

  private let masks: LetterMasks
  private let isCut: Bool

  /// Makes a pattern of a query word, or of several words written together;
  /// nil if it has no letter.
  package init?(_ word: FoldedName) {
    let scalars = word.text.unicodeScalars.filter { $0 != " " }
    guard !scalars.isEmpty else { return nil }
    isCut = scalars.count > WordPattern.letterLimit
    letters = min(scalars.count, WordPattern.letterLimit)
    masks = LetterMasks(scalars.prefix(letters))
    budget = isCut ? 0 : WordPattern.budget(letters: letters)
    plainLetters = scalars.prefix(letters).filter(\.isASCII).map { UInt8($0.value) }
  }

  private static func budget(letters: Int) -> Int {
    switch letters {
    case ..<4: 0
    case ..<8: 1
    default: 2
    }
  }

  /// Tells how the word is like a name of folded UTF-8 bytes, or nil if it is
  /// not within the budget.
  package func likeness(to name: RawSpan) -> NameLikeness? {
    guard name.byteCount >= letters - budget else { return nil }
    switch budget {
    case 0: return compare(name, budget: 0)
    case 1: return compare(name, budget: 1)
    default: return compare(name, budget: 2)
    }
  }

  /// Tells how the word is like a folded name, or nil if it is not within the
  /// budget.
  package func likeness(to name: FoldedName) -> NameLikeness? {
    let text = name.text
    return unsafe likeness(to: text.utf8.span.bytes)
  }

  /// The one loop; `budget` is a constant wherever it is inlined.
  @inline(__always)
  private func compare(_ name: RawSpan, budget: Int) -> NameLikeness? {
    let ascii = masks.ascii.span
    var slips = SlipStates()
    var whole = SlipStates.Levels()
    var begun = SlipStates.Levels()
    var index = 0
    let end = name.byteCount
    while index < end {
      slips.begin(budget: budget)
      while index < end {
        let byte = WordPattern.byte(name, index)
        if byte == WordPattern.space { break }
        index &+= 1
        if byte < 0x80 {
          slips.step(ascii[Int(byte)], budget: budget)
        } else {
          let letter = ScalarReader.scalar(in: name, after: byte, at: &index)
          slips.step(masks[letter], budget: budget)
        }
        begun.formUnion(slips.levels)
        if slips.areDead(budget: budget) {
          while index < end, WordPattern.byte(name, index) != WordPattern.space { index &+= 1 }
        }
      }
      whole.formUnion(slips.levels)
      index &+= 1
    }
    return answer(whole, begun, budget: budget)
  }

  @inline(__always)
  private func answer(
    _ whole: SlipStates.Levels, _ begun: SlipStates.Levels, budget: Int
  ) -> NameLikeness? {
    let goal: UInt64 = 1 << UInt64(letters)
    guard (begun.none | begun.one | begun.two) & goal != 0 else { return nil }
    if whole.none & goal != 0, !isCut { return .exact }
    if begun.none & goal != 0 { return .prefix }
    if whole.one & goal != 0 { return .similar(edits: 1) }
    if begun.one & goal != 0 { return .similarPrefix(edits: 1) }
    return whole.two & goal != 0 ? .similar(edits: 2) : .similarPrefix(edits: 2)
  }

  private static let space = UInt8(ascii: " ")

  @inline(__always)
  private static func byte(_ name: RawSpan, _ index: Int) -> UInt8 {
    // Any byte is a UInt8, and every caller has compared the offset with the end.
    unsafe name.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self)
  }
}
