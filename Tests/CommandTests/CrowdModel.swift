/// What a vault must hold while several programs change it, as far as their answers tell.
///
/// A change is begun before its program starts, and settled once it has answered; in between a
/// reader may see it or not. Nobody but who registered a client changes it.
actor CrowdModel {
  /// A client, and what their note was one after the other.
  struct Client {
    let surname: String
    var notes: [String]
    /// The last of the notes that is known to be stored.
    var settled = 0
  }

  private(set) var clients: [String: Client] = [:]
  /// UIDs that somebody is registering, or has tried to.
  private var tries: [String: Int] = [:]
  /// What was not as it must be.
  private(set) var differences: [String] = []
  private(set) var commands = 0
  private(set) var waitedInVain = 0
  private var exchanges = 0

  func differs(_ what: String) { differences.append(what) }

  func count(_ outcome: VaultProcess.Outcome) {
    commands += 1
    if outcome.status == 4 { waitedInVain += 1 }
  }

  // MARK: Registering

  /// Whether the UID stands already: then it must be refused.
  func beginRegistering(_ uid: String) -> Bool {
    tries[uid, default: 0] += 1
    return clients[uid] != nil
  }

  func registered(_ uid: String, _ surname: String, note: String) {
    if clients[uid] != nil { differs("\(uid) was given twice") }
    clients[uid] = Client(surname: surname, notes: [note])
  }

  /// A refusal is right if somebody else had the UID, or was about to.
  func refused(_ uid: String) {
    if clients[uid] == nil, tries[uid, default: 0] < 2 {
      differs("\(uid) was refused to its first")
    }
  }

  // MARK: Changing

  func beginNote(_ uid: String, _ note: String) { clients[uid]?.notes.append(note) }

  func settleNote(_ uid: String) {
    guard let client = clients[uid] else { return }
    clients[uid]?.settled = client.notes.count - 1
  }

  /// The change was not made.
  func withdrawNote(_ uid: String) { _ = clients[uid]?.notes.popLast() }

  // MARK: Reading

  /// Which notes a reader who begins now may see at the earliest.
  func earliest(_ uid: String) -> Int { clients[uid]?.settled ?? 0 }

  func saw(_ note: String?, _ surname: String?, of uid: String, notBefore earliest: Int) {
    guard let client = clients[uid] else { return differs("\(uid) is nobody's") }
    if surname != client.surname { differs("\(uid) is somebody else") }
    if !client.notes.dropFirst(earliest).contains(where: { $0 == note }) {
      differs("\(uid) has an older note, or another")
    }
  }

  func anyClient(_ random: UInt64) -> (uid: String, client: Client)? {
    let uids = clients.keys.sorted()
    guard !uids.isEmpty else { return nil }
    let uid = uids[Int(random % UInt64(uids.count))]
    return clients[uid].map { (uid, $0) }
  }

  // MARK: Keys

  /// Key sets count up by one with each exchange, whoever else is at work.
  func exchanged(to epoch: Int) {
    exchanges += 1
    if epoch < exchanges + 1 { differs("key set \(epoch) after \(exchanges) exchanges") }
  }
}
