/// States what the machine has.
package enum Machine {
  /// The physical memory in MiB; `nil` if the system does not say.
  package static var memoryMiB: Int? { Platform.memoryBytes.map { Int($0 >> 20) } }

  /// Where memory that is not in use may be put.
  package static var swap: Swap { Swap.read(from: "/") }
}
