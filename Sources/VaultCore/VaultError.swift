package import VaultCrypto
import VaultStore

/// Why the vault did not do what was asked. Cases carry facts, never an identity.
package enum VaultError: Error, Equatable {
  /// The file, its place, or another process stands in the way.
  case file(FileProblem)
  /// Cryptography could not be done: memory, cost, a passphrase that none can be.
  case crypto(CryptoError)
  /// A roster that must not be followed.
  case roster(RosterProblem)
  /// A row is missing, additional, older or altered.
  case damaged(Damage)
  /// What this account remembers of the vault speaks against the file; what it remembers lies at
  /// that path.
  case freshness(FreshnessProblem, memory: String)
  /// What this account remembers cannot be used.
  case memory(MemoryProblem)
  /// The passphrase does not open the member's wrap; nothing tells this from a foreign wrap.
  case wrongPassphrase
  /// Nobody of that name is a member.
  case unknownMember
  /// The member was removed, or has chosen a new passphrase, since the vault was unlocked.
  case noLongerMember
  /// Nobody who is present, or invited, has that name.
  case noSuchMember
  /// Somebody who is present, or invited, has that name.
  case nameTaken
  /// There is no open invitation of that name, or its time has passed.
  case noInvitation
  case invitationExpired
  /// What was typed is no invitation's code.
  case invitationCode(WordList.Problem)
  /// Nobody may do this to themselves: another supervisor must.
  case notOneself
  /// The recovery key must be replaced as well, with a new sheet.
  case recoverySheetNeeded
  /// The sheet's key is not the one that this vault trusts.
  case otherSheet
  /// A setting of the policy cannot be taken.
  case policy(PolicyChange.Problem)
  /// The member has that role already.
  case sameRole
  /// A number is beyond what the vault can hold: members, or audit pairs.
  case full(limit: Int)
  /// The keys were exchanged, but old sealed bytes may still stand in the file's free space: why,
  /// or nil if they were found there.
  case uncleaned(FileProblem?)
  /// The vault's founder is not the one that the member's wrap pins.
  case foreignVault
  /// The member's role, or policy, does not allow it.
  case notPermitted
  /// Policy demands one of these reasons.
  case reasonDemanded([String])
  /// The reason is not one of these.
  case unknownReason([String])
  /// No client has that UID or id.
  case noSuchClient
  /// Several clients' ids begin like that.
  case ambiguousID(Int)
  /// The UID stands, or once stood, for another client.
  case uidTaken(by: ClientID)
  /// The client has a UID already; correcting it must be said.
  case alreadyAssigned
  /// The client's status does not allow it.
  case wrongStatus(ClientStatus)
  /// A legal hold stops destruction, since that time in seconds since 1970, UTC.
  case held(since: UInt64)
  /// A field of a client cannot be taken.
  case field(FieldProblem)
  /// A client needs at least one name part or an alias.
  case noName
  /// A record holds as many identifiers as it can.
  case tooManyIdentifiers(limit: Int)
  /// A backup was not made, or cannot be used.
  case backup(BackupProblem)
  /// The table to import cannot be read.
  case table(TableProblem)
}

extension VaultError: WrapsStoreError {
  init(_ error: StoreError) {
    self = .file(FileProblem(error))
  }

  static func store(_ error: StoreError) -> Self { VaultError(error) }
}

/// One row that is not what the rest of the vault says it is.
package struct Damage: Error, Equatable, Sendable {
  /// What is wrong with a row.
  package enum Problem: Equatable, Sendable {
    /// The row should be there.
    case missing
    /// The row should not be there.
    case additional
    /// The row's hash is not the one that is signed: altered, or an older one put back.
    case hash
    /// The row does not open: altered, or sealed for another place.
    case seal
    /// The row opens, and is not what the format says.
    case format(FormatProblem)
    /// A signature does not verify, or its signer was not entitled.
    case signature
    /// A number or count differs from what the rest says.
    case number
    /// The roster that the last link names is not the roster's end.
    case rosterEnd
    /// A key differs from its commitment or from its public half.
    case key
  }

  /// The namespace's name, as docs/FORMAT.md section 4 lists them.
  package let namespace: String
  package let key: [UInt8]
  package let problem: Problem
}

extension VaultError {
  /// The damage that this error is, if it is one; a roster that must not be followed is.
  package var damage: Damage? {
    switch self {
    case .damaged(let damage): damage
    case .roster(.signature), .roster(.signer):
      Damage(namespace: Namespace.roster.name, key: [], problem: .signature)
    case .roster(.cost):
      Damage(namespace: Namespace.roster.name, key: [], problem: .format(.badValue))
    case .roster(.format(let problem)):
      Damage(namespace: Namespace.roster.name, key: [], problem: .format(problem))
    case .roster(.missing):
      Damage(namespace: Namespace.roster.name, key: [], problem: .missing)
    case .roster(.row): Damage(namespace: Namespace.member.name, key: [], problem: .hash)
    case .roster: Damage(namespace: Namespace.roster.name, key: [], problem: .number)
    default: nil
    }
  }

  static func damage(_ namespace: Namespace, _ key: [UInt8], _ problem: Damage.Problem) -> Self {
    .damaged(Damage(namespace: namespace.name, key: key, problem: problem))
  }
}
