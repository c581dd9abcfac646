import Foundation

/// The files below a folder, searched for traces of what must not be there.
struct FileTree {
  private let root: URL

  init(_ path: String) {
    root = URL(fileURLWithPath: path)
  }

  /// The files that hold the text, or have it in their name, in UTF-8 or UTF-16; ASCII letters in any case.
  func traces(of text: String) throws -> [String] {
    let needles = [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian]
      .compactMap { text.data(using: $0).map(FileTree.folded) }
    let isFile = try root.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
    let files = isFile ? [root] : try below()
    return try files.filter { file in
      let name = FileTree.folded(Data(file.lastPathComponent.utf8))
      if needles.contains(where: { name.range(of: $0) != nil }) { return true }
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        return false
      }
      let content = FileTree.folded(try Data(contentsOf: file))
      return needles.contains { content.range(of: $0) != nil }
    }.map(\.path)
  }

  private func below() throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .map { root.appendingPathComponent($0) }
  }

  private static func folded(_ data: Data) -> Data {
    Data(data.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
  }
}
