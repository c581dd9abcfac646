/// The tables of an invented export, with the columns of the FY2026 standard in its order.
///
/// Source: HUD HMIS CSV FY2026.
enum ExportTable: String, CaseIterable {
  case export = "Export"
  case organization = "Organization"
  case project = "Project"
  case client = "Client"
  case enrollment = "Enrollment"
  case exit = "Exit"
  case incomeBenefits = "IncomeBenefits"
  case healthAndDV = "HealthAndDV"
  case services = "Services"

  /// The name of its file.
  var file: String { "\(rawValue).csv" }

  /// Its first line.
  var header: String { columns.split(separator: " ").joined(separator: ",") + "\r\n" }

  private var columns: String {
    switch self {
    case .export: Self.exportColumns
    case .organization: Self.organizationColumns
    case .project: Self.projectColumns
    case .client: Self.clientColumns
    case .enrollment: Self.enrollmentColumns
    case .exit: Self.exitColumns
    case .incomeBenefits: Self.incomeBenefitsColumns
    case .healthAndDV: Self.healthAndDVColumns
    case .services: Self.servicesColumns
    }
  }

  private static let exportColumns = """
    ExportID SourceType SourceID SourceName SourceContactFirst SourceContactLast \
    SourceContactPhone SourceContactExtension SourceContactEmail ExportDate ExportStartDate \
    ExportEndDate SoftwareName SoftwareVersion CSVVersion ExportPeriodType ExportDirective \
    HashStatus ImplementationID
    """

  private static let organizationColumns = """
    OrganizationID OrganizationName VictimServiceProvider OrganizationCommonName DateCreated \
    DateUpdated UserID DateDeleted ExportID
    """

  private static let projectColumns = """
    ProjectID OrganizationID ProjectName ProjectCommonName OperatingStartDate OperatingEndDate \
    ContinuumProject ProjectType HousingType RRHSubType ResidentialAffiliation \
    TargetPopulation HOPWAMedAssistedLivingFac PITCount DateCreated DateUpdated UserID \
    DateDeleted ExportID
    """

  private static let clientColumns = """
    PersonalID FirstName MiddleName LastName NameSuffix NameDataQuality SSN SSNDataQuality DOB \
    DOBDataQuality Sex AmIndAKNative Asian BlackAfAmerican HispanicLatinao MidEastNAfrican \
    NativeHIPacific White RaceNone AdditionalRaceEthnicity VeteranStatus YearEnteredService \
    YearSeparated WorldWarII KoreanWar VietnamWar DesertStorm AfghanistanOEF IraqOIF IraqOND \
    OtherTheater MilitaryBranch DischargeStatus DateCreated DateUpdated UserID DateDeleted \
    ExportID
    """

  private static let enrollmentColumns = """
    EnrollmentID PersonalID ProjectID EntryDate HouseholdID RelationshipToHoH EnrollmentCoC \
    LivingSituation RentalSubsidyType LengthOfStay LOSUnderThreshold PreviousStreetESSH \
    DateToStreetESSH TimesHomelessPastThreeYears MonthsHomelessPastThreeYears \
    DisablingCondition DateOfEngagement MoveInDate DateOfPATHStatus ClientEnrolledInPATH \
    ReasonNotEnrolled PercentAMI ReferralSource CountOutreachReferralApproaches \
    DateOfBCPStatus EligibleForRHY ReasonNoServices RunawayYouth FormerWardChildWelfare \
    ChildWelfareYears ChildWelfareMonths FormerWardJuvenileJustice JuvenileJusticeYears \
    JuvenileJusticeMonths UnemploymentFam MentalHealthDisorderFam PhysicalDisabilityFam \
    AlcoholDrugUseDisorderFam InsufficientIncome IncarceratedParent VAMCStation \
    TargetScreenReqd TimeToHousingLoss AnnualPercentAMI LiteralHomelessHistory \
    ClientLeaseholder HOHLeaseholder SubsidyAtRisk EvictionHistory CriminalRecord \
    IncarceratedAdult PrisonDischarge SexOffender DisabledHoH CurrentPregnant SingleParent \
    DependentUnder6 HH5Plus CoCPrioritized HPScreeningScore ThresholdScore \
    MentalHealthConsultation TranslationNeeded PreferredLanguage PreferredLanguageDifferent \
    DateCreated DateUpdated UserID DateDeleted ExportID
    """

