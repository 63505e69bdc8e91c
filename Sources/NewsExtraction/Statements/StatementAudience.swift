import NewsText

/// Who was told.
enum StatementAudience {
    /// The listener of a verb of saying: "told reporters", "said to the council"; nil if none is named.
    static func range(of verb: Int, in reading: Reading) -> TextRange? {
        if addressing.contains(reading.lemma(verb)),
            let listener = reading.tree.child(of: verb, by: [.indirectObject, .object]),
            reading.token(listener).tag != .verb, !reading.isQuoted[listener]
        {
            return reading.phrase(listener)
        }
        let listener = reading.tree.children(of: verb, by: [.oblique]).first { child in
            reading.tree.caseWords(of: child) == "to" && reading.entityOfHead[child] != nil
                && !reading.isQuoted[child]
        }
        return listener.map { reading.phrase($0) }
    }

    /// Verbs whose object is who listens.
    static let addressing: Set<String> = [
        "tell", "inform", "advise", "remind", "assure", "warn", "notify", "brief", "convince", "ask",
        "caution",
        "counsel", "lecture", "interrupt", "text", "email", "reassure", "admonish", "urge", "instruct",
        "promise",
    ]
}
