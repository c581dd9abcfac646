// The columns of the FY2024 standard as data; docs/CHECKING.md says how they are used.

/// Columns and code lists of the FY2024 standard.
///
/// Written as `ColumnsFY2026`; see there for 3.12.1, race and gender.
///
/// Source: HUD HMIS CSV FY2024, through HUD-Data-Lab/DataLab, CSV_Columns.csv; lists through
/// greenriver/hmis-warehouse, 2024_hud_lists.json. Where a spreadsheet made a day of a list's
/// number there (5.03.1 became 3 May 2001, written 37014), or one number of two (1.1 and 1.10), the
/// list is the one that FY2026 names for the column. PreferredLanguage names none: its element is
/// C4.A.
enum ColumnsFY2024 {
  static let tables = """
    Export.csv ExportID:S32! SourceType:I/1.9! SourceID:S32 SourceName:S50 SourceContactFirst:S50 \
    SourceContactLast:S50 SourceContactPhone:S10 SourceContactExtension:S5 \
    SourceContactEmail:S320 ExportDate:T! ExportStartDate:D! ExportEndDate:D! \
    SoftwareName:S50! SoftwareVersion:S50 CSVVersion:S50 ExportPeriodType:I/1.1! \
    ExportDirective:I/1.2! HashStatus:I/1.5! ImplementationID:S200!
    Organization.csv OrganizationID:S32! OrganizationName:S200! VictimServiceProvider:I/1.10! \
    OrganizationCommonName:S200 DateCreated:T! DateUpdated:T! UserID:S32! DateDeleted:T \
    ExportID:S32!
    User.csv UserID:S32! UserFirstName:S50 UserLastName:S50 UserPhone:S10 UserExtension:S5 \
    UserEmail:S320 DateCreated:T! DateUpdated:T! DateDeleted:T ExportID:S32!
    Funder.csv FunderID:S32! ProjectID:S32! Funder:I/2.06.1! OtherFunder:S50 GrantID:S100! \
    StartDate:D! EndDate:D DateCreated:T! DateUpdated:T! UserID:S32! DateDeleted:T \
    ExportID:S32!
    Project.csv ProjectID:S32! OrganizationID:S32! ProjectName:S200! ProjectCommonName:S200 \
    OperatingStartDate:D! OperatingEndDate:D ContinuumProject:I/1.10! ProjectType:I/2.02.6 \
    HousingType:I/2.02.D RRHSubType:I/2.02.A ResidentialAffiliation:I/1.10 \
    TargetPopulation:I/2.02.7! HOPWAMedAssistedLivingFac:I/2.02.8 PITCount:I DateCreated:T! \
    DateUpdated:T! UserID:S32! DateDeleted:T ExportID:S32!
    ProjectCoC.csv ProjectCoCID:S32! ProjectID:S32! CoCCode:S6! Geocode:S6! Address1:S100 \
    Address2:S100 City:S50 State:S2 ZIP:S5 GeographyType:I/2.03.4 DateCreated:T! DateUpdated:T! \
    UserID:S32! DateDeleted:T ExportID:S32!
    Inventory.csv InventoryID:S32! ProjectID:S32! CoCCode:S6! HouseholdType:I/2.07.4! Availability:I/2.07.6 \
    UnitInventory:I! BedInventory:I! CHVetBedInventory:I YouthVetBedInventory:I \
    VetBedInventory:I CHYouthBedInventory:I YouthBedInventory:I CHBedInventory:I \
    OtherBedInventory:I ESBedType:I/2.07.5 InventoryStartDate:D! InventoryEndDate:D DateCreated:T! \
    DateUpdated:T! UserID:S32! DateDeleted:T ExportID:S32!
    Affiliation.csv AffiliationID:S32! ProjectID:S32! ResProjectID:S32! DateCreated:T! \
    DateUpdated:T! UserID:S32! DateDeleted:T ExportID:S0!
    HMISParticipation.csv HMISParticipationID:S32! ProjectID:S32! HMISParticipationType:I/2.08.1! \
    HMISParticipationStatusStartDate:D! HMISParticipationStatusEndDate:D DateCreated:T! \
    DateUpdated:T! UserID:S32! DateDeleted:T ExportID:S0!
    CEParticipation.csv CEParticipationID:S32! ProjectID:S32! AccessPoint:I/1.10! \
    PreventionAssessment:I/1.10! CrisisAssessment:I/1.10! HousingAssessment:I/1.10! DirectServices:I/1.10! \
    ReceivesReferrals:I/1.10! CEParticipationStatusStartDate:D! CEParticipationStatusEndDate:D \
    DateCreated:T! DateUpdated:T! UserID:S32! DateDeleted:T ExportID:S0!
    Client.csv PersonalID:S32! FirstName:S50 MiddleName:S50 LastName:S50 NameSuffix:S50 \
    NameDataQuality:I/3.01.5! SSN:S9 SSNDataQuality:I/3.02.2! DOB:D DOBDataQuality:I/3.03.2! \
    AmIndAKNative:I/1.7! Asian:I/1.7! BlackAfAmerican:I/1.7! HispanicLatinaeo:I/1.7! \
    MidEastNAfrican:I/1.7! NativeHIPacific:I/1.7! White:I/1.7! RaceNone:I/1.6 \
    AdditionalRaceEthnicity:S100 Woman:I/1.7! Man:I/1.7! NonBinary:I/1.7! \
    CulturallySpecific:I/1.7! Transgender:I/1.7! Questioning:I/1.7! \
    DifferentIdentity:I/1.7! GenderNone:I/1.6 DifferentIdentityText:S100 VeteranStatus:I/1.8! \
    YearEnteredService:I YearSeparated:I WorldWarII:I/1.8 KoreanWar:I/1.8 VietnamWar:I/1.8 \
    DesertStorm:I/1.8 AfghanistanOEF:I/1.8 IraqOIF:I/1.8 IraqOND:I/1.8 OtherTheater:I/1.8 \
    MilitaryBranch:I/V1.11 DischargeStatus:I/V1.12 DateCreated:T! DateUpdated:T! UserID:S32! \
    DateDeleted:T ExportID:S32!
    Enrollment.csv EnrollmentID:S32! PersonalID:S32! ProjectID:S32! EntryDate:D! \
    HouseholdID:S32! RelationshipToHoH:I/3.15.1! EnrollmentCoC:S6! LivingSituation:I/3.12.1-prior \
    RentalSubsidyType:I/3.12.A LengthOfStay:I/3.917.2 LOSUnderThreshold:I/1.7 \
    PreviousStreetESSH:I/1.7 DateToStreetESSH:D TimesHomelessPastThreeYears:I/3.917.4 \
    MonthsHomelessPastThreeYears:I/3.917.5 DisablingCondition:I/1.8! DateOfEngagement:D \
    MoveInDate:D DateOfPATHStatus:D ClientEnrolledInPATH:I/1.7 ReasonNotEnrolled:I/P3.A \
    PercentAMI:I/V4.1 ReferralSource:I/R1.1 CountOutreachReferralApproaches:I \
    DateOfBCPStatus:D EligibleForRHY:I/1.7 ReasonNoServices:I/R2.A RunawayYouth:I/1.8 \
    SexualOrientation:I/R3.1 SexualOrientationOther:S100 FormerWardChildWelfare:I/1.8 \
    ChildWelfareYears:I/R11.A ChildWelfareMonths:I FormerWardJuvenileJustice:I/1.8 \
    JuvenileJusticeYears:I/R11.A JuvenileJusticeMonths:I UnemploymentFam:I/1.7 \
    MentalHealthDisorderFam:I/1.7 PhysicalDisabilityFam:I/1.7 AlcoholDrugUseDisorderFam:I/1.7 \
    InsufficientIncome:I/1.7 IncarceratedParent:I/1.7 VAMCStation:S5/V6.1 TargetScreenReqd:I/1.7 \
    TimeToHousingLoss:I/V7.A AnnualPercentAMI:I/V7.B LiteralHomelessHistory:I/V7.C \
    ClientLeaseholder:I/1.7 HOHLeaseholder:I/1.7 SubsidyAtRisk:I/1.7 EvictionHistory:I/V7.G \
    CriminalRecord:I/1.7 IncarceratedAdult:I/V7.I PrisonDischarge:I/1.7 SexOffender:I/1.7 \
    DisabledHoH:I/1.7 CurrentPregnant:I/1.7 SingleParent:I/1.7 DependentUnder6:I/V7.O \
    HH5Plus:I/1.7 CoCPrioritized:I/1.7 HPScreeningScore:I ThresholdScore:I \
    TranslationNeeded:I/1.8 PreferredLanguage:I/C4.A PreferredLanguageDifferent:S100 DateCreated:T! \
    DateUpdated:T! UserID:S32! DateDeleted:T ExportID:S32!
    Exit.csv ExitID:S32! EnrollmentID:S32! PersonalID:S32! ExitDate:D! \
    Destination:I/3.12.1-destination! \
    DestinationSubsidyType:I/3.12.A OtherDestination:S50 HousingAssessment:I/W5.1 \
    SubsidyInformation:I/W5.AB ProjectCompletionStatus:I/R17.1 EarlyExitReason:I/R17.A \
    ExchangeForSex:I/1.8 ExchangeForSexPastThreeMonths:I/1.8 CountOfExchangeForSex:I/R15.B \
    AskedOrForcedToExchangeForSex:I/1.8 AskedOrForcedToExchangeForSexPastThreeMonths:I/1.8 \
    WorkplaceViolenceThreats:I/1.8 WorkplacePromiseDifference:I/1.8 \
    CoercedToContinueWork:I/1.8 LaborExploitPastThreeMonths:I/1.8 CounselingReceived:I/1.7 \
    IndividualCounseling:I/1.7 FamilyCounseling:I/1.7 GroupCounseling:I/1.7 \
    SessionCountAtExit:I PostExitCounselingPlan:I/1.7 SessionsInPlan:I \
    DestinationSafeClient:I/1.8 DestinationSafeWorker:I/R19.A PosAdultConnections:I/R19.A \
    PosPeerConnections:I/R19.A PosCommunityConnections:I/R19.A AftercareDate:D \
    AftercareProvided:I/R20.2 EmailSocialMedia:I/1.7 Telephone:I/1.7 InPersonIndividual:I/1.7 \
    InPersonGroup:I/1.7 CMExitReason:I/V9.1 DateCreated:T! DateUpdated:T! UserID:S32! \
    DateDeleted:T ExportID:S32!
    IncomeBenefits.csv IncomeBenefitsID:S32! EnrollmentID:S32! PersonalID:S32! \
    InformationDate:D! IncomeFromAnySource:I/1.8 TotalMonthlyIncome:M+ Earned:I/1.7 \
    EarnedAmount:M+ Unemployment:I/1.7 UnemploymentAmount:M+ SSI:I/1.7 SSIAmount:M+ SSDI:I/1.7 \
    SSDIAmount:M+ VADisabilityService:I/1.7 VADisabilityServiceAmount:M+ \
    VADisabilityNonService:I/1.7 VADisabilityNonServiceAmount:M+ PrivateDisability:I/1.7 \
    PrivateDisabilityAmount:M+ WorkersComp:I/1.7 WorkersCompAmount:M+ TANF:I/1.7 TANFAmount:M+ \
    GA:I/1.7 GAAmount:M+ SocSecRetirement:I/1.7 SocSecRetirementAmount:M+ Pension:I/1.7 \
    PensionAmount:M+ ChildSupport:I/1.7 ChildSupportAmount:M+ Alimony:I/1.7 AlimonyAmount:M+ \
    OtherIncomeSource:I/1.7 OtherIncomeAmount:M+ OtherIncomeSourceIdentify:S50 \
    BenefitsFromAnySource:I/1.8 SNAP:I/1.7! WIC:I/1.7 TANFChildCare:I/1.7 \
    TANFTransportation:I/1.7 OtherTANF:I/1.7 OtherBenefitsSource:I/1.7 \
    OtherBenefitsSourceIdentify:S50 InsuranceFromAnySource:I/1.8 Medicaid:I/1.7 \
    NoMedicaidReason:I/4.04.A Medicare:I/1.7 NoMedicareReason:I/4.04.A SCHIP:I/1.7 \
    NoSCHIPReason:I/4.04.A VHAServices:I/1.7 NoVHAReason:I/4.04.A EmployerProvided:I/1.7 \
    NoEmployerProvidedReason:I/4.04.A COBRA:I/1.7 NoCOBRAReason:I/4.04.A PrivatePay:I/1.7 \
    NoPrivatePayReason:I/4.04.A StateHealthIns:I/1.7 NoStateHealthInsReason:I/4.04.A \
    IndianHealthServices:I/1.7 NoIndianHealthServicesReason:I/4.04.A OtherInsurance:I/1.7 \
    OtherInsuranceIdentify:S50 ADAP:I/1.8 NoADAPReason:I/W3 RyanWhiteMedDent:I/1.8 \
    NoRyanWhiteReason:I/W3 ConnectionWithSOAR:I/1.8 DataCollectionStage:I/5.03.1! \
    DateCreated:T! DateUpdated:T! UserID:S32! DateDeleted:T ExportID:S32!
    HealthAndDV.csv HealthAndDVID:S32! EnrollmentID:S32! PersonalID:S32! InformationDate:D! \
    DomesticViolenceSurvivor:I/1.8 WhenOccurred:I/4.11.A CurrentlyFleeing:I/1.8 \
    GeneralHealthStatus:I/R7.1 DentalHealthStatus:I/R7.1 MentalHealthStatus:I/R7.1 \
    PregnancyStatus:I/1.8 DueDate:D DataCollectionStage:I/5.03.1! DateCreated:T! \
    DateUpdated:T! UserID:S32! DateDeleted:T ExportID:S32!
    EmploymentEducation.csv EmploymentEducationID:S32! EnrollmentID:S32! PersonalID:S32! \
    InformationDate:D! LastGradeCompleted:I/R4.1 SchoolStatus:I/R5.1 Employed:I/1.8 \
    EmploymentType:I/R6.A NotEmployedReason:I/R6.B DataCollectionStage:I/5.03.1! DateCreated:T! \
    DateUpdated:T! UserID:S32! DateDeleted:T ExportID:S32!
    Disabilities.csv DisabilitiesID:S32! EnrollmentID:S32! PersonalID:S32! InformationDate:D! \
    DisabilityType:I/1.3! DisabilityResponse:I! IndefiniteAndImpairs:I/1.8 \
    TCellCountAvailable:I/1.8 TcellCount:I TcellSource:I/W4.B ViralLoadAvailable:I/W4.3 \
    ViralLoad:I ViralLoadSource:I/W4.B AntiRetroviral:I/1.8 DataCollectionStage:I/5.03.1! \
    DateCreated:T! DateUpdated:T! UserID:S32! DateDeleted:T ExportID:S32!
    Services.csv ServicesID:S32! EnrollmentID:S32! PersonalID:S32! DateProvided:D! \
    RecordType:I/1.4! TypeProvided:I! OtherTypeProvided:S50 MovingOnOtherType:S50 \
    SubTypeProvided:I FAAmount:M FAStartDate:D FAEndDate:D ReferralOutcome:I/P2.A \
    DateCreated:T! DateUpdated:T! UserID:S32! DateDeleted:T ExportID:S32!
    CurrentLivingSituation.csv CurrentLivingSitID:S32! EnrollmentID:S32! PersonalID:S32! \
    InformationDate:D! CurrentLivingSituation:I/3.12.1-current! CLSSubsidyType:I/3.12.A \
    VerifiedBy:S100 \
    LeaveSituation14Days:I/1.8 SubsequentResidence:I/1.8 ResourcesToObtain:I/1.8 \
    LeaseOwn60Day:I/1.8 MovedTwoOrMore:I/1.8 LocationDetails:S250 DateCreated:T! \
    DateUpdated:T! UserID:S32! DateDeleted:T ExportID:S32!
    YouthEducationStatus.csv YouthEducationStatusID:S32! EnrollmentID:S32! PersonalID:S32! \
    InformationDate:D! CurrentSchoolAttend:I/C3.2 MostRecentEdStatus:I/C3.A \
    CurrentEdStatus:I/C3.B DataCollectionStage:I/5.03.1! DateCreated:T! DateUpdated:T! \
    UserID:S32! DateDeleted:T ExportID:S32!
    Assessment.csv AssessmentID:S32! EnrollmentID:S32 PersonalID:S32! AssessmentDate:D! \
    AssessmentLocation:S250! AssessmentType:I/4.19.3! AssessmentLevel:I/4.19.4! \
    PrioritizationStatus:I/4.19.7! DateCreated:T! DateUpdated:T! UserID:S32! DateDeleted:T \
    ExportID:S32!
    AssessmentQuestions.csv AssessmentQuestionID:S32! AssessmentID:S32! EnrollmentID:S32! \
    PersonalID:S32! AssessmentQuestionGroup:S250! AssessmentQuestionOrder:I! \
    AssessmentQuestion:S250! AssessmentAnswer:S500! DateCreated:T! DateUpdated:T! UserID:S32! \
    DateDeleted:T ExportID:S32!
    AssessmentResults.csv AssessmentResultID:S32! AssessmentID:S32! EnrollmentID:S32! \
    PersonalID:S32! AssessmentResultType:S250! AssessmentResult:S250 DateCreated:T! \
    DateUpdated:T! UserID:S32! DateDeleted:T ExportID:S32!
    Event.csv EventID:S32! EnrollmentID:S32! PersonalID:S32! EventDate:D! Event:I/4.20.2! \
    ProbSolDivRRResult:I/1.7 ReferralCaseManageAfter:I/1.7 LocationCrisisOrPHHousing:S250 \
    ReferralResult:I/4.20.D ResultDate:D DateCreated:T! DateUpdated:T! UserID:S32! \
    DateDeleted:T ExportID:S32!
    """

