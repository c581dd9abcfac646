import Testing

@testable import InputFiles

extension NamedStream {
  /// All bytes of a stream.
  func all() throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    let stream = try open()
    while let chunk = try stream.next() {
      bytes += chunk
    }
    return bytes
  }

  func text() throws(InputError) -> String { String(decoding: try all(), as: UTF8.self) }
}

/// The error of opening a path and reading all that it holds; nil if there is none.
func firstProblem(_ path: String, _ limits: InputLimits = InputLimits()) -> InputError? {
  do throws(InputError) {
    for stream in try InputFiles.open(path, limits: limits).streams { _ = try stream.all() }
    return nil
  } catch {
    return error
  }
}
