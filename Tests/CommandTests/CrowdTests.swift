import Foundation
import Testing

/// Random commands by four programs at a time on one vault, against a plain model in memory.
@Suite struct CrowdTests {
  /// About ten minutes of two cores with `scripts/test --long`, otherwise some seconds.
  private static let commandsEach =
    ProcessInfo.processInfo.environment["UIDVAULT_LONG_TESTS"] == nil ? 9 : 1_200

  private static let files = [
    InlinedFile(name: "ana", contents: "seven quiet herons wade\n"),
    InlinedFile(name: "ben", contents: "the long words of ben\n"),
  ]

  @Test(arguments: [UInt64(1)])
  func `four programs at a time leave what a plain model says`(seed: UInt64) async throws {
    let stage = try Stage(files: Self.files)
    let (ana, ben) = try await Self.found(on: stage)
    let model = CrowdModel()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...4 {
        let isSupervisor = number % 2 == 1
        var worker = CrowdWorker(
          number, isSupervisor ? ana : ben, model, isSupervisor: isSupervisor, seed: seed)
        group.addTask { try await worker.work(commands: Self.commandsEach) }
      }
      try await group.waitForAll()
    }
    try await Self.compare(model, with: ana)
    let differences = await model.differences
    #expect(differences.isEmpty, "\(differences.prefix(5))")
    let (commands, waitedInVain) = (await model.commands, await model.waitedInVain)
    #expect(commands >= 4 * Self.commandsEach)
    #expect(waitedInVain * 10 <= commands, "most commands get their turn within ten seconds")
    _ = consume stage
  }

  /// A vault of a supervisor and a caseworker.
  private static func found(on stage: borrowing Stage) async throws -> (VaultProcess, VaultProcess)
  {
    func member(_ name: String, _ file: String) -> VaultProcess {
      VaultProcess(
        environment: stage.programEnvironment, folder: stage.work, vault: "crowd.uidvault",
        member: name, passphrase: file)
    }
    let (ana, ben) = (member("Ana Reyes", "ana"), member("Ben Okafor", "ben"))
    let lowest = ["--kdf-memory", "64", "--kdf-passes", "3"]
    let made = try await ana.run(
      ["init", "crowd.uidvault", "--as", "Ana Reyes", "--organization", "Harbor Light"]
        + ["--victim-service-provider", "no", "--recovery-sheet", "sheet", "--no-default"] + lowest)
    #expect(made.status == 0, "\(made.talk)")
    let invited = try await ana.run([
      "member", "invite", "Ben Okafor", "--role", "caseworker", "--json",
    ])
    let code = try #require(try invited.text("code"))
    try stage.write(code + "\nthe long words of ben\n", to: stage.path("joining"))
    let joined = try await member("Ben Okafor", "joining").run(
      ["join", "--as", "Ben Okafor"] + lowest)
    #expect(joined.status == 0, "\(joined.talk)")
    return (ana, ben)
  }

  /// Every client of the model stands in the vault as the model has them, and nobody else.
  private static func compare(_ model: CrowdModel, with process: VaultProcess) async throws {
    let clients = await model.clients
    let verified = try await process.run(["verify", "--json"])
    #expect(try verified.value("sound") == .bool(true))
    #expect(try verified.value("clients") == .number(Double(clients.count)))
    for uid in clients.keys.sorted() {
      let shown = try await process.run(["show", uid, "--json"])
      #expect(shown.status == 0, "\(shown.talk)")
      let earliest = await model.earliest(uid)
      await model.saw(
        try shown.text("note"), try shown.text("surname"), of: uid, notBefore: earliest)
    }
  }
}
