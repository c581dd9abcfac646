/// Reads the environment in which the program was started; the one place that does.
package enum Environment {
  /// A variable; `nil` if it is not set, is empty or is not UTF-8.
  package static func value(of name: String) -> String? {
    guard let value = Platform.variable(name), !value.isEmpty else { return nil }
    return value
  }

  /// The home folder: `HOME`, or else what the system's list of users says.
  package static var home: String? { value(of: "HOME") ?? Platform.homeOfUser }

  /// The folder for configuration: `XDG_CONFIG_HOME`, or else `.config` in the home folder.
  package static var configurationFolder: String? {
    folder("XDG_CONFIG_HOME", inHome: ".config")
  }

  /// The folder for what a program remembers: `XDG_STATE_HOME`, or else `.local/state` in the
  /// home folder.
  package static var stateFolder: String? { folder("XDG_STATE_HOME", inHome: ".local/state") }

  // Source: XDG Base Directory Specification, which has relative paths ignored.
  private static func folder(_ name: String, inHome part: String) -> String? {
    if let path = value(of: name), path.hasPrefix("/") { return path }
    return home.map { $0.hasSuffix("/") ? $0 + part : $0 + "/" + part }
  }

  /// Whether colours are not wanted: `NO_COLOR` (https://no-color.org) or a plain terminal.
  package static var wantsNoColour: Bool { value(of: "NO_COLOR") != nil || hasPlainTerminal }

  /// Whether the terminal cannot move its cursor: `TERM` is `dumb` or not set.
  package static var hasPlainTerminal: Bool {
    let kind = value(of: "TERM")
    return kind == nil || kind == "dumb"
  }
}
