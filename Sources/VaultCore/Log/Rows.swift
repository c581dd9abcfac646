import VaultCrypto
import VaultStore

/// A transaction's rows, read as damage where they are not what they must be.
struct Rows {
  let reading: any StoreReading

  /// The row that must be there.
  ///
  /// - Throws: `.damaged` (`missing`), `.store`.
  func row(_ namespace: Namespace, _ key: [UInt8]) throws(VaultError) -> SealedBytes {
    guard let value = try optional(namespace, key) else {
      throw .damage(namespace, key, .missing)
    }
    return value
  }

  /// The row that may be there.
  ///
  /// - Throws: `.store`.
  func optional(_ namespace: Namespace, _ key: [UInt8]) throws(VaultError) -> SealedBytes? {
    do { return try reading.get(namespace, key) } catch { throw .store(error) }
  }

  /// The row with the highest key.
  ///
  /// - Throws: `.store`.
  func last(_ namespace: Namespace) throws(VaultError) -> (key: [UInt8], value: SealedBytes)? {
    do { return try reading.last(namespace) } catch { throw .store(error) }
  }

  /// The whole roster, verified from version 1.
  ///
  /// - Throws: `.roster`, `.store`.
  func roster() throws(VaultError) -> VerifiedRoster {
    var roster: VerifiedRoster?
    try scan(.roster) { (key, value) throws(VaultError) in
      let signed = SignedBytes(untrusted: value.bytes)
      do throws(RosterProblem) {
        if roster == nil {
          roster = try VerifiedRoster(beginning: key, signed)
        } else {
          try roster?.append(key, signed)
        }
      } catch {
        throw .roster(error)
      }
      return .next
    }
    guard let roster else { throw .roster(.missing) }
    return roster
  }

  /// A roster that was verified before, with the versions that came since.
  ///
  /// - Throws: `.damaged` (`hash`) if its end is not in the chain any more; `.roster`, `.store`.
  func roster(after known: VerifiedRoster) throws(VaultError) -> VerifiedRoster {
    var roster = known
    var isKnownEnd = true
    let start = known.end.number.key
    try scan(.roster, from: start) { (key, value) throws(VaultError) in
      guard !isKnownEnd else {
        guard key == start, value.bytes == known.signedEnd.signed.bytes else {
          throw .damage(.roster, start, .hash)
        }
        isKnownEnd = false
        return .next
      }
      do throws(RosterProblem) {
        try roster.append(key, SignedBytes(untrusted: value.bytes))
      } catch {
        throw .roster(error)
      }
      return .next
    }
    guard !isKnownEnd else { throw .damage(.roster, start, .missing) }
    return roster
  }

  /// A member's row, which must be the one that a roster version names.
  ///
  /// - Throws: `.damaged` (`missing`, `hash`), `.roster` (`row`, `format`), `.store`.
  func memberRow(
    of member: RosterMember, in version: RosterVersion
  ) throws(VaultError) -> MemberRow {
    let stored = try row(.member, member.id.bytes)
    guard MemberRow.hash(stored, in: version.vault) == member.rowHash else {
      throw .damage(.member, member.id.bytes, .hash)
    }
    do {
      let row = try MemberRow(untrusted: stored)
      try row.check(against: member, in: version)
      return row
    } catch {
      throw .roster(error)
    }
  }

  /// How many rows a namespace has.
  ///
  /// - Throws: `.store`.
  func count(_ namespace: Namespace) throws(VaultError) -> Int {
    do { return try reading.count(namespace) } catch { throw .store(error) }
  }

  /// Every row of a namespace, in the order of keys.
  ///
  /// - Throws: what `body` throws, `.store`.
  func scan(
    _ namespace: Namespace, from key: [UInt8]? = nil,
    _ body: ([UInt8], SealedBytes) throws(VaultError) -> ScanStep
  ) throws(VaultError) {
    try reading.scan(namespace, from: key, body)
  }

  /// Every key of a namespace, in their order, without a value.
  ///
  /// - Throws: what `body` throws, `.store`.
  func keys(
    _ namespace: Namespace, _ body: ([UInt8]) throws(VaultError) -> ScanStep
  ) throws(VaultError) {
    try reading.keys(namespace, from: nil, body)
  }

  /// Opens a sealed row and reads its plaintext; every failure names the row.
  ///
  /// - Throws: `.damaged` (`seal`, `format`).
  func open<Use: SealingUse, Value>(
    _ value: SealedBytes, of namespace: Namespace, key: [UInt8], at place: Place,
    under sealing: borrowing SymmetricKey<Use>,
    _ read: (RawSpan) throws(FormatProblem) -> Value
  ) throws(VaultError) -> Value {
    try Self.open(value, of: namespace, key: key, at: place, under: sealing, read)
  }

  /// Opens what a sealed row holds; needs no store, so that any core may do it.
  ///
  /// - Throws: `.damaged` (`seal`, `format`).
  static func open<Use: SealingUse, Value>(
    _ value: SealedBytes, of namespace: Namespace, key: [UInt8], at place: Place,
    under sealing: borrowing SymmetricKey<Use>,
    _ read: (RawSpan) throws(FormatProblem) -> Value
  ) throws(VaultError) -> Value {
    let opened: WipedBytes
    do { opened = try sealing.open(value, place: place) } catch {
      throw .damage(namespace, key, .seal)
    }
    do { return try opened.withBytes(read) } catch {
      throw .damage(namespace, key, .format(error))
    }
  }
}
