/// How much may come out of one path that a person names.
///
/// Sizes are in bytes as they come out, that is uncompressed.
package struct InputLimits: Equatable, Sendable {
  /// The most bytes of one stream: 16 GiB, many times the largest export known.
  package var stream = 16 << 30
  /// The most bytes of all streams together: 64 GiB.
  package var total = 64 << 30
  /// The most names in a folder or an archive: 1,000, where an export has 24 files.
  package var entries = 1_000
  /// The longest name of an entry, in bytes: 255, as file systems have it.
  package var name = 255
  /// How many times larger an archive's entry may be than what is stored: 200. Tables with many
  /// empty fields reach some 50; deflate, which a zip bomb exhausts, ends at 1,032.
  package var ratio = 200
  /// The bytes below which the ratio does not matter: 8 MiB.
  package var ratioFrom = 8 << 20
  /// The most bytes of an archive's directory, which is read as a whole: 4 MiB.
  package var directory = 4 << 20

  /// Sets the limits that the members name.
  package init() {}
}
