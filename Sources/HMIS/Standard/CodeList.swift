/// One answer of a HUD list: its code and the wording on the screen.
package struct CodedAnswer: Hashable, Sendable {
  package let code: UInt8
  package let wording: String

  /// Code 9, the same in every list that has it. `Client refused` until
  /// FY2022.
  ///
  /// Source: HUD HMIS CSV, lists 1.6, 1.8, 3.01.5, 3.02.2, 3.03.2.
  package static let prefersNotToAnswer = CodedAnswer(
    code: 9, wording: "Client prefers not to answer")
  /// The wording of code 9 on older screens and in the job aid.
  package static let formerWordingOfRefusal = "Client refused"

  fileprivate static let doesNotKnow = CodedAnswer(code: 8, wording: "Client doesn't know")
  fileprivate static let notCollected = CodedAnswer(code: 99, wording: "Data not collected")
}

/// A list of answers from which HMIS lets people choose.
package struct CodeList: Sendable {
  /// The list's number in the HUD HMIS CSV documents.
  package let number: String
  package let answers: [CodedAnswer]

  /// The answer with a code of this list.
  func answer(_ code: UInt8) -> CodedAnswer {
    guard let answer = answers.first(where: { $0.code == code }) else {
      preconditionFailure("list \(number) has no code \(code)")
    }
    return answer
  }

  /// The answers with these codes in words, each with its code; none stands for any.
  func words(_ codes: [String]) -> String {
    codes.isEmpty
      ? "any"
      : answers.filter { codes.contains("\($0.code)") }.map { "\"\($0.wording)\" (\($0.code))" }
        .joined(separator: " or ")
  }

  private init(_ number: String, _ own: [(UInt8, String)], _ refusals: [CodedAnswer] = unknowns) {
    self.number = number
    answers = own.map { CodedAnswer(code: $0.0, wording: $0.1) } + refusals
  }

  /// What stands at the end of most lists: 8, 9 and 99.
  private static let unknowns = [
    CodedAnswer.doesNotKnow, .prefersNotToAnswer, .notCollected,
  ]
}

// The lists that the card needs, in the wording of the FY2026 HMIS CSV
// documents, which is that of FY2024 where both have the list.
extension CodeList {
  /// How complete the name is. Source: HUD HMIS CSV, 3.01.5.
  package static let nameDataQuality = CodeList(
    "3.01.5",
    [(1, "Full name reported"), (2, "Partial, street name, or code name reported")])

  /// How complete the SSN is. Source: HUD HMIS CSV, 3.02.2.
  package static let ssnDataQuality = CodeList(
    "3.02.2", [(1, "Full SSN reported"), (2, "Approximate or partial SSN reported")])

  /// How complete the birth date is. The answers 8, 9 and 99 stand only with
  /// an empty date. Source: HUD HMIS CSV, 3.03.2; FY2024 HMIS Data Dictionary
  /// 1.6, element 3.03.
  package static let dobDataQuality = CodeList(
    "3.03.2", [(1, "Full DOB reported"), (2, "Approximate or partial DOB reported")])

  /// Since FY2026. Source: HUD HMIS CSV FY2026, 4.21.
  package static let sex = CodeList("4.21", [(0, "Female"), (1, "Male")])

  /// Until FY2024. Source: HUD HMIS CSV FY2024, 3.6.1.
  package static let gender = CodeList(
    "3.6.1",
    [
      (0, "Woman (Girl, if child)"), (1, "Man (Boy, if child)"),
      (2, "Culturally Specific Identity (e.g., Two-Spirit)"), (4, "Non-Binary"),
      (5, "Transgender"), (6, "Questioning"), (3, "Different Identity"),
    ])

  /// Until FY2024. Source: HUD HMIS CSV FY2024, R3.1.
  package static let sexualOrientation = CodeList(
    "R3.1",
    [
      (1, "Heterosexual"), (2, "Gay"), (3, "Lesbian"), (4, "Bisexual"),
      (5, "Questioning / unsure"), (6, "Other"),
    ])

  /// Source: HUD HMIS CSV, 3.15.1. There is no refusal in this list.
  package static let relationshipToHoH = CodeList(
    "3.15.1",
    [
      (1, "Self (Head of Household)"), (2, "Head of household's child"),
      (3, "Head of household's spouse or partner"),
      (4, "Head of household's other relation member"), (5, "Other: non-relation member"),
    ],
    [.notCollected])
}
