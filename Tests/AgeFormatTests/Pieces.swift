/// Bytes in memory, handed out in pieces of one size.
final class Pieces {
  private let bytes: [UInt8]
  private let size: Int
  private var position = 0

  init(_ bytes: [UInt8], size: Int = 65_536) {
    self.bytes = bytes
    self.size = size
  }

  func next() -> [UInt8]? {
    guard position < bytes.count else { return nil }
    let end = min(position + size, bytes.count)
    defer { position = end }
    return Array(bytes[position..<end])
  }
}

/// Bytes that a writer handed out.
final class Collected {
  private(set) var bytes: [UInt8] = []

  func take(_ span: RawSpan) {
    unsafe span.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }
}
