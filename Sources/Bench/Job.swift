/// What is measured: the rows of the design's table "How fast".
enum Job: String, CaseIterable {
  case find
  case slip
  case show
  case open
  case add
  case `import`
  case rotate
  case verify
  case backup
  case restore
  /// The last, as it takes people away whom the others look for.
  case destroy

  var title: String {
    switch self {
    case .find: "find, exact or part"
    case .slip: "find, with a slip"
    case .show: "show UID"
    case .open: "open, one keystroke"
    case .add: "add, duplicate check"
    case .import: "import, duplicate check"
    case .rotate: "rotate"
    case .verify: "verify"
    case .backup: "backup export + verify"
    case .restore: "backup restore"
    case .destroy: "destroy"
    }
  }

  /// The subcommand that does it.
  var command: String {
    switch self {
    case .slip: "find"
    case .restore: "backup"
    default: rawValue
    }
  }

  /// Whether it works on every record, and is therefore done a few times only.
  var isLong: Bool {
    switch self {
    case .find, .slip, .show, .open, .add: false
    case .import, .rotate, .verify, .backup, .restore, .destroy: true
    }
  }

  /// The design's figures in milliseconds for 1,000, 100,000 and 1,000,000 clients.
  private var targets: (Double, Double, Double) {
    switch self {
    case .find: (12, 25, 250)
    case .slip: (12, 35, 400)
    case .show: (12, 20, 200)
    case .open: (1, 10, 100)
    case .add: (20, 50, 400)
    case .import: (200, 5_000, 80_000)
    case .rotate, .destroy: (200, 2_500, 30_000)
    case .verify: (100, 1_500, 15_000)
    case .backup, .restore: (200, 2_000, 20_000)
    }
  }

  func target(for clients: Int) -> Double? { Target.choose(targets, for: clients) }
}

/// The design's figures that are no times.
enum Target {
  static let startMilliseconds = 5.0

  static func bytesPerClient(for clients: Int) -> Double? {
    choose((700, 500, 500), for: clients)
  }

  static func peakMegabytes(for clients: Int) -> Double? {
    choose((30, 60, 400), for: clients)
  }

  /// Picks the figure of a size that has one.
  static func choose(_ figures: (Double, Double, Double), for clients: Int) -> Double? {
    switch clients {
    case 1_000: figures.0
    case 100_000: figures.1
    case 1_000_000: figures.2
    default: nil
    }
  }
}
