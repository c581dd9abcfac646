import Matching

extension PersonTraits {
  /// The traits of somebody who is being registered.
  init(_ details: ClientDetails) {
    self.init(
      given: FoldedName(details.given ?? ""), middle: FoldedName(details.middle ?? ""),
      surname: FoldedName(details.surname ?? ""), suffix: FoldedName(details.suffix ?? ""),
      otherNames: ([details.preferred].compactMap { $0 } + details.aliases.map(\.text))
        .map { FoldedName($0) },
      birthDate: details.birthDate?.partial, ssn: details.ssn, phones: details.phones)
  }

  /// The traits of somebody in the directory.
  init(_ entry: DirectoryEntry) {
    let name = { (kind: NameKind) in
      FoldedName(
        entry.names.first { $0.kind == kind }.map { String(decoding: $0.text, as: UTF8.self) }
          ?? "")
    }
    self.init(
      given: name(.given), middle: name(.middle), surname: name(.surname), suffix: name(.suffix),
      otherNames: entry.names.filter { $0.kind == .preferred || $0.kind == .alias }
        .map { FoldedName(String(decoding: $0.text, as: UTF8.self)) },
      birthDate: entry.birthDate?.partial,
      ssn: entry.ssnDigits.isEmpty ? nil : String(decoding: entry.ssnDigits, as: UTF8.self),
      phones: entry.phones.map { String(decoding: $0, as: UTF8.self) })
  }
}
