import SystemPackage

/// Writes bytes to a descriptor, all of them.
enum ByteOutput {
  static func write(_ bytes: RawSpan, to descriptor: Int32) throws(TerminalError) {
    var rest = bytes
    while rest.byteCount > 0 {
      let count: Int
      do {
        count = try unsafe rest.withUnsafeBytes { memory throws(Errno) in
          try unsafe Platform.write(descriptor, memory)
        }
      } catch {
        throw failure(error)
      }
      rest = rest.extracting(droppingFirst: count)
    }
  }

  static func write(_ text: String, to descriptor: Int32) throws(TerminalError) {
    try unsafe write(Array(text.utf8).span.bytes, to: descriptor)
  }

  static func failure(_ error: Errno) -> TerminalError {
    switch error {
    case .brokenPipe, .badFileDescriptor: .outputClosed
    case .noSpace, .diskQuotaExceeded, .fileTooLarge: .full
    default: .system(SystemFault(.write, error))
    }
  }
}
