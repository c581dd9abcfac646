// swift-tools-version: 6.2

import PackageDescription

/// The compiler's help, all of it, for every target of ours.
let strict: [SwiftSetting] = [
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
  .enableUpcomingFeature("ExistentialAny"),
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
  .enableUpcomingFeature("InternalImportsByDefault"),
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
  .enableUpcomingFeature("MemberImportVisibility"),
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0458-strict-memory-safety.md
  .strictMemorySafety(),
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0480-swiftpm-warning-control.md
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "uid-vault",
  products: [
    .executable(name: "uidvault", targets: ["VaultCommand"]),
    .executable(name: "hmis-anon", targets: ["AnonCommand"]),
  ],
  dependencies: [
    // Subcommands, help, man pages and completions of both programs from one declaration.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // File descriptors, permissions and paths as types where files and the terminal are handled.
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    // SQLite with sane connections and errors: transactions, crash safety and locking are its business.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Tests only: runs the real programs, and age beside AgeFormat.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    // All cryptography. The system's libsodium, 1.0.18 or later.
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .target(name: "VaultCrypto", dependencies: ["CSodium"], swiftSettings: strict),
    .target(name: "AgeFormat", dependencies: ["VaultCrypto"], swiftSettings: strict),
    // Unpacks zips, which exports are handed over as; every system has it. One file calls it.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "InputFiles",
      dependencies: ["CZlib", .product(name: "SystemPackage", package: "swift-system")],
      swiftSettings: strict),
    .target(
      name: "VaultStore",
      dependencies: ["VaultCrypto", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(name: "Matching", swiftSettings: strict),
    .target(name: "Tabular", swiftSettings: strict),
    .target(name: "HMIS", dependencies: ["Matching", "Tabular"], swiftSettings: strict),
    .target(
      name: "VaultCore",
      dependencies: ["AgeFormat", "VaultCrypto", "VaultStore", "HMIS", "Matching", "Tabular"],
      swiftSettings: strict),
    .target(
      name: "Terminal",
      dependencies: [.product(name: "SystemPackage", package: "swift-system")],
      swiftSettings: strict),
    .target(
      name: "Arguments",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    .executableTarget(
      name: "VaultCommand",
      dependencies: [
        "Arguments", "VaultCore", "VaultCrypto", "HMIS", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "AnonCommand",
      dependencies: [
        "Arguments", "HMIS", "InputFiles", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // Measures the programs from outside for scripts/bench; no product, so nobody installs it.
    .executableTarget(
      name: "Bench",
      dependencies: [
        "CSodium", "VaultCrypto", "VaultStore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "VaultCryptoTests", dependencies: ["VaultCrypto"], swiftSettings: strict),
    .testTarget(
      name: "AgeFormatTests",
      dependencies: [
        "AgeFormat", "VaultCrypto", .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "VaultStoreTests",
      dependencies: [
        "VaultStore", "VaultCrypto", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "InputFilesTests",
      dependencies: [
        "InputFiles", "CZlib", .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: strict),
    .testTarget(name: "MatchingTests", dependencies: ["Matching"], swiftSettings: strict),
    .testTarget(name: "TabularTests", dependencies: ["Tabular"], swiftSettings: strict),
    .testTarget(name: "HMISTests", dependencies: ["HMIS"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Terminal", .product(name: "SystemPackage", package: "swift-system")],
      swiftSettings: strict),
    .testTarget(
      name: "VaultCoreTests",
      dependencies: [
        "VaultCore", "VaultStore", "VaultCrypto", "AgeFormat", "HMIS", "Matching", "Tabular",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: [.product(name: "Subprocess", package: "swift-subprocess")],
      exclude: ["README.md", "Scripts"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
