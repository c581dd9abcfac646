import Testing

@testable import InputFiles

/// Whatever the bytes are, reading ends in a stream or an error, within the limits.
@Suite struct ZipFuzzTests {
  let folder: TestFolder
  private let original: ZipDraft.Written

  init() throws {
    folder = try TestFolder()
    var stored = ZipDraft.Entry("stored.csv", "one,two\r\n1,2\r\n")
    stored.isPacked = false
    stored.descriptor = .signed
    var large = ZipDraft.Entry("large.csv", String(repeating: "a,b\r\n", count: 30))
    large.isLarge = true
    var draft = ZipDraft(ZipDraft.Entry("packed.csv"), stored, large)
    draft.isLarge = true
    original = draft.written()
  }

  @Test func `an archive cut at any byte is refused`() throws {
    for count in 0..<original.bytes.count {
      let path = try folder.write("x.zip", Array(original.bytes.prefix(count)))
      #expect(firstProblem(path) != nil, "cut to \(count) bytes")
    }
  }

  @Test func `an archive with a flipped bit is refused or gives the same bytes`() throws {
    let path = try folder.write("x.zip", original.bytes)
    let contents = try contents(path)
    for place in original.bytes.indices {
      for bit in [0, 3, 7] {
        let path = try folder.write(
          "x.zip", original.with(original.bytes[place] ^ 1 << bit, at: place))
        do throws(InputError) {
          // Versions, times and the attributes' lower half mean nothing to this reader; a name
          // whose both copies were altered alike cannot come of one bit.
          let found = try self.contents(path)
          #expect(found == contents, "bit \(bit) of byte \(place)")
        } catch {
          #expect(error.file == path)
        }
      }
    }
  }

  @Test func `an archive with many altered bytes ends in a stream or an error`() throws {
    var random = SystemRandomNumberGenerator()
    var limits = InputLimits()
    limits.stream = 1 << 20
    for _ in 0..<2_000 {
      var bytes = original.bytes
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] =
          [0, 0xff, UInt8.random(in: .min ... .max, using: &random)]
          .randomElement(using: &random) ?? 0
      }
      let path = try folder.write("x", bytes)
      do throws(InputError) {
        for stream in try InputFiles.open(path, limits: limits).streams {
          #expect(stream.byteCount <= limits.stream)
          #expect(try stream.all().count == stream.byteCount)
        }
      } catch {
        #expect(error.file == path)
      }
    }
  }

  private func contents(_ path: String) throws(InputError) -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for stream in try InputFiles.open(path).streams { contents[stream.name] = try stream.all() }
    return contents
  }
}
