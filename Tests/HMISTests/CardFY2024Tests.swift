import HMIS
import Testing

struct CardFY2024Tests {
  @Test func `the FY2024 card of a client with birth year, UID and first day`() throws {
    let card = try Sample.card(
      .fy2024, birthYear: 1976, uid: "B23171bc0", firstServed: (2026, 3, 1))
    #expect(Sample.text(card) == Self.expected)
  }

  private static let expected = """
    Before you begin

     1. Victim service providers stop here: the law forbids them to put clients into
        HMIS, anonymous ones too. They use a comparable database.
     2. Look the client up in your agency's own list of UIDs. Whoever has a UID
        keeps it: make no second profile.
     3. Do not search HMIS by name, birth date or SSN: searches are logged. If the
        screen insists on a search, search for Anonymous.
     4. Never type the real name, birthday or SSN into HMIS, not even once: its log
        keeps every earlier value, whatever you type over it.
     5. If that has happened, stop and tell your HMIS administrator.
     6. "Client prefers not to answer" (9) is what the job aid and older screens
        call "Client refused".

    New profile: SSN, names, birth date

     1. Social Security Number  000000000
          Pop-up (invalid SSN): click OK. You mean the zeros. Cancel here only takes
          you back to change them.
          Pop-up (SSN already in use, or existing client found): click Cancel. That
          is somebody else's record. Cancel here keeps you out of it.
     2. Quality of SSN          Client prefers not to answer (9)
          HMIS may have filled in another answer by itself: change it.
     3. Last Name               Anonymous
     4. First Name              Harbor House
          Your organization's name, only until the first save.
     5. Quality of Name         Client prefers not to answer (9)
     6. Quality of DOB          Approximate or partial DOB reported (2)
     7. Date of Birth           01/01/1976
          1 January of the birth year, whatever the real birthday is.

    New profile: the other fields

     1. Middle Name         leave empty
     2. Suffix              leave empty
     3. Alias               leave empty
          No nickname and no former name either.
     4. Gender              Woman (Girl, if child) (0), or Man (Boy, if child) (1);
                            for any other, Client prefers not to answer (9)
          An uncommon answer can point to one person.
     5. Sexual Orientation  Heterosexual (1); for any other, Client prefers not to
                            answer (9)
          Some screens ask for it at enrollment.
     6. Race and Ethnicity  the true answer; if it is risky, Client prefers not to
                            answer (9)
          As the client wishes. Leave the text field for more detail empty.
     7. Veteran Status      the true answer; if it is risky, Client prefers not to
                            answer (9)
     8. Any other field: what fits many people, or nothing. No photo.

    Save, and read the UID

     1. Read the whole screen once more. No name, birthday or number of the client's
        own may stand on it.
     2. Save. If the SSN pop-ups come again, the same buttons are right.
     3. Find the Unique Identifier (UID) at the top right of the profile. Newer
        screens show it behind the small arrow there.
     4. Put the UID into your agency's own list now, by copy and paste. Keep it out
        of spreadsheets: they change UIDs.

    Now rename the first name

     1. First Name  B23171bc0
          In place of the organization's name. Small and capital letters count the
          same.
     2. Last Name   Anonymous
          As it is already.
     3. Save. If the SSN pop-ups come again, the same buttons are right.
     4. Check: the profile now reads "B23171bc0 Anonymous", and the UID at the top
        right is B23171BC0.
     5. Check: "Harbor House" is no longer the first name.

    Enroll in the program

     1. Project Start Date  03/01/2026
     2. All other questions: real and accurate answers, as for any client (living
        situation, length of stay, times and months homeless, health, income).
     3. Where a true answer could point to this person, choose "Client prefers not
        to answer" (9).
     4. Text fields ("other", "specify", location details): leave them empty, or use
        words that fit many people.
     5. One release of information (ROI) for each shelter or housing program. The
        signed paper stays in your own files.
     6. At exit: the real date and kind of destination, but no address and no place
        name.

    Household

     1. Everybody in the household is anonymous: each has their own profile, UID and
        card, made in this way.
     2. Never join this client to a household with a member who is recorded by name,
        not even a former member. Enroll the client alone instead.
     3. Relationship to Head of Household: Self (Head of Household) (1), or Head of
          household's child (2), or Head of household's spouse or partner (3), or
          Head of household's other relation member (4), or Other: non-relation
          member (5)
          Exactly one member is Self, also in a household of one.

    Services, notes, files

     1. Services: yes, with real dates.
     2. Assessments: yes. Risky answers as at enrollment.
     3. Notes: yes, about "the client". No name of anybody, no address, place, phone
        number, employer, school or case number.
     4. Files: never. No ID, no letter, no signed release.
     5. Pictures: never.
     6. Contact and location tabs: leave them empty.

    Check before you close

     1. First Name is B23171bc0, Last Name is Anonymous, Quality of Name is 9.
     2. Middle Name, Suffix and Alias are empty.
     3. SSN is all zeros, Quality of SSN is 9.
     4. Date of Birth is 01/01/1976, Quality of DOB 2.
     5. No file, no picture, no contact, no location.
     6. Everybody in the household is anonymous, and one of them is the head.
     7. The UID stands in your agency's own list: look it up there once.
     8. No paper shows name and UID together; shred it if one does.
     9. Do not tell a UID together with rare facts, such as the size and ages of the
        family: together they can identify.
    """
}
