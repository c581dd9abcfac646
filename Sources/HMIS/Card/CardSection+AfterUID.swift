extension CardSection {
  /// The step that people forget.
  static func rename(
    to uid: UniqueIdentifier, from organization: OrganizationName, _ community: Profile
  ) -> CardSection {
    CardSection(
      .rename, "Now rename the first name",
      [
        CardStep(
          "First Name", .type(uid.inNameField),
          note: "In place of the organization's name. Small and capital letters count the same."),
        .name("Last Name", community.lastName, note: "As it is already."),
        CardStep("Save. If the SSN pop-ups come again, the same buttons are right."),
        CardStep(
          """
          Check: the profile now reads "\(uid.inNameField) \(community.lastName.words)", and the UID at the \
          top right is \(uid).
          """),
        CardStep("Check: \"\(organization.text)\" is no longer the first name."),
      ])
  }

  /// The enrollment is real; only what is risky is refused.
  static func enrollment(_ firstServed: CalendarDay?) -> CardSection {
    let refusal = CodedAnswer.prefersNotToAnswer
    let start =
      firstServed.map { CardStep("Project Start Date", .type($0.onScreen)) }
      ?? CardStep("Project Start Date: the first day on which you served this client.")
    return CardSection(
      .enrollment, "Enroll in the program",
      [
        start,
        CardStep(
          """
          All other questions: real and accurate answers, as for any client (living situation, \
          length of stay, times and months homeless, health, income).
          """),
        CardStep(
          """
          Where a true answer could point to this person, choose "\(refusal.wording)" \
          (\(refusal.code)).
          """),
        CardStep(
          """
          Text fields ("other", "specify", location details): leave them empty, or use words \
          that fit many people.
          """),
        CardStep(
          """
          One release of information (ROI) for each shelter or housing program. The signed \
          paper stays in your own files.
          """),
        CardStep(
          "At exit: the real date and kind of destination, but no address and no place name."),
      ])
  }

  /// An anonymous client among named ones is not anonymous.
  static let household = CardSection(
    .household, "Household",
    [
      CardStep(
        """
        Everybody in the household is anonymous: each has their own profile, UID and card, made \
        in this way.
        """),
      CardStep(
        """
        Never join this client to a household with a member who is recorded by name, not even \
        a former member. Enroll the client alone instead.
        """),
      CardStep(
        "Relationship to Head of Household",
        .choose(CodeList.relationshipToHoH.answers.filter { $0.code < 99 }, otherwise: nil),
        note: "Exactly one member is Self, also in a household of one."),
    ])

  /// What may be attached to the client later, and what may never be.
  static let records = CardSection(
    .records, "Services, notes, files",
    [
      CardStep("Services: yes, with real dates."),
      CardStep("Assessments: yes. Risky answers as at enrollment."),
      CardStep(
        """
        Notes: yes, about "the client". No name of anybody, no address, place, phone number, \
        employer, school or case number.
        """),
      CardStep("Files: never. No ID, no letter, no signed release."),
      CardStep("Pictures: never."),
      CardStep("Contact and location tabs: leave them empty."),
    ])

  /// What to look at before the screen is closed.
  static func checklist(
    _ uid: UniqueIdentifier, _ birthYear: BirthYear, _ community: Profile
  ) -> CardSection {
    let year = community.birthDate == .empty ? nil : birthYear.year
    let birthDate =
      year.map { "Date of Birth is 01/01/\($0), Quality of DOB \(community.approximate.code)." }
      ?? "Date of Birth is empty, Quality of DOB 9."
    let ssn = community.ssn.map { $0 == "000000000" ? "all zeros" : $0 } ?? "empty"
    return CardSection(
      .checklist, "Check before you close",
      [
        CardStep(
          """
          First Name is \(community.firstName(with: uid)), Last Name is \(community.lastName.words), \
          Quality of Name is \(community.nameQuality.code).
          """),
        CardStep("Middle Name, Suffix and Alias are empty."),
        CardStep("SSN is \(ssn), Quality of SSN is \(community.ssnQuality.code)."),
        CardStep(birthDate),
        CardStep("No file, no picture, no contact, no location."),
        CardStep("Everybody in the household is anonymous, and one of them is the head."),
        CardStep("The UID stands in your agency's own list: look it up there once."),
        CardStep("No paper shows name and UID together; shred it if one does."),
        CardStep(
          """
          Do not tell a UID together with rare facts, such as the size and ages of the family: \
          together they can identify.
          """),
      ])
  }
}
