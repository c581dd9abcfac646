/// Why a path cannot be read: the file, the entry of an archive in it, and what is wrong.
///
/// Names are as they were found, so whoever shows them makes them safe; nothing of the content is
/// in an error.
package struct InputError: Error, Equatable, Sendable {
  /// The path of the file or folder.
  package let file: String
  /// The entry of an archive; nil if the whole file is meant.
  package let entry: String?
  /// What is wrong with it.
  package let problem: InputProblem
}

/// What is wrong with a file, a folder or an archive.
package enum InputProblem: Error, Equatable, Sendable {
  /// Nothing has that name.
  case notFound
  /// The system does not permit it to this account.
  case denied
  /// Neither an ordinary file nor a folder: a pipe, a device, a socket, a circle of links.
  case notAFile
  /// The file was there when its folder was listed, and is gone.
  case vanished
  /// The file was altered since it was found, perhaps while it was read.
  case changed
  /// Any other failure of the system, by its number (`errno`).
  case unreadable(code: Int32)
  /// A folder or an archive has more names than the limit.
  case tooManyEntries(limit: Int)
  /// A name has more bytes than the limit.
  case nameTooLong(limit: Int)
  /// A stream has more bytes than the limit.
  case streamTooLong(limit: Int)
  /// All streams together have more bytes than the limit.
  case totalTooLong(limit: Int)
  /// An archive is not one that can be trusted.
  case zip(ZipProblem)
}

/// What is wrong with an archive or one of its entries.
package enum ZipProblem: Error, Equatable, Sendable {
  /// It is called a zip, and does not begin as one.
  case notAZip
  /// It is a spreadsheet's or word processor's own file, which is a zip inside.
  case officeDocument
  /// Its end is missing.
  case truncated
  /// Bytes follow its end, or it has two ends.
  case trailingBytes
  /// It is one of several parts.
  case inParts
  /// Its directory has more bytes than the limit.
  case directoryTooLong(limit: Int)
  /// Its directory is not where, what or as long as its end says.
  case wrongDirectory
  /// What an entry says of itself is not what the directory says of it.
  case headersDiffer
  /// Two entries share bytes.
  case overlap
  /// Bytes between two entries belong to none, so other programs may see more than this one.
  case unaccountedBytes
  /// It needs a password.
  case encrypted
  /// It is packed by a method other than "stored" (0) and "deflate" (8).
  case method(UInt16)
  /// A name that leads out of the folder, is absolute, or has a backslash or a control character.
  case unsafeName
  /// A name that is said to be UTF-8 and is not.
  case nameEncoding
  /// Two entries have one name, capitals apart.
  case sameName
  /// A symbolic link.
  case link
  /// A pipe or a device.
  case notAFile
  /// It becomes more times larger than the limit.
  case bomb(ratio: Int)
  /// The compressed data is damaged.
  case damaged
  /// What comes out is not as long as the directory says.
  case wrongSize
  /// What comes out has not the check sum that the directory says.
  case wrongChecksum
  /// There is no memory to unpack it.
  case noMemory
}
