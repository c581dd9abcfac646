/// The rows of anonymous clients for an import into HMIS.
package struct PreparedTables: Sendable {
  /// Client.csv, Enrollment.csv, and Exit.csv if somebody has left.
  package let tables: [PreparedTable]
  /// How many clients stand under their organization's name, as HMIS has given no UID yet.
  package let waiting: Int

  /// The columns of races of both years.
  static let races = [
    "AmIndAKNative", "Asian", "BlackAfAmerican", "HispanicLatinao", "HispanicLatinaeo",
    "MidEastNAfrican", "NativeHIPacific", "White",
  ]
  /// The columns of genders, of FY2024.
  static let genders = [
    "Woman", "Man", "NonBinary", "CulturallySpecific", "Transgender", "Questioning",
    "DifferentIdentity",
  ]

  /// Writes the rows. The keys that join them are drawn by lot, and say nothing of anybody.
  ///
  /// - Throws: `PreparationError` with `heads` or `twice`.
  package init(
    _ clients: [PreparedClient], _ terms: PreparedClient.Terms,
    using generator: inout some RandomNumberGenerator
  ) throws(PreparationError) {
    try Self.checkOnce(clients)
    let relations = try Self.relations(clients)
    var households: [Int: String] = [:]
    let run = Self.key(&generator)
    var rows: [PreparedRows] = []
    for (client, relation) in zip(clients, relations) {
      let alone = Self.key(&generator)
      let household = client.household.map { households[$0, default: alone] } ?? alone
      if let number = client.household { households[number] = household }
      let keys = PreparedRows.Keys(
        person: Self.key(&generator), enrollment: Self.key(&generator),
        exit: Self.key(&generator), household: household, run: run)
      rows.append(PreparedRows(client, relation, terms, keys))
    }
    let exits = rows.compactMap(\.exit)
    tables =
      [
        PreparedTable("Client.csv", terms.standard, rows.map(\.client)),
        PreparedTable("Enrollment.csv", terms.standard, rows.map(\.enrollment)),
      ] + (exits.isEmpty ? [] : [PreparedTable("Exit.csv", terms.standard, exits)])
    waiting = terms.profile.firstName == .uid ? clients.count { $0.uid == nil } : 0
  }

  /// 32 hexadecimal digits. Source: HUD HMIS CSV, keys of up to 32 characters.
  private static func key(_ generator: inout some RandomNumberGenerator) -> String {
    let halves = (0..<2).map { _ in String(generator.next() as UInt64, radix: 16, uppercase: true) }
    return halves.map { String(repeating: "0", count: 16 - $0.count) + $0 }.joined()
  }

  private static func checkOnce(_ clients: [PreparedClient]) throws(PreparationError) {
    var known: Set<UniqueIdentifier> = []
    for (number, client) in clients.enumerated() {
      if let uid = client.uid, !known.insert(uid).inserted {
        throw PreparationError("uid", .twice, client: number)
      }
    }
  }

  /// The relationship of each client to the head of the household; whoever is alone is the head.
  private static func relations(
    _ clients: [PreparedClient]
  ) throws(PreparationError) -> [String] {
    let sizes = Dictionary(grouping: clients.compactMap(\.household)) { $0 }.mapValues(\.count)
    var heads: [Int: Int] = [:]
    var relations: [String] = []
    for (number, client) in clients.enumerated() {
      let said = client.answer("RelationshipToHoH", in: "enrollment.csv")?.text
      let size = client.household.flatMap { sizes[$0] } ?? 1
      guard let relation = said ?? (size == 1 ? "1" : nil) else {
        throw PreparationError("relationshipToHoH", .missingBeside("household"), client: number)
      }
      if relation == "1", let household = client.household { heads[household, default: 0] += 1 }
      guard client.household != nil || relation == "1" else {
        throw PreparationError("relationshipToHoH", .missingHousehold, client: number)
      }
      relations.append(relation)
    }
    for (number, client) in clients.enumerated() {
      if let household = client.household, heads[household, default: 0] != 1 {
        throw PreparationError("household", .heads, client: number)
      }
    }
    return relations
  }
}
