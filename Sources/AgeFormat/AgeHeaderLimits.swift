/// How much of a header is read before it is refused: nothing in it is authentic yet.
package struct AgeHeaderLimits: Equatable, Sendable {
  /// The most bytes of a header, its last line end counted.
  package let bytes: Int

  /// The most stanzas.
  package let stanzas: Int

  /// Sets both.
  package init(bytes: Int, stanzas: Int) {
    precondition(bytes > 0 && stanzas > 0, "limits that no file keeps")
    self.bytes = bytes
    self.stanzas = stanzas
  }

  /// 1 MiB is a hundred times the header of a large office; a thousand X25519 stanzas cost a tenth
  /// of a second to try.
  package static let standard = AgeHeaderLimits(bytes: 1 << 20, stanzas: 1000)
}
