import Glibc

/// Numbers that look random and are the same in every run: SplitMix64.
///
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Whether something happens that happens to so many of a hundred.
  mutating func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  /// Picks the first elements far more often than the last, as names are spread: the weight of
  /// place n falls about as 1/(n + 20).
  mutating func pickSkewed<Element>(_ elements: [Element]) -> Element {
    let offset = 20.0
    let share = Double.random(in: 0..<1, using: &self)
    let ratio = (Double(elements.count) + offset) / offset
    return elements[min(elements.count - 1, Int(offset * (pow(ratio, share) - 1)))]
  }
}
