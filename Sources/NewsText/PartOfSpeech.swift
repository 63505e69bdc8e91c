/// The universal part-of-speech tags (universaldependencies.org/u/pos), in the order the language model numbers them.
public enum PartOfSpeech: String, Sendable, CaseIterable {
    /// The tags of UD; the raw value is the tag as written in CoNLL-U.
    case adjective = "ADJ"
    case adposition = "ADP"
    case adverb = "ADV"
    case auxiliary = "AUX"
    case coordinator = "CCONJ"
    case determiner = "DET"
    case interjection = "INTJ"
    case noun = "NOUN"
    case numeral = "NUM"
    case particle = "PART"
    case pronoun = "PRON"
    case properNoun = "PROPN"
    case punctuation = "PUNCT"
    case subordinator = "SCONJ"
    case symbol = "SYM"
    case verb = "VERB"
    case other = "X"
}
