import AgeFormat

/// Why a backup was not made, or cannot be used.
package enum BackupProblem: Error, Equatable, Sendable {
  /// This account has not unlocked the vault: nothing tells it whose keys it may trust.
  case notVisited
  /// The file is no age file.
  case notAge
  /// It is an age file in armor, which is text.
  case armored
  /// It is an age file of a version that is not read here.
  case unknownVersion
  /// It ends too early.
  case cutShort
  /// It was altered, or its disk has errors; or it has more in its header than any backup.
  case altered
  /// It was made to none of the keys at hand.
  case otherKeys
  /// A backup of a later form than this program knows.
  case newerForm
  /// No supervisor's passphrase opens it: it holds none, as an age file made by hand.
  case noPassphrase
  /// The recovery key is none that the file was made to.
  case otherSheet
  /// The passphrase opens it, and whoever it belongs to was not of that name.
  case otherName
  /// The backup's rows are damaged: how many.
  case unsound(Int)
}

extension BackupProblem {
  /// What an age file's problem means to who restores.
  init(_ error: AgeError) {
    switch error {
    case .notAge: self = .notAge
    case .armored: self = .armored
    case .unsupportedVersion: self = .unknownVersion
    case .headerTruncated, .payloadTruncated, .finalChunkEmpty: self = .cutShort
    case .noMatchingStanza: self = .otherKeys
    default: self = .altered
    }
  }
}
