/// Says why a store is held for long, to whoever waits for it. It names nobody.
package struct Announcement: Equatable, Sendable {
  /// What takes so long. The raw value is part of the file format.
  package enum Work: String, Sendable, CaseIterable {
    /// Every value is sealed anew under new keys.
    case keyExchange = "key-exchange"
  }

  package let work: Work
  /// Seconds since 1970, UTC.
  package let since: UInt64

  package init(_ work: Work, since: UInt64) {
    (self.work, self.since) = (work, since)
  }

  /// Reads a note; nil for bytes that are none, to the last of them.
  init?(note bytes: [UInt8]) {
    let words = bytes.dropLast().split(separator: UInt8(ascii: " "))
    guard words.count == 3,
      let work = Work(rawValue: String(decoding: words[1], as: UTF8.self)),
      let since = UInt64(String(decoding: words[2], as: UTF8.self))
    else { return nil }
    self.init(work, since: since)
    guard note == bytes else { return nil }
  }

  /// The bytes of the note that makes it known.
  var note: [UInt8] { Array("uidvault-busy/1 \(work.rawValue) \(since)\n".utf8) }

  // The longest work and number fit.
  static let noteLimit = 128
}
