import Glibc
import Testing

@testable import Terminal

@Test func `folders come from the environment, or else from the home folder`() async {
  await #expect(processExitsWith: .success) {
    unsafe setenv("HOME", "/home/ann", 1)
    unsafe unsetenv("XDG_CONFIG_HOME")
    unsafe setenv("XDG_STATE_HOME", "relative/is/ignored", 1)
    #expect(Environment.configurationFolder == "/home/ann/.config")
    #expect(Environment.stateFolder == "/home/ann/.local/state")
    unsafe setenv("XDG_STATE_HOME", "/state", 1)
    #expect(Environment.stateFolder == "/state")
    unsafe setenv("HOME", "", 1)
    #expect(Environment.home?.hasPrefix("/") == true)
  }
}

@Test func `colour is not wanted if that is said, or on a plain terminal`() async {
  await #expect(processExitsWith: .success) {
    unsafe setenv("TERM", "xterm", 1)
    unsafe setenv("NO_COLOR", "", 1)
    #expect(!Environment.wantsNoColour && !Environment.hasPlainTerminal)
    unsafe setenv("NO_COLOR", "1", 1)
    #expect(Environment.wantsNoColour)
    unsafe unsetenv("NO_COLOR")
    unsafe setenv("TERM", "dumb", 1)
    #expect(Environment.wantsNoColour && Environment.hasPlainTerminal)
    unsafe unsetenv("TERM")
    #expect(Environment.hasPlainTerminal)
  }
}

@Test func `a variable that is not set, empty or not UTF-8 is none`() async {
  await #expect(processExitsWith: .success) {
    unsafe setenv("UIDVAULT_FILE", "v.uidvault", 1)
    #expect(Environment.value(of: "UIDVAULT_FILE") == "v.uidvault")
    unsafe setenv("UIDVAULT_FILE", "", 1)
    #expect(Environment.value(of: "UIDVAULT_FILE") == nil)
    unsafe setenv("UIDVAULT_FILE", [CChar(bitPattern: 0xff), 0], 1)
    #expect(Environment.value(of: "UIDVAULT_FILE") == nil)
    unsafe unsetenv("UIDVAULT_FILE")
    #expect(Environment.value(of: "UIDVAULT_FILE") == nil)
  }
}

@Test func `seconds become a date and a time of day`() async {
  #expect(
    CivilTime(seconds: 951_782_400 + 3_661, in: .utc)
      == CivilTime(year: 2000, month: 2, day: 29, hour: 1, minute: 1, second: 1))
  #expect(CivilTime(seconds: .max, in: .utc) == nil)
  await #expect(processExitsWith: .success) {
    unsafe setenv("TZ", "XST8", 1)
    let time = CivilTime(seconds: 951_782_400 + 3_661, in: .local)
    #expect(time == CivilTime(year: 2000, month: 2, day: 28, hour: 17, minute: 1, second: 1))
  }
}
