import GRDB

/// Sets SQLite up, and reads back what it then does.
struct EngineSettings: Sendable {
  let access: StoreAccess
  let busyTimeout: Duration

  /// What GRDB needs to open a connection with these settings.
  var configuration: Configuration {
    var configuration = Configuration()
    configuration.readonly = access == .readOnly
    configuration.busyMode = .timeout(Double(busyMilliseconds) / 1000)
    configuration.foreignKeysEnabled = false
    configuration.publicStatementArguments = false
    configuration.prepareDatabase { database in try apply(to: database) }
    return configuration
  }

  private func apply(to database: Database) throws {
    // First what keeps a hostile schema from acting while it is looked at.
    try database.execute(sql: "PRAGMA trusted_schema = OFF")
    try database.execute(sql: "PRAGMA cell_size_check = ON")
    try database.execute(sql: "PRAGMA mmap_size = 0")
    try database.execute(sql: "PRAGMA temp_store = MEMORY")
    try database.execute(sql: "PRAGMA secure_delete = ON")
    try Cache.small.apply(to: database)
    if access == .readWrite {
      try database.execute(sql: "PRAGMA page_size = \(StoreSchema.pageSize)")
      try database.execute(sql: "PRAGMA auto_vacuum = NONE")
      try database.execute(sql: "PRAGMA journal_mode = DELETE")
    }
    // Also syncs the folder after the journal is gone: an acknowledged change
    // must not come undone by a journal that reappears after a power cut.
    try database.execute(sql: "PRAGMA synchronous = EXTRA")
  }

  /// Refuses a connection on which a setting did not take.
  ///
  /// - Throws: `StoreError.settingRefused`, and the engine's errors.
  func verify(_ database: Database) throws {
    for setting in StoreSetting.allCases {
      let sql = "PRAGMA \(setting.rawValue)"
      let found = try DatabaseValue.fetchOne(database, sql: sql) ?? .null
      guard found == expected(setting) else { throw StoreError.settingRefused(setting) }
    }
  }

  private func expected(_ setting: StoreSetting) -> DatabaseValue {
    switch setting {
    case .synchronous: 3.databaseValue  // EXTRA
    case .journalMode: "delete".databaseValue
    case .secureDelete, .cellSizeCheck: 1.databaseValue
    case .trustedSchema, .memoryMap, .autoVacuum: 0.databaseValue
    case .temporaryStore: 2.databaseValue  // MEMORY
    case .encoding: "UTF-8".databaseValue
    case .busyTimeout: busyMilliseconds.databaseValue
    }
  }

  private var busyMilliseconds: Int {
    let (seconds, attoseconds) = busyTimeout.components
    return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }

  /// How much of the file is held in memory.
  enum Cache: Int {
    /// A scan reuses these pages, and touches little new memory.
    case small = 2
    /// Changes of many rows out of key order spill from a small one. In MiB.
    case large = 16

    func apply(to database: Database) throws {
      try database.execute(sql: "PRAGMA cache_size = \(-rawValue << 10)")
    }
  }
}
