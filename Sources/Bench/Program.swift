import Glibc
import SystemPackage

/// How a program ran.
struct ProgramRun {
  let cost: Cost
  /// The exit status; 128 and the signal's number for one that was killed.
  let status: Int
  /// The most memory it held at once, in bytes.
  let peakBytes: Int
  let output: String
}

/// A program that is run from outside, as a person's shell runs it.
struct Program {
  let path: String
  let environment: [String]
  /// A folder for what goes in and comes out.
  let folder: FilePath

  /// Runs the program and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: The words behind the program's name.
  ///   - input: What it finds on standard input.
  ///   - descriptors: Files to be open for reading in it, from descriptor 3 on.
  /// - Returns: How it ran, whatever its status.
  /// - Throws: `Errno`.
  func run(_ arguments: [String], input: String, descriptors: [FilePath]) throws -> ProgramRun {
    let outFile = folder.appending("output")
    try Files.write(input, to: inFile)
    let run = try run(arguments, descriptors: descriptors, output: outFile)
    return ProgramRun(
      cost: run.cost, status: run.status, peakBytes: run.peakBytes, output: try Files.read(outFile))
  }

  private var inFile: FilePath { folder.appending("input") }

  private func run(
    _ arguments: [String], descriptors: [FilePath], output outFile: FilePath
  ) throws -> ProgramRun {
    try Memory.forgetPeak()
    let began = ContinuousClock.now
    let process = try spawn([path] + arguments, reading: [inFile] + descriptors, writing: outFile)
    var status: Int32 = 0
    var usage = rusage()
    while unsafe wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw Errno(rawValue: errno) }
    }
    let wall = (ContinuousClock.now - began).milliseconds
    let signal = status & 0x7F
    return ProgramRun(
      cost: Cost(wall: wall, processor: usage.ru_utime.milliseconds + usage.ru_stime.milliseconds),
      status: Int(signal == 0 ? (status >> 8) & 0xFF : 128 + signal),
      peakBytes: usage.ru_maxrss << 10, output: "")
  }

  /// Runs the program for nothing but its costs; what it says goes elsewhere, and is not read.
  ///
  /// - Throws: `Errno`.
  func run(_ arguments: [String], output: FilePath) throws -> ProgramRun {
    try Files.write("", to: inFile)
    return try run(arguments, descriptors: [], output: output)
  }

  /// The first file is read as descriptor 0, the others from 3 on; what is said on standard error
  /// comes behind the output.
  private func spawn(
    _ words: [String], reading: [FilePath], writing: FilePath
  ) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, 1, writing.string, flags, 0o600)
    unsafe posix_spawn_file_actions_adddup2(&actions, 1, 2)
    for (index, file) in reading.enumerated() {
      let number = Int32(index == 0 ? 0 : index + 2)
      unsafe posix_spawn_file_actions_addopen(&actions, number, file.string, O_RDONLY, 0)
    }
    var process: pid_t = 0
    let problem = unsafe withCStrings(words) { arguments in
      unsafe withCStrings(environment) { environment in
        unsafe posix_spawn(&process, path, &actions, nil, arguments, environment)
      }
    }
    guard problem == 0 else { throw Errno(rawValue: problem) }
    return process
  }

  private func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = unsafe texts.map { unsafe strdup($0) } + [nil]
    defer { unsafe pointers.forEach { unsafe free($0) } }
    return unsafe body(&pointers)
  }
}

extension timeval {
  fileprivate var milliseconds: Double { Double(tv_sec) * 1e3 + Double(tv_usec) / 1e3 }
}
