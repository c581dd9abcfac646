import Terminal
import VaultCore
import VaultCrypto

/// Where passphrases come from: a descriptor that a program gives, or the person at the terminal.
struct PassphraseEntry {
  let options: PassphraseOptions

  /// Bytes that are read at most: the longest passphrase and its line end.
  private static let byteLimit = Passphrase.ceiling + 2

  /// Reads an existing passphrase.
  func existing(for member: String) throws -> Passphrase {
    if let descriptor = try options.descriptor() {
      return try Self.passphrase(try Self.line(from: descriptor), .existing)
    }
    let dialogue = try Interaction(options).dialogue()
    return try Self.passphrase(
      try Self.secret("Passphrase for \(member): ", in: dialogue), .existing)
  }

  /// What a new passphrase is to open.
  enum Opened {
    case vault
    case file
  }

  /// Reads a new passphrase: once from a descriptor, twice from a person, who may take a
  /// suggestion.
  func new(for member: String, opening what: Opened = .vault) throws -> Passphrase {
    if let descriptor = try options.descriptor() {
      return try Self.passphrase(try Self.line(from: descriptor), .new)
    }
    // On a page of its own, as the suggestion must not stay on the screen.
    return try Screen.session(on: try Interaction(options).terminal(), idle: nil) { dialogue in
      try suggest(in: dialogue, what)
      return try twice(for: member, in: dialogue)
    }
  }

  /// Reads an invitation's code, which is typed without echo like a passphrase.
  func code() throws -> InvitationCode {
    if let descriptor = try options.descriptor() {
      return try InvitationCode(typed: try Self.line(from: descriptor))
    }
    let dialogue = try Interaction(options).dialogue()
    return try InvitationCode(
      typed: try Self.secret("The code of your invitation, eight words: ", in: dialogue))
  }

  /// Reads the key on a recovery sheet from its own descriptor, or from the person.
  func recoveryKey(from descriptor: Int32?) throws -> SecretBytes {
    if let descriptor { return try Self.line(from: descriptor) }
    let dialogue = try Interaction(options).dialogue()
    return try Self.secret("The recovery key, AGE-SECRET-KEY-1…: ", in: dialogue)
  }

  private func twice(for member: String, in dialogue: Dialogue) throws -> Passphrase {
    while true {
      do {
        let first = try Self.passphrase(
          try Self.secret("New passphrase for \(member): ", in: dialogue), .new)
        let second = try Self.passphrase(try Self.secret("Once more: ", in: dialogue), .existing)
        if first.matches(second) { return first }
        try dialogue.say("The two were not the same. Please type it again, twice.")
      } catch let failure as CommandFailure {
        try dialogue.say(["That cannot be used: \(failure.problem)."] + failure.hints)
      }
    }
  }

  /// Shows six words by chance, which are enough and easier to keep than a riddle.
  private func suggest(in dialogue: Dialogue, _ what: Opened) throws {
    let words: SecretBytes
    do { words = try WordList.generate(count: 6) } catch { throw CommandFailure(crypto: error) }
    let text = words.withBytes { $0.asciiText }
    let opens =
      switch what {
      case .vault: "Your passphrase opens the vault for you alone."
      case .file: "The passphrase opens the file for whoever knows it."
      }
    try dialogue.say([
      "\(opens) It needs at least \(Passphrase.floor) characters;",
      "several unrelated words are best. Nobody can look it up for you.",
      "A suggestion made by chance, if you like it:",
      "    \(text)", "",
    ])
  }
}

extension PassphraseEntry {
  private static func line(from descriptor: Int32) throws -> SecretBytes {
    let lines = try SecretLines(descriptor: descriptor)
    return try read { (memory) throws(TerminalError) in try lines.next(into: &memory) }
  }

  private static func secret(_ question: String, in dialogue: Dialogue) throws -> SecretBytes {
    try read { (memory) throws(TerminalError) in try dialogue.secret(question, into: &memory) }
  }

  /// Lends guarded memory to a reader, and keeps as much as was read.
  private static func read(
    _ reader: (inout MutableRawSpan) throws(TerminalError) -> Int
  ) throws(TerminalError) -> SecretBytes {
    var memory = SecretBytes(count: byteLimit)
    let count = try memory.withMutableBytes { (bytes) throws(TerminalError) in
      try reader(&bytes)
    }
    return memory.withBytes { SecretBytes(copying: $0.extracting(0..<count)) }
  }

  /// What a passphrase is read for.
  private enum Purpose {
    case existing
    case new
  }

  private static func passphrase(
    _ typed: consuming SecretBytes, _ purpose: Purpose
  ) throws -> Passphrase {
    do {
      switch purpose {
      case .existing: return try Passphrase(existing: typed)
      case .new: return try Passphrase(forNewVault: typed)
      }
    } catch {
      throw CommandFailure(crypto: error)
    }
  }
}

extension RawSpan {
  /// ASCII bytes as text, for what must be shown: it leaves guarded memory with this.
  var asciiText: String {
    unsafe withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
