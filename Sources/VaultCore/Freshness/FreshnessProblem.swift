/// Why a vault is not the one, or not as new as the one, that this account has seen.
package enum FreshnessProblem: Error, Equatable, Sendable {
  /// An older copy: its generation, its roster or its log ends before what was seen.
  case older
  /// As new as what was seen or newer, but without it: a branch that parted earlier.
  case forked
  /// A new generation, made by somebody whom this account knows as a supervisor or by the recovery
  /// key; it is accepted only with the words of its version.
  case newGeneration
  /// The words that were given are not those of the new generation's version.
  case otherWords
  /// A new generation made by nobody whom this account knows as a supervisor.
  case strangeGeneration
}
