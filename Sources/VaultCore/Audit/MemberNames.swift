import VaultStore

/// The names of all present and former members, by their ids.
package struct MemberNames: Sendable {
  private let names: [MemberID: MemberName]

  /// Opens every name; who is there without one, or whose row is damaged, goes by their id.
  ///
  /// - Throws: `.store`.
  init(in rows: Rows, for standing: Standing) throws(VaultError) {
    var names: [MemberID: MemberName] = [:]
    let version = standing.roster.end
    for member in version.members {
      do throws(VaultError) {
        let row = try rows.memberRow(of: member, in: version)
        names[member.id] = try MemberOpening(row: row, member: member, version: version)
          .name(with: standing.epochKeys)
      } catch .damaged {
        // The check of the whole vault names the row; the log is to be read all the same.
      } catch .roster {
        // Likewise.
      }
    }
    self.names = names
  }

  /// How somebody is shown: by name, or else by the digits of the id.
  package func name(of member: MemberID) -> String { names[member]?.text ?? member.text }

  /// Everybody who has, or had, that name.
  func members(named name: MemberName) -> Set<MemberID> {
    Set(names.filter { $0.value == name }.keys)
  }
}

extension MemberID {
  /// The id in 16 hexadecimal digits.
  package var text: String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
