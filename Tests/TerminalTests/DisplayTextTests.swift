import Testing

@testable import Terminal

@Test(arguments: [
  ("\u{1b}[31mred", #"\u{1b}[31mred"#),
  ("a\u{7}b", #"a\u{7}b"#),
  ("two\nlines\r", #"two\u{a}lines\u{d}"#),
  ("a\tb", #"a\u{9}b"#),
  ("\u{0}", #"\u{0}"#),
  ("\u{7f}", #"\u{7f}"#),
  ("\u{9b}31m", #"\u{9b}31m"#),
  ("\u{85}", #"\u{85}"#),
])
func `a control character is shown and not obeyed`(outside: String, safe: String) {
  #expect(DisplayText(outside).description == safe)
}

@Test(
  arguments: [
    0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x200e, 0x200f, 0x061c,
    0x2028, 0x2029, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xad, 0x34f, 0x115f, 0x3164, 0xffa0,
    0xe0041, 0xe000, 0xfffe, 0x10ffff, 0xfe0f,
  ] as [UInt32])
func `a character that reorders, hides or means nothing is shown by its number`(value: UInt32)
  throws
{
  let scalar = try #require(Unicode.Scalar(value))
  let text = "a" + String(Character(scalar)) + "b"
  #expect(DisplayText(text).description == "a\\u{\(String(value, radix: 16))}b")
}

@Test(arguments: [
  "Zoë Müller-Lüdenscheidt", "Nguyễn Thị Ánh", "李小龍", "Владимир", "محمد", "O’Brien",
])
func `a name of any script stays as it is`(name: String) {
  #expect(DisplayText(name).description == name)
}

@Test func `bytes that are not UTF-8 are shown one by one`() {
  #expect(DisplayText(bytes: [0x41, 0xff, 0x42]).description == #"A\xffB"#)
  #expect(DisplayText(bytes: [0xc3]).description == #"\xc3"#)
  #expect(DisplayText(bytes: [0xed, 0xa0, 0x80]).description == #"\xed\xa0\x80"#)
  #expect(DisplayText(bytes: [0xe2, 0x80, 0xae, 0x09]).description == #"\u{202e}\u{9}"#)
  #expect(DisplayText(bytes: "Zoë".utf8).description == "Zoë")
}

@Test func `marks do not pile up over other lines, nor stand on what is not theirs`() {
  let tower = "a" + String(repeating: "\u{301}", count: 6)
  let safe = DisplayText(tower).description
  #expect(safe.unicodeScalars.filter { $0.value == 0x301 }.count == 4)
  #expect(safe.hasSuffix(#"\u{301}\u{301}"#))
  #expect(DisplayText("\u{301}a").description == #"\u{301}a"#)
}

@Test func `the width counts columns and not characters`() {
  #expect(DisplayText("abc").width == 3)
  #expect(DisplayText("e\u{301}a").width == 2)
  #expect(DisplayText("李小龍").width == 6)
  #expect(DisplayText("ｗ").width == 2)
  #expect(DisplayText("😀").width == 2)
  #expect(DisplayText("한글").width == 4)
  #expect(DisplayText("").width == 0)
}

@Test func `a text that is cut fits and says that it was cut`() {
  #expect(DisplayText("Guadalupe").truncated(to: 9) == "Guadalupe")
  #expect(DisplayText("Guadalupe").truncated(to: 5) == "Guad…")
  #expect(DisplayText("李小龍").truncated(to: 4) == "李…")
  #expect(DisplayText("李小龍").padded(to: 4) == "李… ")
  #expect(DisplayText("Guadalupe").truncated(to: 0) == "")
}

@Test func `a long text is broken between words, a long word anywhere`() {
  let text = DisplayText("one two three")
  #expect(text.wrapped(to: 7) == ["one two", "three"])
  #expect(text.wrapped(to: 8) == ["one two", "three"])
  #expect(text.wrapped(to: 5) == ["one", "two", "three"])
  #expect(DisplayText("abcdefgh").wrapped(to: 3) == ["abc", "def", "gh"])
  #expect(DisplayText("李小龍").wrapped(to: 5) == ["李小", "龍"])
  #expect(DisplayText("").wrapped(to: 5) == [""])
  #expect(DisplayText("  indented line").wrapped(to: 10) == ["  indented", "line"])
}

@Test func `JSON that is made safe means the same`() {
  #expect(DisplayText.json(#"{"a":"é"}"# + "\n") == #"{"a":"é"}"# + "\n")
  #expect(DisplayText.json("\"\u{202e}\u{7f}\u{9b}\"") == #""\u202e\u007f\u009b""#)
  #expect(DisplayText.json("\"\u{e0041}\"") == #""\udb40\udc41""#)
}
