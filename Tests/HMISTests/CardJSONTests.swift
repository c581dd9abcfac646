import FoundationEssentials
import HMIS
import Testing

struct CardJSONTests {
  private func json(_ card: Card) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(CardJSON(card)), as: UTF8.self)
  }

  @Test func `unknown year and UID are null, and there are four sections`() throws {
    let text = try json(try Sample.card(.fy2026, birthYear: nil))
    let head =
      #"{"birthYear":null,"organization":"Harbor House","profile":"job-aid","sections":[{"moment":"#
    #expect(text.hasPrefix(head + #""before-first-save","name":"before-you-begin","steps":["#))
    #expect(text.hasSuffix(#""standard":"FY2026","uid":null}"#))
    #expect(!text.contains("after-uid"))
    #expect(text.split(separator: #""moment""#).count == 5)
  }

  @Test func `the UID is written in capitals, in the name field as typed`() throws {
    let text = try json(try Sample.card(.fy2024, birthYear: 1976, uid: "B23171bc0"))
    #expect(text.contains(#""birthYear":1976"#))
    #expect(text.hasSuffix(#""standard":"FY2024","uid":"B23171BC0"}"#))
    #expect(text.contains(#""field":"First Name","note":"In place of"#))
    #expect(text.contains(#""value":"B23171bc0""#))
    #expect(text.split(separator: #""moment":"after-uid""#).count == 6)
  }

  @Test(arguments: [
    #"{"action":"type","field":"Last Name","value":"Anonymous"}"#,
    #"{"action":"leave-empty","field":"Suffix"}"#,
    #"{"action":"choose","answers":[{"code":9,"wording":"Client prefers not to answer"}],"field":"Quality of Name"}"#,
    #"{"action":"choose","answers":[{"code":0,"wording":"Female"},{"code":1,"wording":"Male"}],"field":"Sex","otherwise":{"code":9,"wording":"Client prefers not to answer"}}"#,
    #"{"action":"answer-truly","field":"Veteran Status","otherwise":{"code":9,"wording":"Client prefers not to answer"}}"#,
    #"{"action":"act","text":"If that has happened, stop and tell your HMIS administrator."}"#,
    #""popUps":[{"about":"invalid SSN","because":"You mean the zeros. Cancel here only takes you back to change them.","click":"OK"},"#,
  ])
  func `each kind of step has only its own keys`(part: String) throws {
    let text = try json(try Sample.card(.fy2026, birthYear: 1976))
    #expect(text.contains(part))
  }
}
