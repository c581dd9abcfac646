import Tabular

/// Where the values of a column go.
enum ColumnTarget: Equatable, Sendable {
  case field(ClientField)
  /// A whole name, which is taken apart.
  case wholeName
  /// Nowhere.
  case ignored
  /// Nowhere, but a value there is a problem: the column has no name.
  case nameless

  /// Reads a field's name as `--map` has it.
  init?(mapping name: String) {
    switch name {
    case "name": self = .wholeName
    case "ignore": self = .ignored
    default:
      guard let field = ClientField(rawValue: name) else { return nil }
      self = .field(field)
    }
  }

  /// Recognises a column by the usual spellings of its name; nil for others.
  init?(header: FoldedHeader) {
    guard let target = Self.spellings[header.text] else { return nil }
    self = target
  }

  /// Whether values from several columns add up.
  var addsUp: Bool {
    switch self {
    case .field(.aliases), .field(.phones), .ignored, .nameless: true
    case .field, .wholeName: false
    }
  }

  /// Whether the column can name somebody.
  var holdsName: Bool {
    switch self {
    case .wholeName, .field(.given), .field(.surname), .field(.preferred), .field(.aliases): true
    case .field, .ignored, .nameless: false
    }
  }

  private static let spellings: [String: ColumnTarget] = {
    var table: [String: ColumnTarget] = [:]
    for field in ClientField.allCases {
      table[FoldedHeader(field.rawValue).text] = .field(field)
    }
    for (target, names) in usual {
      for name in names { table[FoldedHeader(name).text] = target }
    }
    return table
  }()

  private static let usual: [(ColumnTarget, [String])] = [
    (.wholeName, ["Name", "Full Name", "Client Name", "Client"]),
    (.field(.given), ["First Name", "First", "Given Name", "Forename", "Client First Name"]),
    (.field(.middle), ["Middle Name", "MI", "Middle Initial", "M.I."]),
    (
      .field(.surname),
      ["Last Name", "Last", "Surname", "Family Name", "Lastname", "Client Last Name"]
    ),
    (.field(.suffix), ["Name Suffix"]),
    (.field(.preferred), ["Preferred Name", "Chosen Name", "Goes By"]),
    (
      .field(.aliases),
      [
        "AKA", "A.K.A.", "Alias", "Also Known As", "Nickname", "Nicknames", "Other Names",
        "Former Name", "Former Names", "Maiden Name",
      ]
    ),
    (.field(.birthDate), ["DOB", "D.O.B.", "Birthdate", "Date of Birth", "Birthday"]),
    (
      .field(.ssn),
      ["SSN", "Social", "Social Security", "Social Security Number", "Social Security No", "SS#"]
    ),
    (
      .field(.phones),
      [
        "Phone", "Phone Number", "Cell", "Cell Phone", "Mobile", "Mobile Phone", "Telephone", "Tel",
        "Home Phone", "Work Phone", "Other Phone", "Alternate Phone",
      ]
    ),
    (.field(.address), ["Street Address", "Mailing Address", "Home Address"]),
    (.field(.note), ["Notes", "Comment", "Comments", "Remarks"]),
    (.field(.reason), ["Why Anonymous", "Reason Anonymous", "Reason for Anonymity"]),
    (
      .field(.firstServed),
      ["First Served", "Date First Served", "First Served Date", "Start Date", "Entry Date"]
    ),
    (.field(.household), ["Family", "Household Name"]),
    (
      .field(.uid),
      ["UID", "HMIS ID", "HMIS UID", "Unique Identifier", "Unique ID", "HMIS Unique Identifier"]
    ),
    (.field(.personalID), ["Personal ID", "HMIS Personal ID"]),
  ]
}
