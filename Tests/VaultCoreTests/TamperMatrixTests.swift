import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Every row of every namespace, tampered with in every way: the first command that depends on it
/// refuses with an error of exit 6 or 7, shows nothing and changes nothing, and `verify` finds it.
@Suite struct TamperMatrixTests {
  private let matrix: TamperMatrix
  private let house: House
  /// A supervisor's and an auditor's running programs, which climb the tree anew for each command.
  private let ana: Session
  private let cleo: Session

  init() throws {
    matrix = try TamperMatrix.shared.get()
    house = House(matrix.sound)
    ana = try house.session(House.supervisor)
    cleo = try house.session(House.auditor)
  }

  @Test func `the vault is sound, with several members, key sets, backups and fifteen clients`()
    throws
  {
    #expect(try ana.damage().isEmpty)
    #expect(matrix.caseload.count == 15)
    #expect(matrix.places(.client).count == 15)
    #expect(ana.roster.end.epoch == 3)
    #expect(matrix.places(.member).count == 5, "four people and the recovery key")
    #expect(try cleo.verifyLog().isSound)
    let backups = try ana.look { (_, tree) throws(VaultError) in tree.diary.backups }
    #expect(backups.count == 2)
  }

  @Test(arguments: Namespace.allCases)
  func `whatever is done to a row is refused by who needs it, and found`(namespace: Namespace)
    throws
  {
    var tried: [Tampering: Int] = [:]
    try matrix.forEachAttack(on: namespace) { attack in
      tried[attack.kind, default: 0] += 1
      expectRefused(attack)
    }
    let rows = matrix.places(namespace).count
    #expect(rows > 0)
    for kind in Tampering.allCases {
      let possible = Self.isPossible(kind, in: namespace)
      #expect((tried[kind, default: 0] > 0) == possible, "\(kind) in \(namespace)")
    }
    #expect(tried[.flipped, default: 0] >= 3 * rows)
    #expect(tried[.dropped] == rows)
    #expect(tried[.duplicated] == 2 * rows)
  }

  /// Versions of the roster and links of the log never change, and of some rows there is one only.
  private static func isPossible(_ kind: Tampering, in namespace: Namespace) -> Bool {
    switch (kind, namespace) {
    case (.older, .roster), (.older, .log): false
    case (.swapped, .tip), (.swapped, .head), (.swapped, .directory): false
    default: true
    }
  }

  private func expectRefused(_ attack: TamperMatrix.Attack) {
    house.store.rows = attack.rows
    let byte = attack.position.map { ", byte \($0)" } ?? ""
    let what: Comment = "\(attack.kind): \(attack.place.namespace) \(attack.place.key)\(byte)"
    for reader in attack.readers {
      #expect(isRefused(reader), "\(reader), \(what)")
      // A record that is damaged costs only itself: a search shows the others, and records that.
      #expect(
        house.store.rows == attack.rows || reader.isSearch && attack.place.namespace == .client,
        "\(reader) records and changes nothing, \(what)")
      house.store.rows = attack.rows
    }
    #expect(isFound(attack.place.namespace), "verify, \(what)")
    #expect(house.store.rows == attack.rows, "verify changes nothing, \(what)")
  }

  /// Whether a command throws what ends with exit 6 or 7. What it throws, it does not return: no
  /// identity is shown. A look into the log may show what is sound of it, which names nobody.
  private func isRefused(_ reader: TamperReader) -> Bool {
    do {
      switch reader {
      case .start: _ = try house.session(House.supervisor).findAll()
      case .find: _ = try ana.findAll()
      case .show(let client):
        guard let prefix = ClientIDPrefix(client.text) else { return false }
        _ = try ana.show(.id(prefix), reason: nil, now: House.now)
      case .add:
        _ = try ana.add(
          try SampleVault.input("Nobody", "Else", uid: nil), duplicates: .allowSimilar, reason: nil,
          now: House.now)
      case .auditShow:
        return try cleo.audit(
          AuditFilter(), AuditOrder(uids: .idsAlone, reason: nil, now: House.now)
        )
        .damage != nil
      case .auditVerify: return try !cleo.verifyLog().isSound
      }
      return false
    } catch {
      return Self.isTampering(error)
    }
  }

  private func isFound(_ namespace: Namespace) -> Bool {
    do {
      return try ana.damage().contains { $0.namespace == namespace.name }
    } catch {
      return Self.isTampering(error)
    }
  }

  private static func isTampering(_ error: any Error) -> Bool {
    switch error {
    case VaultError.damaged, VaultError.freshness: true
    case VaultError.roster(let problem): VaultError.roster(problem).damage != nil
    default: false
    }
  }
}

extension TamperReader {
  /// Whether it asks for everybody at once.
  fileprivate var isSearch: Bool {
    switch self {
    case .start, .find: true
    case .show, .add, .auditShow, .auditVerify: false
    }
  }
}
