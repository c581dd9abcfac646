/// One name of a person, with what is asked of it again and again.
struct NameTrait: Sendable {
  /// The name without spaces, so that "de la cruz" is "delacruz".
  let joined: FoldedName
  /// The parts, if there are several.
  let parts: [FoldedName]
  /// Its sound, if it is an English one.
  let sound: Soundex?
  /// A number for what names of one sound have in common: the sound's, or for
  /// other scripts one of the whole name's.
  let soundCode: UInt16
  /// A number for the first letter.
  let initialCode: UInt16
  /// What it says, in bits, that two people have it.
  let bits: Double
  /// Whether it is the person's own name, not one of the others.
  let isOwn: Bool

  private init(_ name: FoldedName, isOwn: Bool, bits: (FoldedName) -> Double) {
    self.isOwn = isOwn
    joined = name.joined
    let parts = name.parts
    self.parts = parts.count > 1 ? parts : []
    sound = Soundex(name)
    soundCode = sound?.code ?? NameTrait.code(of: joined)
    initialCode = UInt16(truncatingIfNeeded: joined.text.unicodeScalars.first?.value ?? 0)
    self.bits = bits(joined)
  }

  /// The person's own name, if known, then the others.
  static func list(
    _ own: FoldedName, _ others: [FoldedName], bits: (FoldedName) -> Double
  ) -> [NameTrait] {
    var list: [NameTrait] = []
    if !own.isEmpty { list.append(NameTrait(own, isOwn: true, bits: bits)) }
    for other in others where !other.isEmpty {
      list.append(NameTrait(other, isOwn: false, bits: bits))
    }
    return list
  }

  /// The surname that an other name offers: all of a whole name but its first
  /// part; a lone part may be either.
  static func surname(of parts: [FoldedName]) -> FoldedName? {
    guard parts.count > 1 else { return parts.first }
    return FoldedName(parts.dropFirst().map(\.text).joined(separator: " "))
  }

  /// Tells whether the name is an initial only.
  var isInitial: Bool { joined.text.utf8.count == 1 }

  /// A number for a name without a sound, above those of the sounds.
  private static func code(of name: FoldedName) -> UInt16 {
    var code: UInt16 = 0
    for byte in name.text.utf8 { code = code &* 251 &+ UInt16(byte) }
    return code | 0x8000
  }
}
