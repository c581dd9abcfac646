import Testing

@testable import Terminal

@Test func `columns are aligned by width and nothing trails`() {
  var table = TextTable(columns: [.left, .right, .left], headings: ["name", "born", "uid"])
  table.add(["李小龍", "1976", "B23171BC0"])
  table.add(["Ann", "90"])
  #expect(
    table.lines(width: 80) == [
      "name    born  uid",
      "李小龍  1976  B23171BC0",
      "Ann       90",
    ])
}

@Test func `a table that is too wide shortens its widest column`() {
  var table = TextTable(columns: [.left, .left])
  table.add(["Maximiliana Konstantinopolitanska", "1976"])
  #expect(table.lines(width: 20) == ["Maximiliana K…  1976"])
}

@Test func `a cell cannot reach out of its row`() {
  var table = TextTable(columns: [.left])
  table.add(["a\u{1b}[2J\nb"])
  #expect(table.lines(width: 80) == [#"a\u{1b}[2J\u{a}b"#])
}
