/// What one guess at a passphrase costs, within bounds that are checked before any memory is taken.
///
/// Source: RFC 9106.
package struct StretchingCost: Hashable, Sendable {
  /// The passes that are allowed.
  package static let allowedPasses = 3...10  // 10: a hostile file must not keep a machine busy

  /// The memory that is allowed, in MiB.
  package static let allowedMemoryMiB = 64...1024  // 1 GiB: nor exhaust its memory

  /// The least that is allowed: 3 passes over 64 MiB.
  package static let floor = StretchingCost(unchecked: 3, memoryMiB: 64)

  /// What a new vault gets: 3 passes over 256 MiB. It is not checked against a machine.
  package static let standard = StretchingCost(unchecked: 3, memoryMiB: 256)

  /// What to do with a cost above half of the machine's memory.
  package enum BeyondMachine: Equatable, Sendable {
    /// Somebody asked for it in so many words.
    case accept

    /// The default.
    case refuse
  }

  /// The passes over the memory.
  package let passes: Int

  /// The memory in MiB.
  package let memoryMiB: Int

  /// Checks a cost, of a new passphrase or out of a file.
  ///
  /// - Parameters:
  ///   - passes: The passes, 3 to 10.
  ///   - memoryMiB: The memory in MiB, 64 to 1,024.
  ///   - machineMiB: The memory of this machine in MiB.
  ///   - beyondMachine: What to do above half of it; this overrides nothing else.
  /// - Throws: `CryptoError.costTooLow`, `CryptoError.costTooHigh`,
  ///   `CryptoError.costBeyondMachine`.
  package init(
    passes: Int, memoryMiB: Int, machineMiB: Int, beyondMachine: BeyondMachine = .refuse
  ) throws(CryptoError) {
    let (ofPasses, ofMemory) = (StretchingCost.allowedPasses, StretchingCost.allowedMemoryMiB)
    if passes > ofPasses.upperBound || memoryMiB > ofMemory.upperBound {
      throw .costTooHigh(passes: passes, memoryMiB: memoryMiB)
    }
    if passes < ofPasses.lowerBound || memoryMiB < ofMemory.lowerBound {
      throw .costTooLow(passes: passes, memoryMiB: memoryMiB)
    }
    if memoryMiB > machineMiB / 2, beyondMachine == .refuse {
      throw .costBeyondMachine(memoryMiB: memoryMiB, machineMiB: machineMiB)
    }
    self.init(unchecked: passes, memoryMiB: memoryMiB)
  }

  private init(unchecked passes: Int, memoryMiB: Int) {
    self.passes = passes
    self.memoryMiB = memoryMiB
  }
}
