extension Session {
  /// Whether a legal hold begins or ends.
  package enum Holding: UInt8, Sendable {
    case off = 0
    case on = 1
  }

  /// Puts a client under a legal hold, which stops destruction, or ends it.
  ///
  /// The date from which retention counts stays as it is: a hold is no use of the record.
  ///
  /// - Parameters:
  ///   - holding: What it is to be; where it is so already, nothing changes, and that is recorded.
  ///   - reference: The client.
  ///   - order: Why and when.
  /// - Returns: The client, and whether the hold was that way already.
  /// - Throws: `.notPermitted`, `.wrongStatus` for who was destroyed, `.noSuchClient`,
  ///   `.ambiguousID`, `.reasonDemanded`, `.unknownReason`, `.damaged`, `.file`.
  package func hold(
    _ holding: Holding, _ reference: ClientReference, _ order: MemberOrder
  ) throws(VaultError) -> (client: Client, wasSo: Bool) {
    try change { (change) throws(VaultError) in
      let reason = try change.permit(order)
      let located = try change.directory().find(reference)
      var client = try change.record(of: located.entry)
      guard client.status != .destroyed else { throw .wrongStatus(.destroyed) }
      let wasSo = (client.hold != nil) == (holding == .on)
      if !wasSo {
        client.hold =
          switch holding {
          case .on: Client.Hold(since: order.now, by: self.memberID, reason: reason.code)
          case .off: nil
          }
        try change.replace(located.entry, inBlock: located.block, by: client)
      }
      try change.append(
        LogContent(.hold, reason: reason, clients: [client.id], detail: [holding.rawValue]),
        at: order.now)
      return (client, wasSo)
    }
  }
}
