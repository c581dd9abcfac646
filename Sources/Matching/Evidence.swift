/// How much speaks for two people being one, as absolute log-odds in bits: a
/// bit more doubles the odds. What is not known of one of them says nothing, so
/// that a missing field never looks like agreement.
///
/// Source: Fellegi and Sunter, "A theory for record linkage" (1969), with
/// weights measured on public test data.
package struct Evidence: Hashable, Sendable {
  /// From here on, in bits, a person has to be asked whether the two are one:
  /// a common full name alone reaches it, the same surname and birth date too.
  package static let asks = 10.0

  /// From here on, in bits, the two may count as one, and registering is refused:
  /// the commonest full name with the same birth date reaches it, even on the
  /// first of January, and no two agreements that say less do. The odds against
  /// two people out of 100,000 being one are 17 bits.
  package static let certain = 21.0

  /// The log-odds in bits.
  package let weight: Double

  private let facts: EvidenceFacts

  /// What was found, in the order of the cases.
  package var reasons: [EvidenceReason] {
    EvidenceReason.allCases.filter { facts.contains($0) }
  }

  /// Tells whether the two may be one, so that somebody has to look.
  package var asks: Bool { weight >= Evidence.asks }

  /// Tells whether the two count as one: the weight reaches `certain`, two
  /// independent things agree (the names, and a birth date or number), and
  /// nothing that is known of both disagrees. However much agrees otherwise,
  /// twins, father and son, and a name alone are only asked about.
  package let isCertain: Bool

  /// Weighs what is known of two people; the order does not matter.
  package static func between(_ one: PersonTraits, _ other: PersonTraits) -> Evidence {
    let comparison = EvidenceComparison(one, other)
    let weight = comparison.weight
    return Evidence(
      weight: weight, isCertain: weight >= certain && comparison.allowsCertainty,
      facts: comparison.facts)
  }

  private init(weight: Double, isCertain: Bool, facts: EvidenceFacts) {
    self.weight = weight
    self.isCertain = isCertain
    self.facts = facts
  }
}
