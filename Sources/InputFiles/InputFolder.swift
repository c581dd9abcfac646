import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder whose ordinary files are to be read; what lies deeper is not.
struct InputFolder {
  private let path: FilePath
  private let shown: String

  /// Takes the folder at a path.
  init(_ path: FilePath, shown: String) {
    self.path = path
    self.shown = shown
  }

  /// Lists the files, and opens each once to see that it can be read.
  ///
  /// - Throws: `InputError` with `denied`, `unreadable`, `vanished`, the limits'.
  func files(_ limits: InputLimits) throws(InputError) -> InputFiles {
    var streams: [NamedStream] = []
    var leftOut: [InputFiles.LeftOut] = []
    for name in try names(limits) {
      if let reason = try reasonToLeaveOut(name) {
        leftOut.append(InputFiles.LeftOut(name: name.string, reason: reason))
      } else {
        streams.append(try stream(name))
      }
    }
    try limits.check(streams)
    return InputFiles(.folder, streams: streams, leftOut: leftOut)
  }

  private func stream(_ name: FilePath.Component) throws(InputError) -> NamedStream {
    let file = try existing { () throws(InputError) in
      try RegularFile(path.appending(name), shown: shown(name), .refused)
    }
    return NamedStream(
      file: file, at: path.appending(name), .refused, source: shown, name: name.string)
  }

  private func reasonToLeaveOut(
    _ name: FilePath.Component
  ) throws(InputError) -> InputFiles.LeftOut.Reason? {
    if name.string.hasPrefix(".") { return .hidden }
    let status = try existing { () throws(InputError) in
      try RegularFile.status(path.appending(name), shown: shown(name), .refused)
    }
    return switch status.type {
    case .regular: nil
    case .directory: .tooDeep
    case .symbolicLink: .link
    default: .notAFile
    }
  }

  /// Whatever was listed was there.
  private func existing<Result>(
    _ body: () throws(InputError) -> Result
  ) throws(InputError) -> Result {
    do throws(InputError) {
      return try body()
    } catch  where error.problem == .notFound {
      throw InputError(error.file, .vanished)
    }
  }

  private func shown(_ name: FilePath.Component) -> String {
    path.appending(name).string
  }

  private func names(_ limits: InputLimits) throws(InputError) -> [FilePath.Component] {
    let folder = try unsafe InputError.calling(shown) {
      guard let folder = unsafe path.withPlatformString({ unsafe opendir($0) }) else {
        throw Errno(rawValue: errno)
      }
      return unsafe folder
    }
    defer { _ = unsafe closedir(folder) }
    var names: [FilePath.Component] = []
    while let name = try unsafe nextName(folder) {
      guard name.kind == .regular else { continue }
      guard names.count < limits.entries else {
        throw InputError(shown, .tooManyEntries(limit: limits.entries))
      }
      names.append(name)
    }
    return names
  }

  private func nextName(_ folder: OpaquePointer) throws(InputError) -> FilePath.Component? {
    errno = 0  // An error and the end are both nil.
    guard let entry = unsafe readdir(folder) else {
      let code = errno
      if code != 0 { throw InputError(shown, .unreadable(code: code)) }
      return nil
    }
    return unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { name in
        unsafe name.baseAddress.flatMap { unsafe FilePath.Component(platformString: $0) }
      }
    }
  }
}
