import Matching

/// Somebody in the vault who may be the person that is being registered.
package struct Similar: Equatable, Sendable {
  package let id: ClientID
  /// The UID that stands now, or the newest earlier one; nil while pending.
  package let uid: String?
  package let status: ClientStatus
  /// Absolute log-odds in bits: how much the evidence speaks for one person.
  package let weight: Double
  /// Whether the weight is above the upper threshold.
  package let isCertain: Bool
  package let reasons: [SimilarityReason]
}

/// A fact that speaks for two people being one, or against it.
package enum SimilarityReason: String, CaseIterable, Sendable {
  case sameName = "same name"
  case sameGivenName = "same first name"
  case sameSurname = "same last name"
  case similarName = "similar name"
  case exchangedNames = "first and last name exchanged"
  case alsoKnownAs = "also known as"
  case soundsAlike = "sounds alike"
  case sameBirthDate = "same birth date"
  case similarBirthDate = "similar birth date"
  case sameBirthYear = "same birth year"
  case sameSSN = "same SSN"
  case similarSSN = "similar SSN"
  case sameLastFour = "same end of SSN"
  case samePhone = "same phone"
  case differentMiddleName = "but another middle name"
  case differentSuffix = "but another suffix"
  case differentBirthDate = "but another birth date"
  case differentSSN = "but another SSN"

  init(_ reason: EvidenceReason) {
    self =
      switch reason {
      case .sameName: .sameName
      case .sameGivenName: .sameGivenName
      case .sameSurname: .sameSurname
      case .similarName: .similarName
      case .exchangedNames: .exchangedNames
      case .alsoKnownAs: .alsoKnownAs
      case .soundsAlike: .soundsAlike
      case .sameBirthDate: .sameBirthDate
      case .similarBirthDate: .similarBirthDate
      case .sameBirthYear: .sameBirthYear
      case .sameSSN: .sameSSN
      case .similarSSN: .similarSSN
      case .sameLastFour: .sameLastFour
      case .samePhone: .samePhone
      case .differentMiddleName: .differentMiddleName
      case .differentSuffix: .differentSuffix
      case .differentBirthDate: .differentBirthDate
      case .differentSSN: .differentSSN
      }
  }
}

extension Similar {
  /// Weighs an entry; nil below the lower threshold.
  init?(_ entry: DirectoryEntry, weighed evidence: Evidence) {
    guard evidence.asks else { return nil }
    id = entry.id
    uid = entry.uids.first.map { String(decoding: $0, as: UTF8.self) }
    status = entry.status
    weight = evidence.weight
    isCertain = evidence.isCertain
    reasons = evidence.reasons.map(SimilarityReason.init)
  }
}
