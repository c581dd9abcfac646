import Foundation
import VaultCrypto

@testable import AgeFormat

/// A file whose every part can be made wrong, and which is whole in all others.
struct HandMadeFile: @unchecked Sendable {
  static let fileKeyBytes = [UInt8](100..<116)
  static let identityText = Array(
    "AGE-SECRET-KEY-184JMZMVQH3E6U0PSL869004Y3U2NYV7R30EU99CSEDNPH02YUVFSZW44VU".utf8)

  static var identity: RecoveryIdentity {
    do { return try unsafe RecoveryIdentity(text: identityText.span.bytes) } catch {
      preconditionFailure("the identity is written right")
    }
  }

  static var fileKey: AgeFileKey {
    do { return try unsafe AgeFileKey(copying: fileKeyBytes.span.bytes) } catch {
      preconditionFailure("the key has its length")
    }
  }

  /// The header's lines before its last one.
  var lines: [String]
  /// The last line; the MAC that the other lines call for if there is none.
  var macLine: String?
  /// What stands between lines and behind the last one.
  var lineEnd = "\n"
  var nonce = [UInt8](0..<16)
  var chunks: [[UInt8]]

  /// A whole file with one stanza to `identity`.
  init(plaintext: [UInt8] = sample(150_000)) {
    let wrapped = HandMadeFile.identity.agePublicKey.wrap(HandMadeFile.fileKey)
    lines = [
      "age-encryption.org/v1", "-> X25519 \(base64(wrapped.share))", base64(wrapped.sealed),
    ]
    chunks = []
    let count = max(1, (plaintext.count + 65_535) / 65_536)
    for number in 0..<count {
      let end = min(plaintext.count, (number + 1) * 65_536)
      let piece = Array(plaintext[(number * 65_536)..<end])
      chunks.append(chunk(piece, number, number == count - 1 ? .final : .inner))
    }
  }

  /// Seals bytes as a chunk of this file.
  func chunk(_ bytes: [UInt8], _ number: Int, _ kind: AgeChunkPlace.Kind) -> [UInt8] {
    let key = HandMadeFile.fileKey.payloadKey(nonce: nonce)
    var sealed = WipedBytes(count: bytes.count + 16)
    key.seal(
      unsafe bytes.span.bytes, place: AgeChunkPlace(number: UInt64(number), kind: kind),
      into: &sealed)
    return sealed.withBytes { unsafe $0.withUnsafeBytes { unsafe [UInt8]($0) } }
  }

  var header: [UInt8] {
    let text = Array(lines.map { $0 + lineEnd }.joined().utf8)
    let mac = HandMadeFile.fileKey.headerMAC(of: text + Array("---".utf8))
    return text + Array(((macLine ?? "--- \(base64(mac))") + lineEnd).utf8)
  }

  /// Where the first chunk begins.
  var payloadOffset: Int { header.count + nonce.count }

  var bytes: [UInt8] { header + nonce + chunks.flatMap { $0 } }

  /// The same file with something done to it.
  func with(_ change: (inout HandMadeFile) -> Void) -> HandMadeFile {
    var file = self
    change(&file)
    return file
  }
}

/// Unpadded Base 64, by another implementation.
func base64(_ bytes: [UInt8]) -> String {
  Data(bytes).base64EncodedString().replacingOccurrences(of: "=", with: "")
}
