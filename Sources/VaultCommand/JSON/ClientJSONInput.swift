import FoundationEssentials
import VaultCore

/// A client as JSON gives it: a value, or null, for each field; docs/JSON.md, "A client".
struct ClientJSONInput {
  /// What a field is given.
  enum Value: Equatable {
    case text(String)
    case list([String])
    /// An explicit null, which clears.
    case clear
  }

  private var values: [(field: ClientField, value: Value)] = []

  /// Why a line is no client. Names of fields are ours, or cut short and made safe when shown.
  enum Problem: Error, Equatable {
    case notJSON
    case notAnObject
    case unknownField(String)
    case wrongType(ClientField)
  }

  /// Reads one JSON object.
  ///
  /// - Parameters:
  ///   - bytes: The object.
  ///   - others: Members that somebody else reads.
  /// - Throws: `Problem` of the first thing that is wrong.
  init(_ bytes: [UInt8], beside others: Set<String> = []) throws(Problem) {
    let decoder = JSONDecoder()
    if let key = Object.othersKey { decoder.userInfo[key] = others }
    do {
      values = try decoder.decode(Object.self, from: Data(bytes)).values
    } catch let problem as Problem {
      throw problem
    } catch {
      throw .notJSON
    }
  }

  /// Sets every given field; an absent one stays as it is, null clears.
  ///
  /// - Throws: `FieldProblem` of the first field that cannot be taken.
  func apply(
    to input: inout ClientInput, under rules: ClientInput.Rules
  ) throws(FieldProblem) {
    for (field, value) in values {
      switch value {
      case .text(let text): try input.set(field, to: text, under: rules)
      case .list(let texts): try input.set(field, toAll: texts, under: rules)
      case .clear: input.clear(field)
      }
    }
  }

  /// Whether a field is given at all.
  func gives(_ field: ClientField) -> Bool {
    values.contains { $0.field == field }
  }
}

/// Decodes an object whose keys are the fields of a client, and no others.
private struct Object: Decodable {
  let values: [(field: ClientField, value: ClientJSONInput.Value)]

  static let othersKey = CodingUserInfoKey(rawValue: "others")

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let object: KeyedDecodingContainer<Name>
    do {
      object = try decoder.container(keyedBy: Name.self)
    } catch {
      throw ClientJSONInput.Problem.notAnObject
    }
    let others = Self.othersKey.flatMap { decoder.userInfo[$0] as? Set<String> } ?? []
    values = try object.allKeys.filter { !others.contains($0.stringValue) }.map { name in
      guard let field = ClientField(rawValue: name.stringValue) else {
        throw ClientJSONInput.Problem.unknownField(String(name.stringValue.prefix(40)))
      }
      return (field, try Self.value(of: field, name, in: object))
    }
  }

  private static func value(
    of field: ClientField, _ name: Name, in object: KeyedDecodingContainer<Name>
  ) throws -> ClientJSONInput.Value {
    do {
      if try object.decodeNil(forKey: name) { return .clear }
      let isList = field == .aliases || field == .phones
      return isList
        ? .list(try object.decode([String].self, forKey: name))
        : .text(try object.decode(String.self, forKey: name))
    } catch {
      throw ClientJSONInput.Problem.wrongType(field)
    }
  }
}

extension ClientJSONInput.Problem {
  /// What is wrong, for a person.
  var words: String {
    switch self {
    case .notJSON: "not JSON"
    case .notAnObject: "not a JSON object"
    case .unknownField(let name): "unknown field \"\(name)\""
    case .wrongType(let field):
      field == .aliases || field == .phones
        ? "\(field.rawValue): not a list of texts" : "\(field.rawValue): not a text"
    }
  }
}
