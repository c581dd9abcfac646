/// Letters with diacritics, strokes and ligatures, and the plain letters that
/// stand for them in comparisons.
///
/// Source: the canonical decompositions and letter names of the Unicode
/// Character Database, 15.0, for Latin, Greek and Cyrillic.
enum LetterFolds {
  /// The plain form of a letter, or nil where it has none of its own.
  static func base(of scalar: Unicode.Scalar) -> String? {
    bases[scalar.value]
  }

  /// Tells whether a scalar is a mark that a comparison leaves out.
  static func isDiacritic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
    case 0x0483...0x0487: true  // Cyrillic.
    case 0x0591...0x05BD, 0x05BF, 0x05C1...0x05C2, 0x05C4...0x05C5, 0x05C7: true  // Hebrew points.
    case 0x0640, 0x064B...0x065F, 0x0670: true  // Arabic vowels, and the stretching of a line.
    default: false
    }
  }

  private static let bases: [UInt32: String] = {
    var bases: [UInt32: String] = [:]
    for (base, letters) in letters {
      for letter in letters.unicodeScalars { bases[letter.value] = base }
      // Capitals that have a lower case of one scalar; others are lowered first.
      for letter in letters.unicodeScalars {
        let upper = letter.properties.uppercaseMapping.unicodeScalars
        if let first = upper.first, upper.count == 1,
          first.properties.lowercaseMapping.unicodeScalars.first == letter
        {
          bases[first.value] = base
        }
      }
    }
    return bases
  }()

  private static let letters: [(base: String, letters: String)] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặẚⱥ"),
    ("b", "ḃḅḇƀƃɓ"),
    ("c", "çćĉċčḉƈȼɕ"),
    ("d", "ďḋḍḏḑḓđƌȡɖɗ"),
    ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệɇⱸ"),
    ("f", "ḟƒ"),
    ("g", "ĝğġģǧǵḡǥɠ"),
    ("h", "ĥȟḣḥḧḩḫẖħɦⱨ"),
    ("i", "ìíîïĩīĭįǐȉȋḭḯỉịɨ"),
    ("j", "ĵǰɉʝ"),
    ("k", "ķǩḱḳḵƙⱪ"),
    ("l", "ĺļľḷḹḻḽŀłƚȴɫɬɭⱡ"),
    ("m", "ḿṁṃɱ"),
    ("n", "ñńņňǹṅṇṉṋƞȵɲɳ"),
    ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøǿⱺ"),
    ("p", "ṕṗƥ"),
    ("q", "ɋʠ"),
    ("r", "ŕŗřȑȓṙṛṝṟɍɼɽɾ"),
    ("s", "śŝşšșṡṣṥṧṩȿʂ"),
    ("t", "ţťțṫṭṯṱẗŧƫƭȶʈⱦ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ("v", "ṽṿʋⱱⱴ"),
    ("w", "ŵẁẃẅẇẉẘⱳ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹƴɏỿ"),
    ("z", "źżžẑẓẕƶȥɀʐʑⱬ"),
    ("α", "άἀἁἂἃἄἅἆἇὰᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ\u{1F71}"),
    ("ε", "έἐἑἒἓἔἕὲ\u{1F73}"),
    ("η", "ήἠἡἢἣἤἥἦἧὴᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ\u{1F75}"),
    ("ι", "ΐίϊἰἱἲἳἴἵἶἷὶῐῑῒῖῗ\u{1F77}\u{1FBE}\u{1FD3}"),
    ("ο", "όὀὁὂὃὄὅὸ\u{1F79}"),
    ("ρ", "ῤῥ"),
    ("υ", "ΰϋύὐὑὒὓὔὕὖὗὺῠῡῢῦῧ\u{1F7B}\u{1FE3}"),
    ("ω", "ώὠὡὢὣὤὥὦὧὼᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ\u{1F7D}"),
    ("а", "ӑӓ"),
    ("г", "ѓ"),
    ("е", "ѐёӗ"),
    ("ж", "ӂӝ"),
    ("з", "ӟ"),
    ("и", "йѝӣӥ"),
    ("к", "ќ"),
    ("о", "ӧ"),
    ("у", "ўӯӱӳ"),
    ("ч", "ӵ"),
    ("ы", "ӹ"),
    ("э", "ӭ"),
    ("і", "ї"),
    ("ѵ", "ѷ"),
    ("ә", "ӛ"),
    ("ө", "ӫ"),
    // Ligatures and letters that have no decomposition.
    ("ae", "æǣǽ"), ("oe", "œ"), ("ss", "ßẞ"), ("th", "þ"), ("d", "ð"), ("i", "ıİ"), ("n", "ŋŉ"),
    ("ij", "ĳ"), ("dz", "ǆǅǳǲ"), ("lj", "ǉǈ"), ("nj", "ǌǋ"), ("k", "ĸ"), ("s", "ſẛ"),
    ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ffi", "ﬃ"), ("ffl", "ﬄ"), ("st", "ﬅﬆ"),
    // The final sigma is a matter of place, not of spelling.
    ("σ", "ς"),
  ]
}
