import Matching

/// One way in which some neighbouring words of a query can meet an entry.
///
/// It owns no memory and only refers to its `ProbeSet`: nothing is counted or copied for it while
/// every entry of the vault is looked at on several cores. Nicknames and sounds will be further
/// kinds.
struct Probe: Sendable {
  /// How many words it uses up.
  let words: Int
  let kind: Kind

  enum Kind: Sendable {
    /// A name is like a pattern.
    case name(pattern: Int)
    /// Names are like all of several patterns: the parts of a hyphenated word, in any order.
    case names(patterns: Range<Int>)
    /// The birth date has these parts.
    case date(DateQuery)
    /// A UID, whole, or in part too.
    case uid(Range<Int>, Extent)
    /// A phone's digits, or some of them in a row.
    case phone(Range<Int>)
    /// The SSN's digits, or the last of them.
    case ssn(Range<Int>)
    /// The id begins like this.
    case id(ClientIDPrefix)

    // Only where nothing was found otherwise:

    /// A short name, or the beginning of one, is a slip away.
    case shortName(Range<Int>)
    /// A name and the beginning of another one, between which a space was forgotten.
    case together(Range<Int>)
    /// The birth date is a slip away.
    case dateSlip(DateQuery)
    /// A UID, or a part of it, is a slip away.
    case uidSlip(Range<Int>)
    /// A phone's digits are a slip away.
    case phoneSlip(Range<Int>)
    /// The SSN is a slip away.
    case ssnSlip(Range<Int>)
  }

  /// How much of a UID must have been typed.
  enum Extent: Sendable {
    case whole
    case part
  }
}
