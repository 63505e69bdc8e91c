/// A Universal Dependencies relation of UD English, as universaldependencies.org/u/dep defines it, subtypes included.
///
/// One byte each, at most 64 of them, so that rules can compare relations and sets of them at every word.
public enum Relation: UInt8, CaseIterable, Sendable {
    /// The head of a sentence.
    case root
    /// A nominal subject.
    case nominalSubject
    /// The subject of a passive.
    case passiveSubject
    /// The subject of a predicate that is itself a clause.
    case outerSubject
    /// A clause as subject.
    case clausalSubject
    /// A direct object.
    case object
    /// An indirect object.
    case indirectObject
    /// A nominal that is no core argument.
    case oblique
    /// The agent of a passive.
    case agent
    /// A nominal adjunct without a preposition ("today").
    case temporalOblique
    /// A clause as object.
    case clausalComplement
    /// A clause as object whose subject lies above it.
    case openComplement
    /// A clause set beside, as a parenthetical "he said".
    case parataxis
    /// A clause as adjunct.
    case adverbialClause
    /// An adverb.
    case adverbialModifier
    /// A clause that modifies a noun.
    case adjectivalClause
    /// A relative clause.
    case relativeClause
    /// A nominal that modifies a nominal.
    case nominalModifier
    /// A possessor.
    case possessive
    /// An adjective before or behind its noun.
    case adjectivalModifier
    /// A second name for the same thing.
    case apposition
    /// A coordinated element, hung on the first.
    case conjunct
    /// A coordinating conjunction.
    case coordinator
    /// A noun before a noun.
    case compound
    /// The particle of a verb ("rule out").
    case verbParticle
    /// A further part of a name.
    case flat
    /// A preposition or possessive mark.
    case caseMarking
    /// A word that opens a clause ("that", "to").
    case marker
    /// An auxiliary verb.
    case auxiliary
    /// The auxiliary of a passive.
    case passiveAuxiliary
    /// A form of "be" beside its predicate.
    case copula
    /// A determiner.
    case determiner
    /// A number.
    case numericModifier
    /// Punctuation.
    case punctuation
    /// A further part of a fixed expression.
    case fixed
    /// A subject without meaning ("it", "there").
    case expletive
    /// A further item of a list.
    case list
    /// A person addressed.
    case vocative
    /// A fronted or postponed element.
    case dislocated
    /// Any other relation.
    case unspecified
    /// An interjection or the like.
    case discourse
    /// A word left without its head by an ellipsis.
    case orphan
    /// A part of a word written apart.
    case wordPart
    /// A word taken back by the speaker.
    case reparandum
    /// A clause as subject of a passive.
    case passiveClausalSubject
    /// A clause as subject of a predicate that is itself a clause.
    case outerClausalSubject
    /// A relative clause about a clause.
    case clauseRelative
    /// The first of a pair of conjunctions ("both").
    case pairedCoordinator
    /// A determiner before the determiner ("all the").
    case predeterminer
    /// A title or other word that describes a name.
    case descriptiveModifier
    /// A nominal modifier without a preposition.
    case unmarkedModifier
    /// A noun phrase as modifier, in older releases.
    case phrasalModifier
    /// A time as modifier of a noun, in older releases.
    case temporalModifier
    /// A noun phrase as adjunct, in older releases.
    case phrasalOblique
    /// A time as adjunct, in older releases.
    case timeOblique
    /// A part of a foreign phrase.
    case foreignFlat

    /// The relation of a CoNLL-U spelling; nil if UD English has none such.
    public init?(name: String) {
        guard let relation = Self.named[name] else { return nil }
        self = relation
    }

    /// The relation as written in CoNLL-U ("nsubj:pass").
    public var name: String { Self.names[Int(rawValue)] }

    /// The relation without its subtype: `nsubj` for `nsubj:pass`.
    @inlinable public var universal: Relation {
        switch self {
        case .passiveSubject, .outerSubject: .nominalSubject
        case .passiveClausalSubject, .outerClausalSubject: .clausalSubject
        case .agent, .temporalOblique, .phrasalOblique, .timeOblique: .oblique
        case .possessive, .descriptiveModifier, .unmarkedModifier, .phrasalModifier, .temporalModifier:
            .nominalModifier
        case .relativeClause: .adjectivalClause
        case .clauseRelative: .adverbialClause
        case .verbParticle: .compound
        case .foreignFlat: .flat
        case .passiveAuxiliary: .auxiliary
        case .pairedCoordinator: .coordinator
        case .predeterminer: .determiner
        default: self
        }
    }

    /// In the order of the cases.
    private static let names = [
        "root", "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "obj", "iobj", "obl", "obl:agent",
        "obl:unmarked", "ccomp", "xcomp", "parataxis", "advcl", "advmod", "acl", "acl:relcl", "nmod",
        "nmod:poss", "amod", "appos", "conj", "cc", "compound", "compound:prt", "flat", "case", "mark",
        "aux", "aux:pass", "cop", "det", "nummod", "punct", "fixed", "expl", "list", "vocative",
        "dislocated", "dep", "discourse", "orphan", "goeswith", "reparandum", "csubj:pass", "csubj:outer",
        "advcl:relcl", "cc:preconj", "det:predet", "nmod:desc", "nmod:unmarked", "nmod:npmod", "nmod:tmod",
        "obl:npmod", "obl:tmod", "flat:foreign",
    ]
    private static let named = Dictionary(uniqueKeysWithValues: zip(names, allCases))
}
