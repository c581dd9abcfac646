import VaultCrypto

/// The contexts of every hash in the format; docs/FORMAT.md names each.
extension HashPurpose {
  static let rosterVersion = HashPurpose("roster-version")
  static let memberRow = HashPurpose("member-row")
  static let memberName = HashPurpose("member-name")
  static let policy = HashPurpose("policy")
  static let diary = HashPurpose("diary")
  static let link = HashPurpose("link")
  static let content = HashPurpose("content")
  static let head = HashPurpose("head")
  static let directoryBlock = HashPurpose("directory-block")
  static let clientRecord = HashPurpose("client-record")
  static let household = HashPurpose("household")
  static let identityCommitment = HashPurpose("identity-commitment")
  static let houseCommitment = HashPurpose("house-commitment")
  static let blindedID = HashPurpose("blinded-id")
  static let fingerprint = HashPurpose("fingerprint")
  static let seen = HashPurpose("seen")
  static let backup = HashPurpose("backup")
  static let backupNotes = HashPurpose("backup-notes")
}

/// The contexts of both kinds of signature.
extension SigningPurpose {
  static let roster = SigningPurpose("roster")
  static let link = SigningPurpose("link")
  static let checkpoint = SigningPurpose("checkpoint")
}

/// The contexts of the sealed boxes.
extension BoxPurpose {
  static let identityKey = BoxPurpose("identity-key")
  static let houseKey = BoxPurpose("house-key")
  static let auditSecret = BoxPurpose("audit-secret")
  static let content = BoxPurpose("content")
}

/// The kinds of sealed value, as the associated data names them.
extension Place.Namespace {
  static let previousHouse = Place.Namespace("previous-house")
  static let memberName = Place.Namespace("member-name")
  static let policy = Place.Namespace("policy")
  static let diary = Place.Namespace("diary")
  static let link = Place.Namespace("link")
  static let tip = Place.Namespace("tip")
  static let head = Place.Namespace("head")
  static let directory = Place.Namespace("directory")
  static let client = Place.Namespace("client")
}

extension Digest {
  /// 32 zero bytes, which stand where there is nothing to name.
  static let zeros = Digest(stored: [UInt8](repeating: 0, count: Digest.count))

  /// Hashes `data` in its context: docs/FORMAT.md section 2.1.
  init(_ purpose: HashPurpose, vault: VaultID, data: [UInt8]) {
    self.init(purpose: purpose, vault: vault.bytes, data: unsafe data.span.bytes)
  }

  /// Takes exactly 32 bytes that a reader has cut out.
  init(stored bytes: [UInt8]) {
    do {
      try self.init(untrusted: bytes)
    } catch {
      preconditionFailure("the reader cuts out 32 bytes")
    }
  }
}

extension Signature {
  /// Takes exactly 64 bytes that a reader has cut out.
  init(stored bytes: [UInt8]) {
    do {
      try self.init(untrusted: bytes)
    } catch {
      preconditionFailure("the reader cuts out 64 bytes")
    }
  }
}
