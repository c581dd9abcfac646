/// Lets through everybody who could meet a query, told from a few bits of their entry; only what is
/// left is compared. Nobody who meets the query is held back.
struct Sieve: Sendable {
  /// What an entry must have at least to meet a probe.
  enum Need: Sendable {
    /// A name with these letters, of which some may be lacking.
    case name(LetterSet, lacking: Int)
    /// A UID with these letters and digits.
    case uid(LetterSet)
    /// The parts of a birth date that are given.
    case birth(year: Int?, month: Int?, day: Int?)
    /// Nothing that can be told beforehand.
    case nothing
  }

  /// What a name or a UID must have, and the words that it then meets.
  private struct LetterMesh {
    /// A bit for each word.
    let words: UInt32
    let letters: LetterSet
    let lacking: Int
  }

  private struct BirthMesh {
    let words: UInt32
    let year: Int?
    let month: Int?
    let day: Int?
  }

  private var names: [LetterMesh] = []
  private var uids: [LetterMesh] = []
  private var births: [BirthMesh] = []
  /// The words that could meet anybody.
  private var unknown: UInt32 = 0
  private let allWords: UInt32
  private let missesAllowed: Int

  /// Takes the probes by the word at which they begin.
  init(_ probes: [[Probe]], missesAllowed: Int) {
    allWords = (1 << UInt32(probes.count)) - 1
    self.missesAllowed = missesAllowed
    for (start, probes) in probes.enumerated() {
      for probe in probes { add(probe.need, of: start..<(start + probe.words)) }
    }
  }

  private mutating func add(_ need: Need, of range: Range<Int>) {
    let words: UInt32 = range.reduce(0) { $0 | 1 << UInt32($1) }
    switch need {
    case .name(let letters, let lacking):
      names.append(LetterMesh(words: words, letters: letters, lacking: lacking))
    case .uid(let letters):
      uids.append(LetterMesh(words: words, letters: letters, lacking: 0))
    case .birth(let year, let month, let day):
      births.append(BirthMesh(words: words, year: year, month: month, day: day))
    case .nothing: unknown |= words
    }
  }

  /// Whether as many words as must could meet something.
  func passes(_ view: EntryView, in bytes: RawSpan) -> Bool {
    var met = unknown
    if !births.isEmpty { met |= wordsMet(by: view.birth(in: bytes)) }
    if !uids.isEmpty { met |= Self.words(that: uids, meetIn: bytes, view.uids) }
    // Most are told apart by all names together, without a look at each.
    guard isEnough(met | Self.words(that: names, meetIn: bytes, view.names)) else { return false }
    view.forEachName(in: bytes) { _, range in
      met |= Self.words(that: names, meetIn: bytes, range)
    }
    return isEnough(met)
  }

  private func isEnough(_ met: UInt32) -> Bool {
    let missed = allWords & ~met
    return missed == 0 || (missesAllowed > 0 && missed.nonzeroBitCount <= missesAllowed)
  }

  @inline(__always)
  private static func words(
    that meshes: [LetterMesh], meetIn bytes: RawSpan, _ range: Range<Int>
  ) -> UInt32 {
    let letters = LetterSet(of: bytes, in: range)
    var met: UInt32 = 0
    for index in meshes.indices {
      let mesh = meshes[index]
      if mesh.letters.occurs(in: letters, lacking: mesh.lacking) { met |= mesh.words }
    }
    return met
  }

  private func wordsMet(by birth: (year: Int, month: Int, day: Int)) -> UInt32 {
    guard birth.year != 0 else { return 0 }
    var met: UInt32 = 0
    for mesh in births
    where (mesh.year ?? birth.year) == birth.year && (mesh.month ?? birth.month) == birth.month
      && (mesh.day ?? birth.day) == birth.day
    {
      met |= mesh.words
    }
    return met
  }
}
