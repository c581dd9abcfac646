/// What comparing a log with a checkpoint came to.
package enum CheckpointVerdict: Equatable, Sendable {
  /// The log contains its link.
  case contained
  /// Its link is before the first that is kept, and its list of members is in the chain.
  case notKept
  /// It is of another vault.
  case otherVault
  /// Nobody who was a member then has signed it as it stands.
  case unsigned
  /// Its list of members is not in the chain: this vault is a branch, or older.
  case otherMembers
  /// The log ends before its link.
  case cut(last: UInt64)
  /// Another link stands in the place of its own.
  case otherLink
}

/// A checkpoint beside the log that is being walked.
struct CheckpointComparison {
  private let checkpoint: Checkpoint
  private var isMet = false

  init(_ checkpoint: Checkpoint) {
    self.checkpoint = checkpoint
  }

  /// Compares a link of the log.
  mutating func meet(_ checked: CheckedLink) {
    guard checked.link.number == checkpoint.number else { return }
    isMet =
      checked.hash == checkpoint.hash && checked.link.rosterNumber == checkpoint.rosterNumber
  }

  /// Judges, after the walk.
  ///
  /// - Parameters:
  ///   - roster: The members' chain.
  ///   - words: The vault's words.
  ///   - kept: The numbers of the links that were walked over.
  /// - Returns: The verdict.
  func verdict(
    in roster: VerifiedRoster, words: [String], keeping kept: ClosedRange<UInt64>
  ) -> CheckpointVerdict {
    guard checkpoint.vault == roster.vault, checkpoint.words == words else { return .otherVault }
    guard roster.contains(number: checkpoint.rosterNumber, hash: checkpoint.rosterHash),
      let version = roster.version(checkpoint.rosterNumber)
    else { return .otherMembers }
    guard let signer = version.member(checkpoint.signer), signer.kind == .person,
      let keys = signer.keys, checkpoint.isSigned(with: keys.signing)
    else { return .unsigned }
    if checkpoint.number < kept.lowerBound { return .notKept }
    if checkpoint.number > kept.upperBound { return .cut(last: kept.upperBound) }
    return isMet ? .contained : .otherLink
  }
}
