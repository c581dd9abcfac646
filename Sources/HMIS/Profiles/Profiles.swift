/// The profiles that the program has; own ones are read from a file.
package enum Profiles {
  /// The default first.
  private static let texts = [
    Profile.jobAid, Profile.clarity, Profile.kingCounty, Profile.ohio, Profile.connecticut,
    Profile.orangeCounty, Profile.greenRiver,
  ]

  /// All of them, the default first.
  package static let all: [Profile] = texts.map { text in
    do throws(ProfileError) {
      return try Profile(text)
    } catch {
      preconditionFailure("a profile of our own cannot be read: \(error)")
    }
  }

  /// The profile of the job aid.
  package static var standard: Profile { all[0] }

  /// The profile with a name; nil if there is none.
  package static func named(_ name: String) -> Profile? {
    all.first { $0.name == name.lowercased() }
  }
}
