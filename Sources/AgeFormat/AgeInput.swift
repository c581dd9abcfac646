import VaultCrypto

/// The bytes of a file, of which whoever supplies them decides the pieces.
struct AgeInput<Failure: Error>: ~Copyable {
  private let read: () throws(Failure) -> [UInt8]?
  private var piece: [UInt8] = []
  private var position = 0
  private var ended = false

  /// The number of bytes taken so far.
  private(set) var offset = 0

  init(_ read: @escaping () throws(Failure) -> [UInt8]?) {
    self.read = read
  }

  /// Tells whether no byte is left.
  mutating func isAtEnd() throws(AgeTransferError<Failure>) -> Bool {
    while position == piece.count && !ended {
      position = 0
      do throws(Failure) {
        if let next = try read() { piece = next } else { (piece, ended) = ([], true) }
      } catch {
        throw .stream(error)
      }
    }
    return position == piece.count
  }

  /// Takes a byte, if one is left.
  mutating func next() throws(AgeTransferError<Failure>) -> UInt8? {
    guard try !isAtEnd() else { return nil }
    defer {
      position += 1
      offset += 1
    }
    return piece[position]
  }

  /// Takes bytes until the buffer is full or none is left, and returns their number.
  mutating func fill(_ buffer: inout WipedBytes) throws(AgeTransferError<Failure>) -> Int {
    var filled = 0
    while filled < buffer.count, try !isAtEnd() {
      let count = min(buffer.count - filled, piece.count - position)
      let taken = position..<position + count
      buffer.replace(at: filled, with: unsafe piece.span.bytes.extracting(taken))
      position += count
      filled += count
    }
    offset += filled
    return filled
  }
}
