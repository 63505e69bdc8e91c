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

/// Relations the rules speak of, as universaldependencies.org/u/dep defines them.
extension Relation {
    /// The head of a sentence.
    public static let root = Relation(rawValue: "root")
    /// A nominal subject.
    public static let nominalSubject = Relation(rawValue: "nsubj")
    /// The subject of a passive.
    public static let passiveSubject = Relation(rawValue: "nsubj:pass")
    /// The subject of a predicate that is itself a clause.
    public static let outerSubject = Relation(rawValue: "nsubj:outer")
    /// A clause as subject.
    public static let clausalSubject = Relation(rawValue: "csubj")
    /// A direct object.
    public static let object = Relation(rawValue: "obj")
    /// An indirect object.
    public static let indirectObject = Relation(rawValue: "iobj")
    /// A nominal that is no core argument.
    public static let oblique = Relation(rawValue: "obl")
    /// The agent of a passive.
    public static let agent = Relation(rawValue: "obl:agent")
    /// A nominal adjunct without a preposition ("today").
    public static let temporalOblique = Relation(rawValue: "obl:unmarked")
    /// A clause as object.
    public static let clausalComplement = Relation(rawValue: "ccomp")
    /// A clause as object whose subject lies above it.
    public static let openComplement = Relation(rawValue: "xcomp")
    /// A clause set beside, as a parenthetical "he said".
    public static let parataxis = Relation(rawValue: "parataxis")
    /// A clause as adjunct.
    public static let adverbialClause = Relation(rawValue: "advcl")
    /// An adverb.
    public static let adverbialModifier = Relation(rawValue: "advmod")
    /// A clause that modifies a noun.
    public static let adjectivalClause = Relation(rawValue: "acl")
    /// A relative clause.
    public static let relativeClause = Relation(rawValue: "acl:relcl")
    /// A nominal that modifies a nominal.
    public static let nominalModifier = Relation(rawValue: "nmod")
    /// A possessor.
    public static let possessive = Relation(rawValue: "nmod:poss")
    /// An adjective before or behind its noun.
    public static let adjectivalModifier = Relation(rawValue: "amod")
    /// A second name for the same thing.
    public static let apposition = Relation(rawValue: "appos")
    /// A coordinated element, hung on the first.
    public static let conjunct = Relation(rawValue: "conj")
    /// A coordinating conjunction.
    public static let coordinator = Relation(rawValue: "cc")
    /// A noun before a noun.
    public static let compound = Relation(rawValue: "compound")
    /// The particle of a verb ("rule out").
    public static let verbParticle = Relation(rawValue: "compound:prt")
    /// A further part of a name.
    public static let flat = Relation(rawValue: "flat")
    /// A preposition or possessive mark.
    public static let caseMarking = Relation(rawValue: "case")
    /// A word that opens a clause ("that", "to").
    public static let marker = Relation(rawValue: "mark")
    /// An auxiliary verb.
    public static let auxiliary = Relation(rawValue: "aux")
    /// The auxiliary of a passive.
    public static let passiveAuxiliary = Relation(rawValue: "aux:pass")
    /// A form of "be" beside its predicate.
    public static let copula = Relation(rawValue: "cop")
    /// A determiner.
    public static let determiner = Relation(rawValue: "det")
    /// A number.
    public static let numericModifier = Relation(rawValue: "nummod")
    /// Punctuation.
    public static let punctuation = Relation(rawValue: "punct")
    /// A further part of a fixed expression.
    public static let fixed = Relation(rawValue: "fixed")
    /// A subject without meaning ("it", "there").
    public static let expletive = Relation(rawValue: "expl")
    /// A further item of a list.
    public static let list = Relation(rawValue: "list")
    /// A person addressed.
    public static let vocative = Relation(rawValue: "vocative")
    /// A fronted or postponed element.
    public static let dislocated = Relation(rawValue: "dislocated")
    /// Any other relation.
    public static let unspecified = Relation(rawValue: "dep")
}
