import NewsEvents
import NewsText

/// Statements attributed with "according to", "in the words of", "as X put it" and their like.
///
/// The rest of the clause is what was said: all of the sentence without the attribution, or, where the attribution hangs
/// on a clause that is coordinated or said by somebody else, that clause alone.
struct AccordingTo: ExtractionRule {
    static let summary = "\"according to\" and its like: the rest of the clause is what was said"

    static let matches = [
        RuleExample(
            "According to Anna Lund, the bridge is unsafe.",
            finds: "Anna Lund | According to | the bridge is unsafe"
        ),
        RuleExample(
            "The bridge is unsafe, according to two engineers.",
            finds: "two engineers | according to | The bridge is unsafe"
        ),
        RuleExample(
            "The bridge, according to Angela Lund, is unsafe.",
            finds: "Angela Lund | according to | The bridge … is unsafe"
        ),
        RuleExample(
            "According to a statement released by the United Nations, the talks will resume.",
            finds: "United Nations | According to | the talks will resume"
        ),
        RuleExample(
            "Nine bridges have been closed and two towns are cut off, according to the United Nations.",
            finds: "United Nations | according to | Nine bridges have been closed and two towns are cut off"
        ),
        RuleExample(
            "The bridge is, in the words of Mark Okafor, a trap.",
            finds: "Mark Okafor | in the words of | The bridge is … a trap"
        ),
        RuleExample(
            "The United Nations issued a statement on Monday. The bridge is unsafe, according to the statement.",
            finds: "United Nations | according to | The bridge is unsafe"
        ),
    ]

    static let misses = [
        "The bridge was built according to plan.", "They were paid according to their age.",
        "The bridge was named in the report by the council.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let source = StatementSource(after: found, in: reading)
        return reading.freshTokens.compactMap { token in
            guard !reading.isQuoted[token], let attribution = SourcePhrase(at: token, in: reading) else {
                return nil
            }
            return statement(attribution, in: reading, source, after: found)
        }
    }

    /// The words of attribution: the cue, the source, and the top of the phrase in the tree.
    private struct SourcePhrase {
        let cue: Range<Int>
        let source: Int
        let top: Int
        /// Whether the tree took the attribution for the predicate of its sentence.
        let isRoot: Bool

        init?(at token: Int, in reading: Reading) {
            let count = reading.document.tokens.count
            if reading.form(token) == "according", token + 2 < count, reading.form(token + 1) == "to" {
                isRoot = false
                cue = token..<(token + 2)
                let head = reading.token(token).head
                // "according to X": X carries "according" as its case; some trees hang X on "according" instead.
                if reading.relation(token).universal == .caseMarking {
                    (source, top) = (head, head)
                } else if let below = reading.tree.child(
                    of: token,
                    by: [.oblique, .object, .nominalModifier]
                ) {
                    (source, top) = (below, token)
                } else {
                    return nil
                }
                return
            }
            // "in the words of X", "in X's words", "in the analysis of X".
            guard reading.token(token).tag == .noun, AccordingTo.manners.contains(reading.lemma(token)),
                let preposition = reading.tree.child(of: token, by: [.caseMarking]),
                reading.form(preposition) == "in",
                token - preposition <= 3
            else { return nil }
            isRoot = reading.relation(token) == .root
            let children = reading.tree.children(of: token)
            if let owner = children.first(where: { reading.tree.caseWords(of: $0) == "of" }) {
                (source, top, cue) = (owner, token, preposition..<(token + 2))
            } else if let owner = children.first(where: { reading.relation($0) == .possessive }) {
                (source, top, cue) = (owner, token, token..<(token + 1))
            } else {
                return nil
            }
        }
    }

    private static let manners: Set<String> = [
        "word", "words", "analysis", "account", "telling", "assessment",
    ]

