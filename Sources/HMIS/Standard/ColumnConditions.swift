/// When the columns that hang on other answers may hold anything, in both years.
///
/// A line is the file, the column and what has to be: `A=1|2&B=3 or C?`, where `C?` is "C is not
/// empty". Conditions that look into other files are left out, and so are the texts that have to
/// be empty in any case (`Rule.detailTexts`).
///
/// Source: HUD HMIS CSV FY2024 and FY2026, the notes "Null unless …" of the columns.
enum ColumnConditions {
  /// The conditions of one file, by the name of the file in lower case.
  static func of(_ file: String) -> [(column: String, condition: ColumnCondition)] {
    all[file] ?? []
  }

  /// All columns that have a condition or decide one.
  static let columns: [String] = all.values.joined().flatMap { entry in
    [entry.column] + entry.condition.alternatives.joined().map(\.column)
  }

  private static let all: [String: [(column: String, condition: ColumnCondition)]] = {
    var all: [String: [(column: String, condition: ColumnCondition)]] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 3)
      guard words.count == 4, let condition = ColumnCondition(words[3]) else {
        preconditionFailure("a condition of the standard is not understood")
      }
      all["\(words[0].lowercased()).csv", default: []].append((String(words[1]), condition))
    }
    return all
  }()

  private static let text = """
    Client RaceNone if AmIndAKNative=0|99&Asian=0|99&BlackAfAmerican=0|99&HispanicLatinaeo=0|99&\
    MidEastNAfrican=0|99&NativeHIPacific=0|99&White=0|99 or AmIndAKNative=0|99&Asian=0|99&\
    BlackAfAmerican=0|99&HispanicLatinao=0|99&MidEastNAfrican=0|99&NativeHIPacific=0|99&White=0|99
    Client GenderNone if Woman=0|99&Man=0|99&NonBinary=0|99&CulturallySpecific=0|99&\
    Transgender=0|99&Questioning=0|99&DifferentIdentity=0|99
    Enrollment RentalSubsidyType if LivingSituation=435
    Enrollment ReasonNotEnrolled if ClientEnrolledInPATH=0
    Enrollment ReasonNoServices if EligibleForRHY=0
    Enrollment RunawayYouth if EligibleForRHY=1
    Enrollment PreferredLanguageDifferent if PreferredLanguage=21
    Exit DestinationSubsidyType if Destination=435
    Exit OtherDestination if Destination=17
    Exit EarlyExitReason if ProjectCompletionStatus=3
    Exit ExchangeForSexPastThreeMonths if ExchangeForSex=1
    Exit CountOfExchangeForSex if ExchangeForSex=1
    Exit AskedOrForcedToExchangeForSex if ExchangeForSex=1
    Exit AskedOrForcedToExchangeForSexPastThreeMonths if AskedOrForcedToExchangeForSex=1
    Exit CoercedToContinueWork if WorkplaceViolenceThreats=1 or WorkplacePromiseDifference=1
    Exit LaborExploitPastThreeMonths if WorkplaceViolenceThreats=1 or WorkplacePromiseDifference=1
    Exit IndividualCounseling if CounselingReceived=1
    Exit FamilyCounseling if CounselingReceived=1
    Exit GroupCounseling if CounselingReceived=1
    Exit SessionCountAtExit if CounselingReceived=1
    Exit EmailSocialMedia if AftercareProvided=1
    Exit Telephone if AftercareProvided=1
    Exit InPersonIndividual if AftercareProvided=1
    Exit InPersonGroup if AftercareProvided=1
    IncomeBenefits OtherIncomeSourceIdentify if OtherIncomeSource=1
    IncomeBenefits OtherBenefitsSourceIdentify if OtherBenefitsSource=1
    IncomeBenefits NoMedicaidReason if Medicaid=0
    IncomeBenefits NoMedicareReason if Medicare=0
    IncomeBenefits NoSCHIPReason if SCHIP=0
    IncomeBenefits NoVHAReason if VHAServices=0
    IncomeBenefits NoEmployerProvidedReason if EmployerProvided=0
    IncomeBenefits NoCOBRAReason if COBRA=0
    IncomeBenefits NoPrivatePayReason if PrivatePay=0
    IncomeBenefits NoStateHealthInsReason if StateHealthIns=0
    IncomeBenefits NoIndianHealthServicesReason if IndianHealthServices=0
    IncomeBenefits OtherInsuranceIdentify if OtherInsurance=1
    IncomeBenefits NoADAPReason if ADAP=0
    IncomeBenefits NoRyanWhiteReason if RyanWhiteMedDent=0
    HealthAndDV WhenOccurred if DomesticViolenceSurvivor=1
    HealthAndDV CurrentlyFleeing if DomesticViolenceSurvivor=1
    HealthAndDV DueDate if PregnancyStatus=1
    EmploymentEducation EmploymentType if Employed=1
    EmploymentEducation NotEmployedReason if Employed=0
    Disabilities TCellCountAvailable if DisabilityType=8&DisabilityResponse=1
    Disabilities TCellCount if TCellCountAvailable=1
    Disabilities TCellSource if TCellCount?
    Disabilities ViralLoadAvailable if DisabilityType=8&DisabilityResponse=1
    Disabilities ViralLoad if ViralLoadAvailable=1
    Disabilities ViralLoadSource if ViralLoad?
    Disabilities AntiRetroviral if DisabilityType=8&DisabilityResponse=1
    Services OtherTypeProvided if RecordType=144&TypeProvided=6 or RecordType=210&TypeProvided=12
    Services MovingOnOtherType if RecordType=300&TypeProvided=5
    Services SubTypeProvided if RecordType=144&TypeProvided=3|4|5
    Services FAAmount if RecordType=151|152
    Services ReferralOutcome if RecordType=161
    CurrentLivingSituation CLSSubsidyType if CurrentLivingSituation=435
    CurrentLivingSituation LeaveSituation14Days if CurrentLivingSituation=215|206|207|225|204|\
    205|302|329|314|332|336|335|410|435|421|411
    CurrentLivingSituation SubsequentResidence if LeaveSituation14Days=1
    CurrentLivingSituation ResourcesToObtain if LeaveSituation14Days=1
    CurrentLivingSituation LeaseOwn60Day if LeaveSituation14Days=1
    CurrentLivingSituation MovedTwoOrMore if LeaveSituation14Days=1
    Event ResultDate if ReferralResult?
    YouthEducationStatus MostRecentEdStatus if CurrentSchoolAttend=0
    YouthEducationStatus CurrentEdStatus if CurrentSchoolAttend=1|2
    """
}
