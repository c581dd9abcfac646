import VaultCrypto

/// What was done: readable by those who hold the audit secret, never an identity.
///
/// Source: docs/FORMAT.md section 8.1.
struct LogContent: Equatable, Sendable {
  let action: Action
  /// A code of the policy's list, or empty.
  let reason: String
  let clients: [ClientID]
  let detail: [UInt8]

  static let version: UInt8 = 1
  private static let padding = Padding.power1024
  /// What nobody receives for themselves: contents go to the audit key, not to a member.
  static let recipient = [UInt8](repeating: 0, count: MemberID.byteCount)

  init(_ action: Action, reason: Reason, clients: [ClientID] = [], detail: [UInt8] = []) {
    self.action = action
    self.reason = reason.code
    self.clients = clients
    self.detail = detail
  }

  /// What was done to members.
  init(_ action: Action, reason: Reason, members: [MemberID]) {
    self.init(action, reason: reason, detail: members.flatMap(\.bytes))
  }

  /// Which roles members were given.
  init(_ action: Action, reason: Reason, roles: [(MemberID, Role)]) {
    self.init(action, reason: reason, detail: roles.flatMap { $0.bytes + [$1.rawValue] })
  }

  func encoded() -> [UInt8] {
    var writer = ByteWriter(capacity: 64 + 8 * clients.count)
    writer.u8(Self.version)
    writer.u8(action.rawValue)
    writer.lp8(reason.utf8)
    writer.u32(UInt32(clients.count))
    for client in clients { writer.u64(client.number) }
    writer.lp16(detail)
    return Self.padding.pad(writer.bytes)
  }

  init(decoding padded: RawSpan) throws(FormatProblem) {
    let content = padded.extracting(try Self.padding.content(of: padded))
    var offset = 0
    guard try content.u8(at: &offset) == Self.version else { throw .badValue }
    guard let action = Action(rawValue: try content.u8(at: &offset)) else { throw .badValue }
    self.action = action
    reason = try content.text(Int(try content.u8(at: &offset)), at: &offset)
    let count = Int(try content.u32(at: &offset))
    guard count <= (content.byteCount - offset) / ClientID.byteCount else { throw .badLength }
    clients = try (0..<count).map { (_) throws(FormatProblem) in
      try content.clientID(at: &offset)
    }
    detail = try content.lp16(at: &offset)
    try content.end(at: offset)
  }
}

/// What a link records.
package enum Action: UInt8, CaseIterable, Sendable {
  case initialise = 1
  case add = 2
  case assign = 3
  case edit = 4
  case `import` = 5
  case find = 6
  case show = 7
  case pending = 8
  /// People were shown because somebody resembles them.
  case similar = 9
  case policy = 10
  case invite = 11
  case join = 12
  case passphrase = 13
  case role = 14
  case remove = 15
  case reset = 16
  case withdraw = 17
  case rotate = 18
  case vacuum = 19
  case recoveryUse = 20
  case recoveryRenew = 21
  /// The log was read with UIDs beside the ids.
  case audit = 22
  case settle = 23
  /// Backups that were made, or found sound, since the last such entry.
  case backup = 24
  /// A backup was opened as a drill.
  case drill = 25
  /// A backup became the vault that counts.
  case restore = 26
  case hold = 27
  case destroy = 28
  case export = 29
  /// Those whose retention has run out were listed, with UIDs beside ids.
  case due = 30
}

/// Why somebody reveals or changes: a code of the policy's list, or none where none is demanded.
package struct Reason: Equatable, Sendable {
  let code: String

  /// No reason given.
  package static let none = Reason(code: "")

  private init(code: String) {
    self.code = code
  }

  /// Checks a reason against the policy.
  ///
  /// - Throws: `.reasonDemanded` if none was given and one is demanded, `.unknownReason` if
  ///   it is not on the list; both name the list.
  package init(_ code: String?, under policy: Policy) throws(VaultError) {
    guard let code, !code.isEmpty else {
      guard !policy.reasonDemanded else { throw .reasonDemanded(policy.reasons) }
      self = .none
      return
    }
    guard policy.reasons.contains(code) else { throw .unknownReason(policy.reasons) }
    self.init(code: code)
  }
}
