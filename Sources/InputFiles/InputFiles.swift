import SystemPackage

/// What a path holds: a file itself, the files of a folder, or the entries of a zip.
///
/// Nothing is unpacked to the disk. A zip counts by its first bytes, whatever its name is.
package struct InputFiles: Sendable {
  /// What is not read, and why.
  package struct LeftOut: Equatable, Sendable {
    /// Why something is not read.
    package enum Reason: Equatable, Sendable {
      /// Its name begins with a dot, or it is what macOS puts beside files.
      case hidden
      /// A symbolic link.
      case link
      /// A folder in a folder, or an entry in more than one folder of an archive.
      case tooDeep
      /// A pipe, a device or a socket.
      case notAFile
    }

    /// Its name in the folder or the archive.
    package let name: String
    /// Why it is not read.
    package let reason: Reason
  }

  /// What a path leads to.
  package enum Kind: Sendable {
    /// An ordinary file, which is its own only stream.
    case file
    case folder
    case zip
  }

  /// What the path leads to.
  package let kind: Kind
  /// What can be read, by name.
  package let streams: [NamedStream]
  /// What is not read, by name.
  package let leftOut: [LeftOut]

  init(_ kind: Kind, streams: [NamedStream], leftOut: [LeftOut] = []) {
    self.kind = kind
    self.streams = streams.sorted { $0.name < $1.name }
    self.leftOut = leftOut.sorted { $0.name < $1.name }
  }

  /// Looks at what a path holds. A link that the person named is followed; in a folder none is.
  ///
  /// - Throws: `InputError`: the file's own problems, the limits', and of an archive all that
  ///   `ZipProblem` has before its entries are unpacked.
  package static func open(
    _ path: String, limits: InputLimits = InputLimits()
  ) throws(InputError) -> InputFiles {
    let place = FilePath(path)
    switch try RegularFile.status(place, shown: path, .followed).type {
    case .directory: return try InputFolder(place, shown: path).files(limits)
    case .regular: return try file(place, shown: path, limits)
    default: throw InputError(path, .notAFile)
    }
  }

  private static func file(
    _ path: FilePath, shown: String, _ limits: InputLimits
  ) throws(InputError) -> InputFiles {
    let file = try RegularFile(path, shown: shown, .followed)
    if try ZipArchive.begins(file) {
      return try ZipArchive(file, limits).files(limits)
    }
    guard path.extension?.lowercased() != "zip" else { throw InputError(shown, .zip(.notAZip)) }
    let stream = NamedStream(
      file: file, at: path, .followed, source: shown, name: path.lastComponent?.string ?? shown)
    try limits.check(stream)
    return InputFiles(.file, streams: [stream])
  }
}

extension NamedStream {
  /// Names an ordinary file, which is opened anew for each reading.
  init(
    file: RegularFile, at path: FilePath, _ links: RegularFile.Links, source: String, name: String
  ) {
    let (shown, identity) = (file.shown, file.identity)
    self.init(source: source, name: name, byteCount: file.size) { () throws(InputError) in
      try FileStream(path, shown: shown, links, found: identity)
    }
  }
}

extension InputLimits {
  /// Holds one stream to the limits.
  ///
  /// - Throws: `InputError` with `streamTooLong`, `totalTooLong`.
  func check(_ stream: NamedStream) throws(InputError) {
    let problem: InputProblem? =
      if stream.byteCount > self.stream {
        .streamTooLong(limit: self.stream)
      } else if stream.byteCount > total {
        .totalTooLong(limit: total)
      } else {
        nil
      }
    if let problem {
      throw InputError(file: stream.source, entry: stream.name, problem: problem)
    }
  }

  /// Holds all streams of one path to the limits.
  ///
  /// - Throws: `InputError` with `streamTooLong`, `totalTooLong`.
  func check(_ streams: [NamedStream]) throws(InputError) {
    var sum = 0
    for stream in streams {
      try check(stream)
      // No overflow: each is within the total, and more than the total ends it.
      sum += stream.byteCount
      if sum > total { throw InputError(stream.source, .totalTooLong(limit: total)) }
    }
  }
}
