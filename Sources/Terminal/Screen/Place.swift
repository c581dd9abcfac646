import Synchronization

/// Is the place in a text of several pages.
final class Place: Sendable {
  private struct State {
    var first = 0
    var count = 0
    var room = 1
  }

  private let state: Mutex<State>

  /// Begins at a line.
  init(first: Int) { state = Mutex(State(first: first)) }

  /// Whether nothing comes after what is shown.
  var isLast: Bool { state.withLock { $0.first + $0.room >= $0.count } }

  /// Takes the number of lines, and of those that the screen can show, as they are now;
  /// returns the first line to show.
  func fit(count: Int, room: Int) -> Int {
    state.withLock { state in
      state.count = count
      state.room = room
      state.first = max(0, min(state.first, count - room))
      return state.first
    }
  }

  /// Moves as the key says; tells whether to go on.
  func turn(_ key: Key) -> Bool {
    let isLast = isLast
    return state.withLock { state in
      switch key {
      case .character("b"), .pageUp: state.first -= state.room
      case .up: state.first -= 1
      case .home: state.first = 0
      case .character("q"), .escape: return false
      case _ where isLast: return false
      case .down, .enter: state.first += 1
      case .end: state.first = state.count
      default: state.first += state.room
      }
      return true
    }
  }
}
