import Testing

@testable import AgeFormat

/// One thing that is wrong with a file, and what the reader is to say of it.
struct Defect: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let error: AgeError
  let change: @Sendable (inout HandMadeFile) -> Void

  init(
    _ name: String, _ error: AgeError, _ change: @escaping @Sendable (inout HandMadeFile) -> Void
  ) {
    testDescription = name
    self.error = error
    self.change = change
  }
}

/// Sixty-four characters that are canonical Base 64.
let fullLine = String(repeating: "A", count: 64)
