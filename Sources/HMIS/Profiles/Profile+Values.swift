// What is written where a profile leaves a choice: the first value that it names, and the job aid's
// where it allows any, as a client need not give what a community would take.
extension Profile {
  /// The last name.
  var lastName: ProfileName { lastNames[0] }

  /// The SSN; nil if the field stays empty.
  var ssn: String? {
    let first = ssns.first ?? "000000000"
    return first.isEmpty ? nil : first
  }

  /// The quality of the name.
  var nameQuality: CodedAnswer { Self.answer(nameQualities, CodeList.nameDataQuality, else: 9) }

  /// The quality of the SSN.
  var ssnQuality: CodedAnswer { Self.answer(ssnQualities, CodeList.ssnDataQuality, else: 9) }

  /// The quality of a birth date that is there; 8, 9 and 99 stand with an empty one only.
  var approximate: CodedAnswer {
    Self.answer(
      birthDateQualities.filter { ["1", "2"].contains($0) }, CodeList.dobDataQuality, else: 2)
  }

  /// The first name of a client who has a UID, in words.
  func firstName(with uid: UniqueIdentifier) -> String {
    switch firstName {
    case .uid: uid.inNameField
    case .oneOf(let names): names[0].words
    case .generated: "what HMIS made"
    }
  }

  private static func answer(
    _ codes: [String], _ list: CodeList, else code: UInt8
  ) -> CodedAnswer {
    list.answers.first { String($0.code) == codes.first } ?? list.answer(code)
  }
}
