/// One of several people who use a vault at the same time, and compares each answer with the model.
struct CrowdWorker {
  let number: Int
  let process: VaultProcess
  let model: CrowdModel
  let isSupervisor: Bool
  private var random: SeededRandom
  /// UIDs of the clients whom this one has registered.
  private var own: [String] = []

  init(
    _ number: Int, _ process: VaultProcess, _ model: CrowdModel, isSupervisor: Bool, seed: UInt64
  ) {
    (self.number, self.process, self.model) = (number, process, model)
    self.isSupervisor = isSupervisor
    random = SeededRandom(seed &* 31 &+ UInt64(number))
  }

  mutating func work(commands: Int) async throws {
    for _ in 0..<commands { try await next() }
  }

  private mutating func next() async throws {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<6: try await register()
    case 6..<10: try await changeNote()
    case 10..<14: try await show()
    case 14..<17: try await find()
    case 17: try await verify()
    case 18: try await log()
    default: try await isSupervisor ? exchangeKeys() : show()
    }
  }

  /// Runs a command and notes an exit that it must not have.
  ///
  /// - Returns: Nil if the vault was in use for too long, which changes nothing.
  private func run(
    _ words: [String], reading input: String = "", mayEnd statuses: [Int] = [0]
  ) async throws -> VaultProcess.Outcome? {
    let outcome = try await process.run(words, reading: input)
    await model.count(outcome)
    if outcome.status == 4 { return nil }
    if !statuses.contains(outcome.status) {
      await model.differs("\(words[0]) ended with \(outcome.status): \(outcome.talk)")
      return nil
    }
    return outcome
  }

  private mutating func word(_ letters: ClosedRange<Int>) -> String {
    let count = Int.random(in: letters, using: &random)
    return (0..<count).map { index in
      let source = index.isMultiple(of: 2) ? "bdfgklmnprstvz" : "aeiou"
      return source.randomElement(using: &random).map(String.init) ?? ""
    }.joined()
  }

  /// Some UIDs are wanted by everybody: exactly one gets each.
  private mutating func register() async throws {
    let wanted = UInt64.random(in: 0..<8, using: &random)
    let uid =
      wanted < 3
      ? "5C0" + String(100_000 + UInt64.random(in: 0..<200, using: &random))
      : "\(number)A" + String(1_000_000 + UInt64.random(in: 0..<9_000_000, using: &random))
    let (surname, note) = (word(8...12), word(5...9))
    let year = Int.random(in: 1930...2005, using: &random)
    let line =
      #"{"given":"\#(word(4...8))","surname":"\#(surname)","birthDate":"\#(year)","#
      + #""uid":"\#(uid)","note":"\#(note)"}"#
    let stands = await model.beginRegistering(uid)
    guard
      let outcome = try await run(
        ["add", "--stdin", "--allow-similar"], reading: line + "\n", mayEnd: [0, 1])
    else { return }
    if try outcome.text("result") == "added" {
      if stands { await model.differs("\(uid) was given although it stood") }
      await model.registered(uid, surname, note: note)
      own.append(uid)
    } else if try outcome.text("problem")?.hasPrefix("uid: it stands") == true {
      await model.refused(uid)
    } else {
      await model.differs("add answered \(outcome.answer)")
    }
  }

  private mutating func changeNote() async throws {
    guard let uid = own.randomElement(using: &random) else { return try await register() }
    let note = word(5...9)
    await model.beginNote(uid, note)
    if try await run(["edit", uid, "--stdin"], reading: #"{"note":"\#(note)"}"#) == nil {
      return await model.withdrawNote(uid)
    }
    await model.settleNote(uid)
  }

  private mutating func show() async throws {
    guard let (uid, _) = await model.anyClient(random.next()) else { return try await register() }
    let earliest = await model.earliest(uid)
    guard let outcome = try await run(["show", uid, "--json"]) else { return }
    await model.saw(
      try outcome.text("note"), try outcome.text("surname"), of: uid, notBefore: earliest)
  }

  private mutating func find() async throws {
    guard let (uid, client) = await model.anyClient(random.next()) else {
      return try await register()
    }
    guard let outcome = try await run(["find", "--stdin"], reading: client.surname + "\n") else {
      return
    }
    guard case .string(let first) = try outcome.value("hits", "0", "uid"), first == uid else {
      return await model.differs("\(uid) is not found first by surname")
    }
  }

  private func verify() async throws {
    guard let outcome = try await run(["verify", "--json"]) else { return }
    if try outcome.value("sound") != .bool(true) { await model.differs("verify finds damage") }
  }

  private func log() async throws {
    guard let outcome = try await run(["audit", "verify", "--json"]) else { return }
    if try outcome.value("sound") != .bool(true) { await model.differs("the log is not sound") }
  }

  private func exchangeKeys() async throws {
    guard let outcome = try await run(["rotate", "--json"]) else { return }
    guard case .number(let epoch) = try outcome.value("epoch") else {
      return await model.differs("rotate answered \(outcome.answer)")
    }
    await model.exchanged(to: Int(epoch))
  }
}
