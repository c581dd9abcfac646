extension CardSection {
  /// What must be clear before HMIS is touched.
  static func beforeYouBegin(_ community: Profile) -> CardSection {
    CardSection(.beforeYouBegin, "Before you begin", beforeHMIS(community))
  }

  private static func beforeHMIS(_ community: Profile) -> [CardStep] {
    [
      CardStep(
        """
        Victim service providers stop here: the law forbids them to put clients into HMIS, \
        anonymous ones too. They use a comparable database.
        """),
      CardStep(
        """
        Look the client up in your agency's own list of UIDs. Whoever has a UID keeps it: make no \
        second profile.
        """),
      CardStep(
        """
        Do not search HMIS by name, birth date or SSN: searches are logged. If the screen insists \
        on a search, search for \(community.lastName.words).
        """),
      CardStep(
        """
        Never type the real name, birthday or SSN into HMIS, not even once: its log keeps every \
        earlier value, whatever you type over it.
        """),
      CardStep("If that has happened, stop and tell your HMIS administrator."),
      CardStep(
        """
        "\(CodedAnswer.prefersNotToAnswer.wording)" (9) is what the job aid and older screens \
        call "\(CodedAnswer.formerWordingOfRefusal)".
        """),
    ]
  }

  /// SSN, names and birth date, as the screen for a new client asks for them.
  static func identity(_ profile: AnonymousProfile) -> CardSection {
    let community = profile.community
    return CardSection(
      .identity, "New profile: SSN, names, birth date",
      [
        community.ssn.map {
          CardStep("Social Security Number", .type($0), popUps: popUps(ofSSN: $0))
        } ?? CardStep("Social Security Number", .leaveEmpty),
        CardStep(
          "Quality of SSN", .choose(community.ssnQuality),
          note: "HMIS may have filled in another answer by itself: change it."),
        .name("Last Name", community.lastName), firstName(profile),
        CardStep("Quality of Name", .choose(community.nameQuality)),
      ]
        + birthDate(
          community.birthDate == .empty ? .unknown : profile.birthYear, community.approximate))
  }

  private static func firstName(_ profile: AnonymousProfile) -> CardStep {
    switch profile.community.firstName {
    case .uid:
      CardStep(
        "First Name", .type(profile.organization.text),
        note: "Your organization's name, only until the first save.")
    case .oneOf(let names): .name("First Name", names[0])
    case .generated: CardStep("First Name: HMIS makes it. Leave it as it is.")
    }
  }

  private static func popUps(ofSSN ssn: String) -> [CardStep.PopUp] {
    let isZeros = ssn == "000000000"
    return [
      CardStep.PopUp(
        about: "invalid SSN", click: "OK",
        because:
          "You mean \(isZeros ? "the zeros" : "this number"). Cancel here only takes you back "
          + "to change \(isZeros ? "them" : "it")."),
      CardStep.PopUp(
        about: "SSN already in use, or existing client found", click: "Cancel",
        because: "That is somebody else's record. Cancel here keeps you out of it."),
    ]
  }

  private static func birthDate(
    _ birthYear: BirthYear, _ approximate: CodedAnswer
  ) -> [CardStep] {
    let quality = CodeList.dobDataQuality
    guard let year = birthYear.year else {
      return [
        CardStep(
          "Quality of DOB", .choose(quality.answer(9)),
          note: "HMIS then hides the date, or you leave it empty."),
        CardStep(
          "Date of Birth", .leaveEmpty,
          note: "The standard allows answers 8, 9 and 99 only without a date."),
      ]
    }
    return [
      CardStep("Quality of DOB", .choose(approximate)),
      CardStep(
        "Date of Birth", .type("01/01/\(year)"),
        note: "1 January of the birth year, whatever the real birthday is."),
    ]
  }

  /// The rest of the screen for a new client.
  static func otherFields(_ standard: StandardYear) -> CardSection {
    let refusal = CodedAnswer.prefersNotToAnswer
    return CardSection(
      .otherFields, "New profile: the other fields",
      [
        CardStep("Middle Name", .leaveEmpty),
        CardStep("Suffix", .leaveEmpty),
        CardStep("Alias", .leaveEmpty, note: "No nickname and no former name either."),
      ] + genderOrSex(standard) + [
        CardStep(
          "Race and Ethnicity", .answerTruly(otherwise: refusal),
          note: "As the client wishes. Leave the text field for more detail empty."),
        CardStep("Veteran Status", .answerTruly(otherwise: refusal)),
        CardStep("Any other field: what fits many people, or nothing. No photo."),
      ])
  }

  private static func genderOrSex(_ standard: StandardYear) -> [CardStep] {
    let refusal = CodedAnswer.prefersNotToAnswer
    switch standard {
    case .fy2024:
      let (gender, orientation) = (CodeList.gender, CodeList.sexualOrientation)
      return [
        CardStep(
          "Gender", .choose([gender.answer(0), gender.answer(1)], otherwise: refusal),
          note: "An uncommon answer can point to one person."),
        CardStep(
          "Sexual Orientation", .choose([orientation.answer(1)], otherwise: refusal),
          note: "Some screens ask for it at enrollment."),
      ]
    case .fy2026:
      let sex = CodeList.sex
      return [CardStep("Sex", .choose([sex.answer(0), sex.answer(1)], otherwise: refusal))]
    }
  }

  /// The save that makes HMIS give a UID.
  static let firstSave = CardSection(
    .firstSave, "Save, and read the UID",
    [
      CardStep(
        """
        Read the whole screen once more. No name, birthday or number of the client's own may \
        stand on it.
        """),
      CardStep("Save. If the SSN pop-ups come again, the same buttons are right."),
      CardStep(
        """
        Find the Unique Identifier (UID) at the top right of the profile. Newer screens show it \
        behind the small arrow there.
        """),
      CardStep(
        """
        Put the UID into your agency's own list now, by copy and paste. Keep it out of \
        spreadsheets: they change UIDs.
        """),
    ])
}
