/// A zip whose directory was compared with the headers of its entries.
struct ZipArchive {
  private let file: RegularFile
  private let entries: [ZipEntry]
  /// Where each entry's data begins.
  private let starts: [Int]

  /// Tells whether a file begins as a zip does, be it an empty one or the first of several parts.
  ///
  /// - Throws: `InputError` with `unreadable`.
  static func begins(_ file: RegularFile) throws(InputError) -> Bool {
    let start = try file.bytes(at: 0, count: 4)
    return [[0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0x50, 0x4b, 7, 8]].contains(start)
  }

  /// Reads the directory of an archive.
  ///
  /// - Throws: `InputError` with `unreadable`, `changed`, the limits', or `zip` with everything
  ///   but `damaged`, `wrongSize`, `wrongChecksum` and `noMemory`.
  init(_ file: RegularFile, _ limits: InputLimits) throws(InputError) {
    let end = try ZipEnd(file)
    guard end.count <= limits.entries else {
      throw InputError(file.shown, .tooManyEntries(limit: limits.entries))
    }
    guard end.directoryEnd - end.directory <= limits.directory else {
      throw InputError(file.shown, .zip(.directoryTooLong(limit: limits.directory)))
    }
    let directory = try file.bytes(at: end.directory, count: end.directoryEnd - end.directory)
    self.file = file
    entries = try ZipEntry.all(of: directory, count: end.count, file: file.shown, limits)
    starts = try ZipLayout(file, directory: end.directory).starts(of: entries)
    try checkNames()
    try checkRatios(limits)
    try file.checkUnchanged(since: file.identity)
  }

  /// Names the entries as streams; folders are no more than a part of their files' names.
  ///
  /// - Throws: `InputError` with `streamTooLong`, `totalTooLong`.
  func files(_ limits: InputLimits) throws(InputError) -> InputFiles {
    var streams: [NamedStream] = []
    var leftOut: [InputFiles.LeftOut] = []
    for (entry, start) in zip(entries, starts) where !entry.name.isFolder {
      if let reason = entry.name.reasonToLeaveOut {
        leftOut.append(InputFiles.LeftOut(name: entry.name.text, reason: reason))
      } else {
        streams.append(stream(entry, start))
      }
    }
    try limits.check(streams)
    return InputFiles(.zip, streams: streams, leftOut: leftOut)
  }

  private func stream(_ entry: ZipEntry, _ start: Int) -> NamedStream {
    let file = file
    return NamedStream(
      source: file.shown, name: entry.name.text, byteCount: entry.size
    ) { () throws(InputError) in
      switch entry.method {
      case .stored: StoredStream(file, entry, start: start)
      case .deflate: try InflatedStream(file, entry, start: start)
      }
    }
  }

  private func checkNames() throws(InputError) {
    var names: Set<String> = []
    for entry in entries {
      if entry.name.text == "[Content_Types].xml" {
        throw InputError(file.shown, .zip(.officeDocument))
      }
      guard names.insert(entry.name.text.lowercased()).inserted else {
        throw InputError(file: file.shown, entry: entry.name.text, problem: .zip(.sameName))
      }
    }
  }

  private func checkRatios(_ limits: InputLimits) throws(InputError) {
    for entry in entries where entry.size > limits.ratioFrom {
      guard entry.size / max(1, entry.packed) < limits.ratio else {
        throw InputError(
          file: file.shown, entry: entry.name.text, problem: .zip(.bomb(ratio: limits.ratio)))
      }
    }
  }
}
