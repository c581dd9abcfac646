/// A value of the input, as it came.
package enum PreparedValue: Equatable, Sendable {
  case text(String)
  case whole(Int)
  /// An explicit null: there is no answer.
  case absent
  /// A truth value, a list, an object, or a number with decimals.
  case other
}
