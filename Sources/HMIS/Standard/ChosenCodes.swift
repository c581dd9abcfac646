/// The columns whose list another column chooses.
///
/// Source: HUD HMIS CSV FY2024 and FY2026, the notes of TypeProvided, SubTypeProvided and
/// DisabilityResponse, and the lists that they name.
enum ChosenCodes {
  /// The codes that a column may have in a row; nil where any may stand, and where the column that
  /// chooses cannot be looked at or is wrong itself, which has a finding of its own.
  static func of(
    _ column: String, _ year: StandardYear, _ value: (String) -> String?
  ) -> Set<String>? {
    switch column {
    case "TypeProvided": value("RecordType").flatMap { ofRecordType[$0] }?.codes(year)
    case "SubTypeProvided": value("TypeProvided").flatMap { ofTypeProvided[$0] }?.codes(year)
    case "DisabilityResponse":
      value("DisabilityType").flatMap { $0 == "10" ? substanceUse : noYes }?.codes(year)
    default: nil
    }
  }

  /// The columns that choose.
  static let choosing = ["RecordType", "TypeProvided", "DisabilityType"]

  private struct Codes {
    let both: Set<String>
    /// What only one of the years has.
    let own: [StandardYear: Set<String>]

    init(_ both: [Int], _ own: [StandardYear: Set<String>] = [:]) {
      self.both = Set(both.map(String.init))
      self.own = own
    }

    func codes(_ year: StandardYear) -> Set<String> { both.union(own[year] ?? []) }
  }

  /// Lists P1.2, R14.2, W1.2, V2.2, W2.2, V3.3 (V3.4 since FY2026), P2.2, 4.14, V8.1 (V8.2) and
  /// C2.2.
  private static let ofRecordType = [
    "141": Codes([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14]),
    "142": Codes([2, 5, 6, 7, 8, 10, 12, 13, 14, 17, 18, 26, 27, 28, 29]),
    "143": Codes(Array(1...14)),
    "144": Codes(Array(1...9), [.fy2026: ["10"]]),
    "151": Codes([1, 2, 3, 4, 7]),
    "152": Codes([1, 2, 3, 4, 5, 8, 9, 10, 12, 14, 15, 16, 17, 18], [.fy2024: ["11"]]),
    "161": Codes(Array(1...11)),
    "200": Codes([200]),
    "210": Codes(Array(1...12)),
    "300": Codes(Array(1...5)),
  ]
  /// Lists V2.A, V2.B and V2.C.
  private static let ofTypeProvided = [
    "3": Codes(Array(1...4)), "4": Codes(Array(1...13)), "5": Codes(Array(1...11)),
  ]
  /// List 4.10.2.
  private static let substanceUse = Codes([0, 1, 2, 3, 8, 9, 99])
  /// List 1.8.
  private static let noYes = Codes([0, 1, 8, 9, 99])
}