    private func statement(
        _ attribution: SourcePhrase,
        in reading: Reading,
        _ source: StatementSource,
        after found: [EventDraft]
    ) -> EventDraft? {
        let voice = Voice(at: attribution.source, in: reading)
        var speakers = voice.actors
        if voice.isDocument, !voice.isOwned {
            let author = source.author(of: attribution.source, before: attribution.cue.lowerBound)
            if !author.isEmpty { speakers = author }
        }
        guard
            !voice.actors.isEmpty || voice.isDocument
                || reading.lexicons.personNouns.contains(reading.lemma(attribution.source))
        else { return nil }
        let phrase = reading.tree.span(of: attribution.source) { child in
            child > attribution.source
                && (reading.relation(child).universal == .parataxis
                    || reading.relation(child).universal == .conjunct
                        && reading.tree.child(of: child, by: [.nominalSubject]) != nil
                    || attribution.isRoot && reading.relation(child).universal == .apposition)
        }
        let words =
            min(
                phrase.lowerBound,
                attribution.cue.lowerBound
            )..<max(phrase.upperBound, attribution.cue.upperBound)
        let clause = clause(around: attribution, in: reading)
        let parts = [
            clause.lowerBound..<max(clause.lowerBound, words.lowerBound),
            words.upperBound..<max(words.upperBound, clause.upperBound),
        ]
        .map { part in
            // "…, and they are to meet in May, according to Ito".
            part.drop { word in
                !reading.isQuoted[word]
                    && ([.coordinator, .punctuation].contains(reading.token(word).tag)
                        || reading.form(word) == "that" && reading.relation(word) == .marker)
            }
        }
        .filter { part in
            // "reported that, according to two sources, …": "that" alone says nothing.
            part.contains { reading.token($0).tag != .punctuation && reading.relation($0) != .marker }
        }
        .filter { part in
            // "…, according to a report released in May": what follows without a comma tells of the source.
            part.lowerBound < words.upperBound || words.lowerBound <= clause.lowerBound + 1
                || reading.token(part.lowerBound).tag == .punctuation
                || reading.token(part.lowerBound - 1).tag == .punctuation
        }
        let content = StatementContent(ranges: parts.map(reading.document.range(of:)), in: reading)
        guard !content.pieces.isEmpty, parts.reduce(0, { $0 + $1.count }) > 2 else { return nil }
        if voice.isDocument, isTold(content, by: speakers, among: found) { return nil }
        var event = EventDraft(
            body: .statement(
                StatementDraft(
                    speakers: speakers,
                    cue: reading.document.range(of: attribution.cue),
                    cueToken: attribution.cue.lowerBound,
                    content: content.pieces,
                    quotes: content.quotes,
                    directness: content.directness,
                    audience: nil
                )
            ),
            sentence: reading.sentence(of: attribution.cue.lowerBound),
            date: reading.document.dates.first { words.contains($0.tokens.lowerBound) },
            confidence: 0.95
        )
        event.doubtDescribed(speakers, in: reading)
        if parts.count > 1 { event.doubt("the attribution stands inside what was said", cost: 0.06) }
        return event
    }

    /// "…," Ito said, according to the statement: the words have their speaker.
    private func isTold(_ content: StatementContent, by speakers: [ActorMention], among found: [EventDraft])
        -> Bool
    {
        found.contains { event in
            guard case .statement(let told) = event.body, let cue = told.cue,
                content.pieces.contains(where: { $0.contains(cue) })
            else { return false }
            return Set(told.speakers.map(\.entity)) == Set(speakers.map(\.entity))
        }
    }

    /// "Nine died and two are missing, according to the police": behind clauses joined by a mere "and" it is of all of them.
    private func isShared(_ attribution: SourcePhrase, conjunct: Int, in reading: Reading) -> Bool {
        guard attribution.cue.lowerBound > conjunct, reading.form(attribution.cue.lowerBound - 1) == ",",
            let and = reading.tree.child(of: conjunct, by: [.coordinator]), reading.form(and) == "and",
            and > 0,
            reading.token(and - 1).tag != .punctuation
        else { return false }
        let first = reading.token(conjunct).head
        return ReportingVerbs.frames(of: first, in: reading) == nil
    }

    /// The clause the attribution belongs to.
    private func clause(around attribution: SourcePhrase, in reading: Reading) -> Range<Int> {
        let sentence = reading.document.sentences[reading.sentence(of: attribution.top)].tokens
        var current = attribution.top
        while true {
            let relation = reading.relation(current).universal
            if current != attribution.top {
                let isVerbal =
                    reading.token(current).tag == .verb
                    || reading.tree.child(of: current, by: [.copula, .nominalSubject]) != nil
                if relation == .conjunct, reading.tree.child(of: current, by: [.nominalSubject]) != nil,
                    !isShared(attribution, conjunct: current, in: reading)
                {
                    break
                }
                if relation == .clausalComplement && isVerbal { break }
            }
            let head = reading.token(current).head
            if head == current { return sentence }
            current = head
        }
        let span = reading.tree.span(of: current) { child in
            reading.relation(child).universal == .coordinator && child < current
                && reading.token(child).head == current
        }
        return span
    }
}
