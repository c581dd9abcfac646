import Glibc
import Testing

@testable import Terminal

@Test func `a guarded process leaves no core dumps and makes private files`() async {
  await #expect(processExitsWith: .success) {
    let granted = try ProcessGuard.start()
    #expect(granted.noCoreDumps)
    var limit = rlimit(rlim_cur: 1, rlim_max: 1)
    #expect(unsafe getrlimit(__rlimit_resource_t(4), &limit) == 0)
    #expect(limit.rlim_cur == 0 && limit.rlim_max == 0)
    #expect(umask(0) == 0o077)
  }
}

@Test func `a file beyond the permitted size is an error and leaves nothing`() async {
  await #expect(processExitsWith: .success) {
    try ProcessGuard.start()
    let folder = try TemporaryFolder()
    var limit = rlimit(rlim_cur: 10, rlim_max: 10)
    try #require(unsafe setrlimit(__rlimit_resource_t(1), &limit) == 0)
    #expect(throws: TerminalError.full) {
      var file = try OutputFile(at: folder.file("out"), .refuse)
      try file.write("more than ten bytes")
      try file.commit()
    }
    #expect(folder.names == [])
  }
}

@Test func `a signal that was to be ignored is`() async {
  await #expect(processExitsWith: .success) {
    _ = signal(SIGHUP, SIG_IGN)
    #expect(Platform.Signal.hangUp.isIgnored)
    #expect(!Platform.Signal.terminate.isIgnored)
  }
}
