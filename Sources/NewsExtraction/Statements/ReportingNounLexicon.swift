import NewsLanguage

/// Nouns that stand for something said, by lemma.
struct ReportingNounLexicon: Sendable {
    /// Nouns of saying, with what follows them: "his claim that …", "accusations of …".
    let sayings: [String: Set<String>]
    /// Nouns for documents and for broadcasts: what they say, somebody says.
    let documents: Set<String>
    /// Nouns for an occasion on which somebody speaks: "in an interview".
    let occasions: Set<String>

    init() {
        var sayings: [String: Set<String>] = [:]
        var (documents, occasions): (Set<String>, Set<String>) = ([], [])
        for row in Lexicon(.reportingNouns).rows where row.count >= 2 {
            for kind in row[1].split(separator: ",") {
                switch kind {
                case "document": documents.insert(row[0])
                case "occasion": occasions.insert(row[0])
                default: sayings[row[0], default: []].insert(String(kind))
                }
            }
        }
        (self.sayings, self.documents, self.occasions) = (sayings, documents, occasions)
    }
}
