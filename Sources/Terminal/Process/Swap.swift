/// States where the system may put memory that it needs for something else.
package enum Swap: Equatable, Sendable {
  /// Nowhere.
  case off
  /// Only into encrypted or compressed places that a stolen disk does not reveal.
  case encrypted
  /// Onto a disk, readable to whoever has it.
  case plain
  /// It cannot be told.
  case unknown
}

extension Swap {
  /// Reads `/proc/swaps` and what `/sys` says about the devices, under a root folder.
  static func read(from root: String) -> Swap {
    guard let table = text(of: root + "/proc/swaps") else { return .unknown }
    let places = table.split(separator: "\n").dropFirst().compactMap {
      $0.split(whereSeparator: { $0 == " " || $0 == "\t" }).first.map(String.init)
    }
    let kinds = places.map { kind(of: $0, root) }
    if kinds.isEmpty { return .off }
    if kinds.contains(.plain) { return .plain }
    return kinds.contains(.unknown) ? .unknown : .encrypted
  }

  private static func kind(of place: String, _ root: String) -> Swap {
    // zram is compressed memory and goes to no disk unless somebody gave it one.
    if place.hasPrefix("/dev/zram") { return .encrypted }
    let device = Platform.device(at: place) ?? Platform.device(holding: place)
    guard let device, device.major != 0 else { return .unknown }
    return kind(ofBlock: "\(root)/sys/dev/block/\(device.major):\(device.minor)", depth: 0)
  }

  /// A device is encrypted if it, or everything that it is made of, is made by dm-crypt.
  static func kind(ofBlock folder: String, depth: Int) -> Swap {
    // Deeper stacks of devices are not built; a loop would be a lie of the system.
    guard depth < 8 else { return .unknown }
    if let identity = text(of: folder + "/dm/uuid"), identity.hasPrefix("CRYPT-") {
      return .encrypted
    }
    let below = Platform.names(in: folder + "/slaves")
    guard let below else { return depth == 0 ? .unknown : .plain }
    let kinds = below.map { kind(ofBlock: folder + "/slaves/" + $0, depth: depth + 1) }
    if kinds.isEmpty || kinds.contains(.plain) { return .plain }
    return kinds.contains(.unknown) ? .unknown : .encrypted
  }

  private static func text(of path: String) -> String? {
    do throws(TerminalError) {
      let file = try InputBytes(path: path)
      // These lists are a few lines long.
      return String(decoding: try file.all(limit: 1 << 20), as: UTF8.self)
    } catch {
      // Not there, or not for us to read: then it cannot be told, which is the answer.
      return nil
    }
  }
}
