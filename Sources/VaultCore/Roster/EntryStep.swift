import VaultCrypto

/// What became of one entry of the roster from one version to the next; docs/FORMAT.md section 5.2.
enum EntryStep: Equatable, Sendable {
  /// Equal byte for byte.
  case kept
  /// The same member; what is sealed in their row was sealed anew.
  case resealed
  /// A present member of any kind became a former one.
  case left
  /// A person has another role.
  case role
  /// A person became an invitation, to choose a new passphrase.
  case reset
  /// An invitation became a person.
  case joined
  /// A person has new keys.
  case rekeyed
  /// An entry that was not there.
  case new

  /// Tells which step leads from one entry to another.
  ///
  /// - Throws: `.step` if none does.
  init(from old: RosterMember, to new: RosterMember) throws(RosterProblem) {
    let steps: [EntryStep] = [.kept, .resealed, .left, .role, .reset, .joined, .rekeyed]
    guard let step = steps.first(where: { $0.leads(from: old, to: new) }) else { throw .step }
    self = step
  }

  /// Whether the step makes exactly the new entry of the old one: what it may change is taken from
  /// the new one, and everything else must be equal.
  private func leads(from old: RosterMember, to new: RosterMember) -> Bool {
    guard starts(at: old), ends(at: new) else { return false }
    // Or a row and its time could be changed under the name of a step that gives a role.
    guard self != .role || old.role != new.role else { return false }
    return new == changed(old, by: new)
  }

  private func starts(at old: RosterMember) -> Bool {
    switch self {
    case .kept, .resealed: true
    case .left: old.isPresent
    case .role, .reset, .rekeyed: old.isPresent && old.kind == .person
    case .joined: old.isPresent && old.kind == .invitation
    case .new: false
    }
  }

  private func ends(at new: RosterMember) -> Bool {
    switch self {
    case .kept, .resealed: true
    case .left: !new.isPresent
    case .role, .joined, .rekeyed: new.isPresent && new.kind == .person
    case .reset: new.isPresent && new.kind == .invitation
    case .new: false
    }
  }

  private func changed(_ old: RosterMember, by new: RosterMember) -> RosterMember {
    var entry = old
    if self == .kept { return entry }
    entry.rowHash = new.rowHash
    if self == .resealed { return entry }
    if self != .rekeyed { entry.since = new.since }
    switch self {
    case .role: entry.role = new.role
    case .left: (entry.expires, entry.keys, entry.cost) = (0, nil, nil)
    default:
      // Somebody who chooses a new passphrase has all three keys anew.
      guard let old = old.keys, let keys = new.keys, keys.box != old.box,
        keys.signing != old.signing, keys.age != old.age
      else { return entry }
      (entry.kind, entry.expires, entry.keys, entry.cost) = (
        new.kind, new.expires, keys, new.cost
      )
    }
    if self == .rekeyed { entry.kind = old.kind }
    if self == .reset { entry.madeBy = new.madeBy }
    return entry
  }
}

/// One entry beside what it was in the version before.
struct EntryChange: Sendable {
  let step: EntryStep
  /// Nil for a new entry.
  let old: RosterMember?
  let new: RosterMember

  /// Lays the entries of two versions side by side.
  ///
  /// - Throws: `.step` if an entry went away or made no step that there is.
  static func all(
    from before: RosterVersion, to after: RosterVersion
  ) throws(RosterProblem) -> [EntryChange] {
    var rest = before.members[...]
    var changes: [EntryChange] = []
    // Both are in ascending order of ids.
    for new in after.members {
      guard let old = rest.first, old.id <= new.id else {
        guard new.isPresent else { throw .step }
        changes.append(EntryChange(step: .new, old: nil, new: new))
        continue
      }
      guard old.id == new.id else { throw .step }
      changes.append(EntryChange(step: try EntryStep(from: old, to: new), old: old, new: new))
      rest = rest.dropFirst()
    }
    guard rest.isEmpty else { throw .step }
    return changes
  }

  /// Whether keys that the member held must be changed for all others.
  var loss: KeyLoss {
    guard let old, old.isPresent else { return .nothing }
    switch step {
    case .left, .reset: return old.holdsAuditSecrets ? .auditSecret : .epochKeys
    case .role:
      if old.holdsAuditSecrets, !new.holdsAuditSecrets { return .auditSecret }
      return old.holdsIdentityKey && !new.holdsIdentityKey ? .epochKeys : .nothing
    case .kept, .resealed, .joined, .rekeyed, .new: return .nothing
    }
  }
}

/// What a rotation must renew after somebody lost a key.
enum KeyLoss: Int, Comparable, Sendable {
  case nothing
  /// Identity or house key: a new epoch.
  case epochKeys
  /// The audit secret as well: a new audit pair in a new epoch.
  case auditSecret

  static func < (one: KeyLoss, other: KeyLoss) -> Bool { one.rawValue < other.rawValue }
}

extension RosterMember {
  /// The recovery key holds what a supervisor does.
  var holdsIdentityKey: Bool { role?.holdsIdentityKey ?? true }
  var holdsAuditSecrets: Bool { role?.holdsAuditSecrets ?? true }
  /// Whether this is a person who may sign any step of the roster.
  var isSupervisor: Bool { isPresent && kind == .person && role == .supervisor }
}
