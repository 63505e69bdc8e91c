/// A Universal Dependencies relation, subtype included ("nsubj:pass").
public struct Relation: RawRepresentable, Hashable, Sendable {
    /// The relation as written in CoNLL-U.
    public let rawValue: String

    /// Makes a relation from its CoNLL-U spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The relation without its subtype: `nsubj` for `nsubj:pass`.
    public var universal: Relation {
        guard let colon = rawValue.utf8.firstIndex(of: UInt8(ascii: ":")) else { return self }
        return Relation(rawValue: String(rawValue[..<colon]))
    }
}

extension Relation {
    /// Relations the rules speak of; names as in universaldependencies.org/u/dep.
    public static let root = Relation(rawValue: "root")
    public static let nominalSubject = Relation(rawValue: "nsubj")
    public static let passiveSubject = Relation(rawValue: "nsubj:pass")
    public static let outerSubject = Relation(rawValue: "nsubj:outer")
    public static let clausalSubject = Relation(rawValue: "csubj")
    public static let object = Relation(rawValue: "obj")
    public static let indirectObject = Relation(rawValue: "iobj")
    public static let oblique = Relation(rawValue: "obl")
    public static let agent = Relation(rawValue: "obl:agent")
    public static let temporalOblique = Relation(rawValue: "obl:unmarked")
    public static let clausalComplement = Relation(rawValue: "ccomp")
    public static let openComplement = Relation(rawValue: "xcomp")
    public static let parataxis = Relation(rawValue: "parataxis")
    public static let adverbialClause = Relation(rawValue: "advcl")
    public static let adverbialModifier = Relation(rawValue: "advmod")
    public static let adjectivalClause = Relation(rawValue: "acl")
    public static let relativeClause = Relation(rawValue: "acl:relcl")
    public static let nominalModifier = Relation(rawValue: "nmod")
    public static let possessive = Relation(rawValue: "nmod:poss")
    public static let adjectivalModifier = Relation(rawValue: "amod")
    public static let apposition = Relation(rawValue: "appos")
    public static let conjunct = Relation(rawValue: "conj")
    public static let coordinator = Relation(rawValue: "cc")
    public static let compound = Relation(rawValue: "compound")
    public static let verbParticle = Relation(rawValue: "compound:prt")
    public static let flat = Relation(rawValue: "flat")
    public static let caseMarking = Relation(rawValue: "case")
    public static let marker = Relation(rawValue: "mark")
    public static let auxiliary = Relation(rawValue: "aux")
    public static let passiveAuxiliary = Relation(rawValue: "aux:pass")
    public static let copula = Relation(rawValue: "cop")
    public static let determiner = Relation(rawValue: "det")
    public static let numericModifier = Relation(rawValue: "nummod")
    public static let punctuation = Relation(rawValue: "punct")
    public static let fixed = Relation(rawValue: "fixed")
    public static let expletive = Relation(rawValue: "expl")
    public static let list = Relation(rawValue: "list")
    public static let vocative = Relation(rawValue: "vocative")
    public static let dislocated = Relation(rawValue: "dislocated")
    public static let unspecified = Relation(rawValue: "dep")
}
