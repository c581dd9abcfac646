import InputFiles
import Terminal

extension CommandFailure {
  /// A path that cannot be read. It names the file and the entry, never what is in them.
  init(_ error: InputError) {
    let place = error.entry.map { "\(error.file): \($0)" } ?? error.file
    self.init(
      "\(place): \(error.problem.words)", hints: error.problem.hints, status: .trouble)
  }
}

extension InputProblem {
  fileprivate var words: String {
    switch self {
    case .notFound: "there is no such file or folder"
    case .denied: "the system does not permit reading it"
    case .notAFile: "it is neither a file nor a folder, but a pipe, a device or the like"
    case .vanished: "it was there a moment ago and is gone"
    case .changed: "it was altered while it was read"
    case .unreadable(let code): "the system could not read it (error \(code))"
    case .tooManyEntries(let limit): "there are more than \(limit) files in it"
    case .nameTooLong(let limit): "its name has more than \(limit) bytes"
    case .streamTooLong(let limit): "it has more than \(limit >> 20) MiB"
    case .totalTooLong(let limit): "its files have more than \(limit >> 20) MiB together"
    case .zip(let problem): problem.words
    }
  }

  fileprivate var hints: [String] {
    switch self {
    case .vanished, .changed: ["wait until the export is written, then check it again"]
    case .tooManyEntries: ["name the folder that holds the export's tables and nothing else"]
    case .zip(let problem): problem.hints
    case .notFound, .denied, .notAFile, .unreadable, .nameTooLong, .streamTooLong, .totalTooLong:
      []
    }
  }
}

extension ZipProblem {
  fileprivate var words: String {
    switch self {
    case .notAZip: "it is called a zip and is none"
    case .officeDocument: "it is a spreadsheet's own file, not a table as text"
    case .truncated: "the zip is cut short"
    case .trailingBytes: "the zip has bytes behind its end"
    case .inParts: "the zip is one of several parts"
    case .directoryTooLong(let limit): "the zip's list of files has more than \(limit >> 20) MiB"
    case .wrongDirectory: "the zip's list of files is damaged"
    case .headersDiffer: "the zip says one thing of it in one place and another in another"
    case .overlap: "it shares bytes with another file in the zip"
    case .unaccountedBytes: "the zip holds bytes behind or before it that are in no file"
    case .encrypted: "it is encrypted"
    case .method(let number): "it is packed by method \(number), which is not deflate"
    case .unsafeName: "its name leads out of the zip, or no file may have it"
    case .nameEncoding: "its name is no text"
    case .sameName: "another file in the zip has the same name"
    case .link: "it is a link to another file"
    case .notAFile: "it is neither a file nor a folder"
    case .bomb(let ratio): "it unpacks to more than \(ratio) times its size"
    case .damaged, .wrongChecksum, .wrongSize: "it is damaged in the zip"
    case .noMemory: "there is no memory to unpack it"
    }
  }

  fileprivate var hints: [String] {
    switch self {
    case .officeDocument: ["save it as CSV (\"CSV UTF-8\"), and check that"]
    case .truncated, .trailingBytes, .wrongDirectory, .damaged, .wrongChecksum, .wrongSize:
      ["download or copy the zip again; if it stays so, unpack it, and check the folder"]
    case .headersDiffer, .overlap, .unaccountedBytes, .unsafeName, .nameEncoding, .sameName, .link,
      .notAFile, .bomb, .directoryTooLong:
      ["no HMIS writes such a zip: ask whoever made it for another"]
    case .encrypted, .method, .inParts: ["unpack it, and check the folder"]
    case .notAZip, .noMemory: []
    }
  }
}
