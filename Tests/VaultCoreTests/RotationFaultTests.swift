import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// A disk that fills up in the midst of a rotation.
struct RotationFaultTests {
  // Cut off at any row, the old key set is whole, and everybody is still let in.
  @Test func `a rotation that is cut off at any write leaves the epoch before whole`() throws {
    let house = try House()
    let ana = try house.session(House.supervisor)
    let ben = try house.session(House.caseworker)
    var writes = 0
    while true {
      let rows = house.store.rows
      house.store.room = writes
      do {
        _ = try ana.rotate(House.order) { _, _ in }
        break
      } catch {
        #expect(error == .store(.full))
      }
      #expect(house.store.rows == rows)
      house.store.room = nil
      #expect(try ana.damage().isEmpty)
      #expect(try ben.findAll().hits.count == 3)
      #expect(ben.standing.epochKeys.epoch == 2)
      writes += 1
    }
    // Roster, five members, policy, directory, head, three clients, diary and the log's link.
    #expect(writes > 10)
    house.store.room = nil
    #expect(try ben.findAll().hits.count == 3)
    #expect(ben.standing.epochKeys.epoch == 3)
  }
}
