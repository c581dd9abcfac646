import Testing

@testable import Terminal

@Test func `the exit codes are the ones that were promised`() {
  let codes = ExitStatus.allCases.map(\.rawValue)
  #expect(codes == [0, 1, 2, 3, 4, 5, 6, 7, 64, 130])
}
