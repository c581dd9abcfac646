/// States why something outside the program could not be read, shown or written.
///
/// Cases carry facts; none carries what was typed, shown or written.
package enum TerminalError: Error, Equatable, Sendable {
  /// There is no terminal to talk to.
  case noTerminal
  /// The person ended the input (Ctrl-D), or a descriptor ended before a line began.
  case endOfInput
  /// Nobody answered for this many seconds.
  case idle(seconds: Int)
  /// A line is longer than `limit` bytes.
  case lineTooLong(limit: Int)
  /// An input is longer than `limit` bytes in all.
  case inputTooLong(limit: Int)
  /// No descriptor with this number is open.
  case descriptorNotOpen(Int32)
  /// The descriptor with this number cannot be read from.
  case descriptorNotReadable(Int32)
  /// The file to read does not exist.
  case noFile
  /// Standard output is closed, cannot be written to, or its reader has gone.
  case outputClosed
  /// The device or the quota is full.
  case full
  /// The file to be made exists already.
  case exists
  /// The path of a file names something that is not an ordinary file.
  case notAFile
  /// The path of a folder names something that is none.
  case notAFolder
  /// The folder of the file to be made does not exist.
  case noFolder
  /// The system does not permit it to this account.
  case denied
  /// The file system can only be read.
  case readOnly
  /// Any other failure of a system call.
  case system(SystemFault)
}
