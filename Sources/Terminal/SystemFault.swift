import SystemPackage

/// States which system call failed and with which code.
package struct SystemFault: Error, Equatable, Sendable {
  /// Names what was attempted.
  package enum Attempt: String, Sendable {
    case open, make, read, write, wait, settings, sync, rename, remove, look
  }

  /// What was attempted.
  package let attempt: Attempt
  /// The system's error number (`errno`).
  package let code: Int32

  init(_ attempt: Attempt, _ errno: Errno) {
    self.attempt = attempt
    code = errno.rawValue
  }

  /// The system's own words for the code, such as `permission denied`.
  package var words: String {
    Errno(rawValue: code).description.lowercased()
  }
}
