import Testing

@testable import HMIS

/// What is planted in a clean export is found, and nothing else.
@Suite struct PlantTests {
  @Test(arguments: Plant.all)
  func `what is planted is found, and nothing else`(plant: Plant) throws {
    for year in plant.years {
      var export = SampleExport(year)
      export.set(plant.table, client: 8, plant.values)
      let expected = plant.expected.map { word in
        let parts = word.split(separator: " ")
        return "\(parts[0]) \(plant.table) 9 \(parts[1]) C8"
      }
      #expect(try export.found().sorted() == expected.sorted(), "\(year)")
    }
  }

  @Test(arguments: StandardYear.allCases)
  func `many breaches at once are all found`(year: StandardYear) throws {
    var export = SampleExport(year, clients: 10_000, step: 20)
    var expected: [String] = []
    for (index, plant) in Plant.all.enumerated() where plant.years.contains(year) {
      // Each in a record of its own, without a household.
      let client = 40 + index * 20
      export.set(plant.table, client: client, plant.values)
      expected += plant.expected.map { word in
        let parts = word.split(separator: " ")
        return "\(parts[0]) \(plant.table) \(client + 1) \(parts[1]) C\(client)"
      }
    }
    // Two plants give client numbers one UID; a third stands in the household of client 9.
    let found = try export.found().filter { !$0.hasPrefix("A9 ") && !$0.hasPrefix("A11 ") }
    #expect(found.sorted() == expected.filter { !$0.hasPrefix("A11 ") }.sorted())
  }
}