  static let lists = """
    1.1 1 3 4
    1.10 0 1
    1.2 1 2 3
    1.3 5 6 7 8 9 10
    1.4 141 142 143 144 151 152 161 200 210 300
    1.5 1 2 3 4
    1.6 8 9 99
    1.7 0 1 99
    1.8 0 1 8 9 99
    1.9 1 2 3 4
    2.02.6 0 1 2 3 4 6 8 9 7 10 11 12 13 14
    2.02.7 1 3 4
    2.02.8 0 1 2
    2.02.A 1 2
    2.02.D 1 2 3
    2.03.4 1 2 3 99
    2.06.1 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 30 32 33 34 \
    35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55
    2.07.4 1 3 4
    2.07.5 1 2 3
    2.07.6 1 2 3
    2.08.1 0 1 2
    3.01.5 1 2 8 9 99
    3.02.2 1 2 8 9 99
    3.03.2 1 2 8 9 99
    3.12.1-current 8 9 17 37 99 101 116 118 204 205 206 207 215 225 302 314 329 332 335 336 410 \
    411 421 435
    3.12.1-destination 8 9 17 24 30 99 101 116 118 204 205 206 207 215 225 302 312 313 314 327 \
    329 332 410 411 421 422 423 426 435
    3.12.1-prior 8 9 99 101 116 118 204 205 206 207 215 225 302 314 329 332 335 336 410 411 421 \
    435
    3.12.A 428 419 431 433 434 420 436 437 438 439 440
    3.15.1 1 2 3 4 5 99
    3.917.2 2 3 4 5 8 9 10 11 99
    3.917.4 1 2 3 4 8 9 99
    3.917.5 8 9 99 101 102 103 104 105 106 107 108 109 110 111 112 113
    4.04.A 1 2 3 4 8 9 99
    4.11.A 1 2 3 4 8 9 99
    4.19.3 1 2 3
    4.19.4 1 2
    4.19.7 1 2
    4.20.2 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18
    4.20.D 1 2 3
    5.03.1 1 2 3 5 6
    C3.2 0 1 2 8 9 99
    C3.A 0 1 2 3 4 5 6 7 8 9 99
    C3.B 0 1 2 3 4 8 9 99
    C4.A 8 9 21 99 100-426
    P2.A 1 2 3
    P3.A 1 2 3
    R1.1 1 2 7 8 9 11 18 28 30 34 35 37 38 39 99
    R11.A 1 2 3 99
    R15.B 1 2 3 4 8 9 99
    R17.1 1 2 3
    R17.A 1 2 3 4 5 6
    R19.A 0 1 2
    R2.A 1 2 3 4 99
    R20.2 0 1 9
    R3.1 1 2 3 4 5 6 8 9 99
    R4.1 1 2 3 4 5 6 7 8 9 10 11 12 13 14 99
    R5.1 1 2 3 4 5 6 7 8 9 99
    R6.A 1 2 3 99
    R6.B 1 2 3 99
    R7.1 1 2 3 4 5 8 9 99
    V1.11 1 2 3 4 6 7 8 9 99
    V1.12 1 2 4 5 6 7 8 9 99
    V4.1 1 2 3 4 99
    V7.A 0 1 2 3 99
    V7.B 0 1 2 3 99
    V7.C 0 1 2 99
    V7.G 0 1 2 99
    V7.I 0 1 2 99
    V7.O 0 1 2 99
    V9.1 1 2 3 4 5 6 7 8 9 10 11 12 13
    W3 1 2 3 4 8 9 99
    W4.3 0 1 2 8 9 99
    W4.B 1 2 3
    W5.1 1 2 3 4 5 6 7 8 9 10 99
    W5.AB 1 2 3 4 11 12
    \(ColumnsFY2026.stations)
    """
}
