package import HMIS

/// How a command names one client: by UID, or by the beginning of an id.
package enum ClientReference: Sendable {
  case uid(UniqueIdentifier)
  case id(ClientIDPrefix)
}

/// A client found in the directory, and where.
struct LocatedEntry: Sendable {
  let entry: DirectoryEntry
  let block: Int
}

extension Directory {
  /// Finds the one client that a reference names.
  ///
  /// A present UID counts before an earlier one of somebody else.
  ///
  /// - Throws: `.noSuchClient`, `.ambiguousID`; `.damaged`, `.file`.
  func find(_ reference: ClientReference) throws(VaultError) -> LocatedEntry {
    let found = try locate(reference)
    switch reference {
    case .id:
      guard found.count <= 1 else { throw .ambiguousID(found.count) }
      guard let first = found.first else { throw .noSuchClient }
      return first
    case .uid(let uid):
      let present = found.first {
        $0.entry.hasPresentUID && $0.entry.uids.first == uid.bytes
      }
      guard let best = present ?? found.first else { throw .noSuchClient }
      return best
    }
  }

  /// Every client whom a reference could name.
  ///
  /// - Throws: `.damaged`, `.file`.
  func locate(_ reference: ClientReference) throws(VaultError) -> [LocatedEntry] {
    let wanted =
      switch reference {
      case .uid(let uid): uid.bytes
      case .id: [UInt8]()
      }
    let perBlock = try concurrently { (number, block) throws(FormatProblem) in
      var found: [LocatedEntry] = []
      if case .uid = reference, !block.contains(wanted) { return found }
      try block.forEachEntry { (bytes, view) throws(FormatProblem) in
        let matches =
          switch reference {
          case .uid: view.hasUID(wanted, in: bytes)
          case .id(let prefix): prefix.matches(view.idNumber(in: bytes))
          }
        guard matches else { return }
        var offset = view.range.lowerBound - 2
        found.append(
          LocatedEntry(entry: try DirectoryEntry(from: bytes, at: &offset), block: number))
      }
      return found
    }
    return perBlock.flatMap { $0 }
  }
}

extension EntryView {
  /// Whether the client has, or once had, that UID (ASCII capitals).
  func hasUID(_ uid: [UInt8], in bytes: RawSpan) -> Bool {
    var found = false
    forEachUID(in: bytes) { range in
      guard range.count == uid.count else { return }
      var same = true
      for (index, byte) in uid.enumerated() where bytes.byte(range.lowerBound + index) != byte {
        same = false
      }
      if same { found = true }
    }
    return found
  }
}
