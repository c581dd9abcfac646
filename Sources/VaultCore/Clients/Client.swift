import HMIS

/// Where a client's record stands in its life; docs/FORMAT.md section 10.
package enum ClientStatus: UInt8, CaseIterable, Sendable {
  /// Registered before HMIS gave a UID.
  case pending = 1
  case active = 2
  /// Consented, and now recorded in HMIS under their name.
  case identified = 3
  case retired = 4
  /// Found to be the same person as another record, reversibly.
  case merged = 5
  case destroyed = 6
}

/// Why somebody is recorded without their name.
package enum AnonymityReason: UInt8, CaseIterable, Sendable {
  case safety = 1
  case declinedRelease = 2
  case other = 3

  /// The word in JSON and CSV.
  package var text: String {
    switch self {
    case .safety: "safety"
    case .declinedRelease: "declined-release"
    case .other: "other"
    }
  }
}

/// When something was done, and by whom.
package struct Stamp: Equatable, Sendable {
  /// Seconds since 1970, UTC.
  package let time: UInt64
  package let by: MemberID
}

/// Another name by which somebody is or was known.
package struct Alias: Equatable, Sendable {
  package enum Kind: UInt8, Sendable {
    case alias = 1
    case former = 2
  }

  package var kind: Kind
  package var text: String
}

/// Who a client is, as far as a person types it.
package struct ClientDetails: Equatable, Sendable {
  package var given: String?
  package var middle: String?
  package var surname: String?
  package var suffix: String?
  package var preferred: String?
  package var aliases: [Alias] = []
  package var birthDate: ClientDate?
  /// Nine digits, or the last four.
  package var ssn: String?
  package var phones: [String] = []
  package var address: String?
  package var note: String?
  package var reason: AnonymityReason?
  package var firstServed: ClientDate?
  package var household: String?

  package init() {}

  /// Whether there is anything to call somebody by: a name part or an alias.
  package var hasName: Bool {
    given != nil || middle != nil || surname != nil || preferred != nil || !aliases.isEmpty
  }

  /// The name as a list shows it.
  package var displayName: String {
    let parts = [given, middle, surname, suffix].compactMap { $0 }
    if !parts.isEmpty { return parts.joined(separator: " ") }
    return preferred ?? aliases.first?.text ?? ""
  }
}

/// An identifier that HMIS gave, and for how long it stood for the client.
package struct HMISIdentifier: Equatable, Sendable {
  /// Why the identifier came.
  package enum Cause: UInt8, CaseIterable, Sendable {
    case assigned = 1
    case corrected = 2
    case linked = 3
    case split = 4
  }

  /// A UID in ASCII capitals; a PersonalID as it was typed.
  package let text: String
  /// Seconds since 1970, UTC.
  package let from: UInt64
  /// Seconds since 1970, UTC; nil while it stands.
  package var to: UInt64?
  package let cause: Cause

  package init(text: String, from: UInt64, to: UInt64?, cause: Cause) {
    self.text = text
    self.from = from
    self.to = to
    self.cause = cause
  }
}

/// A signed release of information for one program.
package struct Release: Equatable, Sendable {
  package let program: String
  package let signed: ClientDate
  package let expires: ClientDate?
  package let revoked: ClientDate?
}

/// One client: the whole record that the vault keeps; docs/FORMAT.md section 11.
package struct Client: Equatable, Sendable {
  package let id: ClientID
  package internal(set) var status: ClientStatus
  package let created: Stamp
  package internal(set) var changed: Stamp
  package internal(set) var details: ClientDetails
  /// Oldest first; at most one stands.
  package internal(set) var uids: [HMISIdentifier] = []
  /// HMIS PersonalIDs, which are not the UID; oldest first.
  package internal(set) var personalIDs: [HMISIdentifier] = []
  package internal(set) var releases: [Release] = []
  package internal(set) var merged: Merge?
  /// When somebody said that the record is in use, in seconds since 1970, UTC.
  package internal(set) var touched: UInt64?
  package internal(set) var hold: Hold?
  /// When and by whom the identity was destroyed; nil while it is there.
  package internal(set) var destroyedBy: Stamp?

  /// Into whom a record was merged, and what it was before.
  package struct Merge: Equatable, Sendable {
    package let into: ClientID
    package let statusBefore: ClientStatus
    /// Seconds since 1970, UTC.
    package let time: UInt64

    package init(into: ClientID, statusBefore: ClientStatus, time: UInt64) {
      self.into = into
      self.statusBefore = statusBefore
      self.time = time
    }
  }

  /// A legal hold, which stops destruction.
  package struct Hold: Equatable, Sendable {
    /// Seconds since 1970, UTC.
    package let since: UInt64
    package let by: MemberID
    package let reason: String
  }

  /// The UID that stands in HMIS now.
  package var uid: HMISIdentifier? { uids.last { $0.to == nil } }

  /// The PersonalID that stands in HMIS now.
  package var personalID: HMISIdentifier? { personalIDs.last { $0.to == nil } }
}

extension Client {
  /// Gives the client a UID, ending the one before.
  mutating func assign(
    _ uid: UniqueIdentifier, cause: HMISIdentifier.Cause, at time: UInt64, by member: MemberID
  ) {
    end(&uids, at: time)
    uids.append(HMISIdentifier(text: uid.description, from: time, to: nil, cause: cause))
    if status == .pending { status = .active }
    changed = Stamp(time: time, by: member)
  }

  /// Gives the client a PersonalID, ending the one before; nil only ends it.
  mutating func setPersonalID(_ text: String?, at time: UInt64) {
    guard text != personalID?.text else { return }
    end(&personalIDs, at: time)
    guard let text else { return }
    personalIDs.append(HMISIdentifier(text: text, from: time, to: nil, cause: .assigned))
  }

  private func end(_ identifiers: inout [HMISIdentifier], at time: UInt64) {
    for index in identifiers.indices where identifiers[index].to == nil {
      identifiers[index].to = time
    }
  }
}
