/// A number of things, as a person says it: `1 entry`, `2 entries`.
struct Counted: CustomStringConvertible {
  let description: String

  init(_ number: some BinaryInteger, _ one: String, _ many: String) {
    description = "\(number) \(number == 1 ? one : many)"
  }
}
