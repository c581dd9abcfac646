import HMIS
import InputFiles
import Terminal

/// A small file that an option names.
enum NamedFile {
  /// All of it; what is not there may be a name, and is not repeated.
  ///
  /// - Throws: `CommandFailure`.
  static func bytes(
    of path: String, as option: String
  ) throws(CommandFailure) -> [UInt8] {
    let files: InputFiles
    var bytes: [UInt8] = []
    do throws(InputError) {
      files = try InputFiles.open(path, limits: smallFile)
      if files.kind == .file, let reading = try files.streams.first?.open() {
        while let chunk = try reading.next() { bytes += chunk }
      }
    } catch  where error.problem == .notFound {
      throw CommandFailure(
        "\(option) names no file" + (option == "--profile" ? " and no profile" : ""),
        hints: option == "--profile" ? [profileHint] : [], status: .trouble)
    } catch {
      throw CommandFailure(error)
    }
    guard files.kind == .file else {
      throw CommandFailure("\(option) names a folder or a zip, and no file", status: .trouble)
    }
    return bytes
  }

  private static var smallFile: InputLimits {
    var limits = InputLimits()
    limits.stream = 64 << 20  // bytes; a million accepted findings
    return limits
  }

  private static let profileHint =
    "profiles: \(Profiles.all.map(\.name).joined(separator: ", "))"
}

extension Profile {
  /// The profile that an option names, or that the file named by it holds; the job aid's if it was
  /// not given.
  ///
  /// - Throws: `CommandFailure`.
  static func chosen(_ word: String?) throws(CommandFailure) -> Profile {
    guard let word else { return Profiles.standard }
    if let known = Profiles.named(word) { return known }
    let bytes = try NamedFile.bytes(of: word, as: "--profile")
    do throws(ProfileError) {
      return try Profile(String(decoding: bytes, as: UTF8.self))
    } catch {
      throw CommandFailure(error, file: word)
    }
  }
}
