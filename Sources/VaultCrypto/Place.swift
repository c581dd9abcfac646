/// Where a sealed value belongs; in any other place it does not open.
///
/// As associated data: lp8("uidvault/seal/v1") ‖ vault id (16) ‖ lp8(namespace) ‖ lp16(key) ‖
/// epoch (8).
package struct Place: Sendable {
  /// A family of places; the room that owns the values declares the constants.
  package struct Namespace: Sendable {
    let text: StaticString

    /// Names a namespace in ASCII, at most 255 bytes.
    package init(_ text: StaticString) {
      precondition(text.isASCII && text.utf8CodeUnitCount <= 255, "a namespace that does not fit")
      self.text = text
    }
  }

  let associated: [UInt8]

  /// Names a place by a vault id of 16 bytes, a namespace, a key of at most 65,535 bytes in it, and
  /// the epoch of the sealing key.
  package init(vault: [UInt8], namespace: Namespace, key: [UInt8], epoch: UInt64) {
    let reserve = 16 + 1 + namespace.text.utf8CodeUnitCount + 2 + key.count + 8
    var context = ContextBytes(prefix: "uidvault/seal/v1", reserving: reserve)
    context.append(vault: vault)
    context.append(lp8: namespace.text)
    context.append(lp16: key)
    context.append(epoch)
    associated = context.bytes
  }
}
