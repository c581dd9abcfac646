/// One entry of the log as its readers see it: never an identity.
package struct AuditEntry: Sendable {
  package let number: UInt64
  /// Seconds since 1970, UTC.
  package let time: UInt64
  /// Who did it.
  package let member: MemberID
  package let action: Action
  /// A code of the policy's list; empty for none.
  package let reason: String
  /// Whom it showed or changed.
  package let clients: [ClientID]
  /// Members whom it concerned.
  package let concerned: [Concerned]
  /// What of a client was changed.
  package let fields: [ClientField]
  /// The number of the roster version under which it was done.
  let version: UInt64

  /// A member whom an entry concerns.
  package struct Concerned: Equatable, Sendable {
    package let member: MemberID
    /// The role they were given; nil where none was.
    package let role: Role?
  }

  /// - Parameters:
  ///   - link: A link that was checked.
  ///   - content: What it records.
  init(_ link: Link, _ content: LogContent) {
    number = link.number
    time = link.time
    member = link.actor
    version = link.rosterNumber
    action = content.action
    reason = content.reason
    clients = content.clients
    concerned = Self.concerned(content)
    fields = content.action == .edit ? content.detail.compactMap(ClientField.init(recordTag:)) : []
  }

  /// The detail of what is done to members: their ids, and behind each the role where it changes.
  private static func concerned(_ content: LogContent) -> [Concerned] {
    let size: Int
    switch content.action {
    case .invite, .join, .passphrase, .remove, .reset, .withdraw, .recoveryUse, .settle,
      .restore:
      size = MemberID.byteCount
    case .role: size = MemberID.byteCount + 1
    case .initialise, .add, .assign, .edit, .import, .find, .show, .pending, .similar, .policy,
      .rotate, .vacuum, .recoveryRenew, .audit, .backup, .drill, .hold, .destroy, .export, .due:
      return []
    }
    return stride(from: 0, to: content.detail.count - size + 1, by: size).map { start in
      let id = content.detail[start..<(start + MemberID.byteCount)]
      return Concerned(
        member: MemberID(number: id.reduce(0) { $0 << 8 | UInt64($1) }),
        role: size > MemberID.byteCount
          ? Role(rawValue: content.detail[start + MemberID.byteCount]) : nil)
    }
  }
}

extension ClientField {
  /// The field that a record keeps under a tag; docs/FORMAT.md section 11.
  init?(recordTag tag: UInt8) {
    switch tag {
    case 5: self = .given
    case 6: self = .middle
    case 7: self = .surname
    case 8: self = .suffix
    case 9: self = .preferred
    case 10: self = .aliases
    case 11: self = .birthDate
    case 12: self = .ssn
    case 13: self = .phones
    case 14: self = .address
    case 15: self = .note
    case 16: self = .reason
    case 17: self = .firstServed
    case 18: self = .household
    case 20: self = .personalID
    default: return nil
    }
  }
}
