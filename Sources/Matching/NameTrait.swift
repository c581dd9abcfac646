/// One name of a person, with what is asked of it again and again.
struct NameTrait: Sendable {
  /// The name without spaces, so that "de la cruz" is "delacruz".
  let name: PackedName
  /// A number for what names of one sound have in common: the sound's, or for
  /// other scripts one of the whole name's.
  let soundCode: UInt16
  /// A number for the first letter, never 0.
  let initialCode: UInt16
  /// What it says, in bits, that two people have it.
  let bits: Float
  /// Hashes of the parts of four letters or more, 0 where there is none.
  private let parts: SIMD4<UInt16>
  /// Whether the name has several parts.
  private let isCompound: Bool

  /// Prepares a name; `bits` tells what it says that two people have it.
  init(_ folded: FoldedName, bits: (FoldedName) -> Double) {
    name = PackedName(folded)
    soundCode = Soundex(folded)?.code ?? NameTrait.foreign | UInt16(name.hash & 0x7FFF)
    initialCode = UInt16(truncatingIfNeeded: folded.text.unicodeScalars.first?.value ?? 0) | 1 << 15
    let pieces = folded.parts
    isCompound = pieces.count > 1
    self.bits = Float(bits(isCompound ? folded.joined : folded))
    parts = NameTrait.hashes(pieces)
  }

  /// Codes of names that have no sound stand above those of the sounds.
  private static let foreign: UInt16 = 1 << 15

  private static func hashes(_ pieces: [FoldedName]) -> SIMD4<UInt16> {
    var hashes = SIMD4<UInt16>(repeating: 0)
    for (place, piece) in pieces.filter({ $0.text.utf8.count >= 4 }).prefix(4).enumerated() {
      hashes[place] = UInt16(truncatingIfNeeded: PackedName(piece).hash >> 8) | 1
    }
    return hashes
  }

  /// Tells whether both names sound alike in English.
  func soundsLike(_ other: NameTrait) -> Bool {
    soundCode == other.soundCode && soundCode < NameTrait.foreign
  }

  /// Tells whether one of two names of several parts has a part of the other,
  /// as "garcia" of "garcia lopez"; "de" and "la" are too short to say so.
  func sharesPart(with other: NameTrait) -> Bool {
    guard isCompound || other.isCompound else { return false }
    for place in 0..<4 where other.parts[place] != 0 {
      if any(parts .== SIMD4(repeating: other.parts[place])) { return true }
    }
    return false
  }
}
