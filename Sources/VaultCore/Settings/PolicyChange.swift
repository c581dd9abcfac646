package import HMIS

/// One setting of the policy, to be changed by a supervisor.
package enum PolicyChange: Equatable, Sendable {
  /// The agency's name, 1 to 50 characters without those that HMIS refuses.
  case organization(String)
  /// 1 to 32 codes of 1 to 32 lower-case letters, digits, hyphens.
  case reasons([String])
  case reasonDemanded(Bool)
  /// 1 to 240.
  case idleMinutes(Int)
  /// 1 to 99.
  case retentionYears(Int)
  case uidPattern(UIDPattern)
  case ssnKeeping(Policy.SSNKeeping)
  case exporters(Policy.Exporters)

  /// Why a setting cannot be taken.
  package enum Problem: Error, Equatable, Sendable {
    case organization(Founding.OrganizationProblem)
    /// Fewer than 1 or more than 32, one twice, or one that is no code.
    case reasons
    case outOfRange(ClosedRange<Int>)
  }

  /// The policy with this change.
  ///
  /// - Throws: `Problem`.
  func applied(to policy: Policy) throws(Problem) -> Policy {
    var policy = policy
    switch self {
    case .organization(let name):
      do { policy.organization = try Founding.checked(name) } catch { throw .organization(error) }
    case .reasons(let codes):
      guard Policy.areReasons(codes) else { throw .reasons }
      policy.reasons = codes
    case .reasonDemanded(let demanded): policy.reasonDemanded = demanded
    case .idleMinutes(let minutes):
      policy.idleMinutes = UInt16(try Self.checked(minutes, in: Policy.idleRange))
    case .retentionYears(let years):
      policy.retentionYears = UInt8(try Self.checked(years, in: Policy.retentionRange))
    case .uidPattern(let pattern): policy.uidPattern = pattern
    case .ssnKeeping(let keeping): policy.ssnKeeping = keeping
    case .exporters(let exporters): policy.exporters = exporters
    }
    return policy
  }

  private static func checked(
    _ number: Int, in range: ClosedRange<Int>
  ) throws(Problem) -> Int {
    guard range.contains(number) else { throw .outOfRange(range) }
    return number
  }
}

extension Session {
  /// Sets one part of the policy, which the next version of the roster names.
  ///
  /// - Returns: The policy as it is now.
  /// - Throws: `.notPermitted`, `.policy`, `.reasonDemanded`, `.unknownReason`, `.damaged`,
  ///   `.file`.
  package func setPolicy(
    _ setting: PolicyChange, _ order: MemberOrder
  ) throws(VaultError) -> Policy {
    try change { (change) throws(VaultError) in
      let reason = try change.permit(order)
      let policy: Policy
      do throws(PolicyChange.Problem) { policy = try setting.applied(to: change.policy) } catch {
        throw .policy(error)
      }
      let keys = change.standing.epochKeys
      var draft = RosterDraft(after: change.standing.roster, signedBy: self.memberID)
      draft.setPolicy(
        hash: try change.store(policy, sealedWith: keys.house.sealing, epoch: keys.epoch))
      try change.adopt(draft)
      try change.append(LogContent(.policy, reason: reason), at: order.now)
      return policy
    }
  }
}
