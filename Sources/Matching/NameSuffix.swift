/// What stands behind a name to tell father from son.
enum NameSuffix {
  /// The shortest form of a folded suffix.
  static func shortest(_ suffix: FoldedName) -> FoldedName {
    switch suffix.text {
    case "junior", "jnr": FoldedName("jr")
    case "senior", "snr": FoldedName("sr")
    case "2nd", "2", "second": FoldedName("ii")
    case "3rd", "3", "third": FoldedName("iii")
    case "4th", "4", "fourth": FoldedName("iv")
    default: suffix
    }
  }
}
