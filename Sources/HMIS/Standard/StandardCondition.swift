/// A field that the standard leaves empty unless another has one of some answers.
///
/// Where the standard names two conditions at once, each is one of these. What needs another table,
/// as the kind of the project, is left out.
struct StandardCondition: Hashable, Sendable {
  /// The table's file in lower case.
  let file: String
  /// The field.
  let column: String
  /// The field on which it depends.
  let other: String
  /// The answers there beside which it may be filled.
  let answers: Set<String>

  /// All that are checked.
  static let all = lines.split(separator: "\n").map { line in
    let words = line.split(separator: " ").map(String.init)
    return StandardCondition(
      file: words[0], column: words[1], other: words[2], answers: Set(words.dropFirst(3)))
  }

  // Source: HUD HMIS CSV FY2024 and FY2026, "Null unless …", with the element numbers there
  // resolved to columns.
  private static let lines = """
    enrollment.csv RentalSubsidyType LivingSituation 435
    enrollment.csv ReasonNotEnrolled ClientEnrolledInPATH 0
    enrollment.csv ReasonNoServices EligibleForRHY 0
    enrollment.csv RunawayYouth EligibleForRHY 1
    enrollment.csv PreferredLanguageDifferent PreferredLanguage 21
    exit.csv DestinationSubsidyType Destination 435
    exit.csv OtherDestination Destination 17
    exit.csv EarlyExitReason ProjectCompletionStatus 3
    exit.csv ExchangeForSexPastThreeMonths ExchangeForSex 1
    exit.csv CountOfExchangeForSex ExchangeForSex 1
    exit.csv AskedOrForcedToExchangeForSex ExchangeForSex 1
    exit.csv IndividualCounseling CounselingReceived 1
    exit.csv FamilyCounseling CounselingReceived 1
    exit.csv GroupCounseling CounselingReceived 1
    exit.csv SessionCountAtExit CounselingReceived 1
    incomebenefits.csv OtherIncomeSourceIdentify OtherIncomeSource 1
    incomebenefits.csv OtherBenefitsSourceIdentify OtherBenefitsSource 1
    incomebenefits.csv OtherInsuranceIdentify OtherInsurance 1
    healthanddv.csv WhenOccurred DomesticViolenceSurvivor 1
    healthanddv.csv CurrentlyFleeing DomesticViolenceSurvivor 1
    healthanddv.csv DueDate PregnancyStatus 1
    employmenteducation.csv EmploymentType Employed 1
    employmenteducation.csv NotEmployedReason Employed 0
    services.csv OtherTypeProvided RecordType 144 210
    services.csv OtherTypeProvided TypeProvided 6 12
    services.csv MovingOnOtherType RecordType 300
    services.csv MovingOnOtherType TypeProvided 5
    services.csv ReferralOutcome RecordType 161
    currentlivingsituation.csv CLSSubsidyType CurrentLivingSituation 435
    currentlivingsituation.csv SubsequentResidence LeaveSituation14Days 1
    currentlivingsituation.csv ResourcesToObtain LeaveSituation14Days 1
    currentlivingsituation.csv LeaseOwn60Day LeaveSituation14Days 1
    currentlivingsituation.csv MovedTwoOrMore LeaveSituation14Days 1
    """
}
