import SystemPackage

/// The agency's spreadsheet.
struct PeopleTable {
  let file: FilePath
  let count: Int

  /// Writes the table in pieces, as a million people take 70 MB.
  init(of count: Int, at file: FilePath) throws {
    (self.count, self.file) = (count, file)
    try Files.write(to: file) { output in
      var piece = Person.header
      for number in 0..<count {
        piece += People.person(number).row
        guard piece.utf8.count > 1 << 16 || number == count - 1 else { continue }
        _ = try output.writeAll(piece.utf8)
        piece = ""
      }
    }
  }

  /// Whom a turn is about: spread over the table, with a surname in which a slip can be made.
  func sought(_ turn: Int) -> Person {
    var number = turn * 7_919 % count
    while People.person(number).surname.utf8.count < 5 { number = (number + 1) % count }
    return People.person(number)
  }
}