  private static let exitColumns = """
    ExitID EnrollmentID PersonalID ExitDate Destination DestinationSubsidyType \
    OtherDestination HousingAssessment SubsidyInformation ProjectCompletionStatus \
    EarlyExitReason ExchangeForSex ExchangeForSexPastThreeMonths CountOfExchangeForSex \
    AskedOrForcedToExchangeForSex AskedOrForcedToExchangeForSexPastThreeMonths \
    WorkplaceViolenceThreats WorkplacePromiseDifference CoercedToContinueWork \
    LaborExploitPastThreeMonths CounselingReceived IndividualCounseling FamilyCounseling \
    GroupCounseling SessionCountAtExit PostExitCounselingPlan SessionsInPlan \
    DestinationSafeClient DestinationSafeWorker PosAdultConnections PosPeerConnections \
    PosCommunityConnections AftercareDate AftercareProvided EmailSocialMedia Telephone \
    InPersonIndividual InPersonGroup CMExitReason DateCreated DateUpdated UserID DateDeleted \
    ExportID
    """

  private static let incomeBenefitsColumns = """
    IncomeBenefitsID EnrollmentID PersonalID InformationDate IncomeFromAnySource \
    TotalMonthlyIncome Earned EarnedAmount Unemployment UnemploymentAmount SSI SSIAmount SSDI \
    SSDIAmount VADisabilityService VADisabilityServiceAmount VADisabilityNonService \
    VADisabilityNonServiceAmount PrivateDisability PrivateDisabilityAmount WorkersComp \
    WorkersCompAmount TANF TANFAmount GA GAAmount SocSecRetirement SocSecRetirementAmount \
    Pension PensionAmount ChildSupport ChildSupportAmount Alimony AlimonyAmount \
    OtherIncomeSource OtherIncomeAmount OtherIncomeSourceIdentify BenefitsFromAnySource SNAP \
    WIC TANFChildCare TANFTransportation OtherTANF OtherBenefitsSource \
    OtherBenefitsSourceIdentify InsuranceFromAnySource Medicaid NoMedicaidReason Medicare \
    NoMedicareReason SCHIP NoSCHIPReason VHAServices NoVHAReason EmployerProvided \
    NoEmployerProvidedReason COBRA NoCOBRAReason PrivatePay NoPrivatePayReason StateHealthIns \
    NoStateHealthInsReason IndianHealthServices NoIndianHealthServicesReason OtherInsurance \
    OtherInsuranceIdentify ADAP NoADAPReason RyanWhiteMedDent NoRyanWhiteReason \
    ConnectionWithSOAR DataCollectionStage DateCreated DateUpdated UserID DateDeleted ExportID
    """

  private static let healthAndDVColumns = """
    HealthAndDVID EnrollmentID PersonalID InformationDate DomesticViolenceSurvivor \
    WhenOccurred CurrentlyFleeing GeneralHealthStatus DentalHealthStatus MentalHealthStatus \
    PregnancyStatus DueDate DataCollectionStage DateCreated DateUpdated UserID DateDeleted \
    ExportID
    """

  private static let servicesColumns = """
    ServicesID EnrollmentID PersonalID DateProvided RecordType TypeProvided OtherTypeProvided \
    MovingOnOtherType SubTypeProvided FAAmount FAStartDate FAEndDate ReferralOutcome \
    DateCreated DateUpdated UserID DateDeleted ExportID
    """
}
