// The shapes of payloads: the counterpart of what `encode(to:)` of each type writes.

extension PayloadReader {
    /// Reads a string that has a type of its own: an id, a word of a closed list.
    mutating func word<Word: RawRepresentable<String>>() throws(PayloadError) -> Word {
        let text = try string()
        guard let word = Word(rawValue: text) else { throw error("\"\(text)\" is none of the known words") }
        return word
    }

    mutating func span() throws(PayloadError) -> TextSpan {
        var start: Int64?
        var end: Int64?
        var text: String?
        try object { (reader, name) throws(PayloadError) in
            switch name {
            case "start": start = try reader.integer()
            case "end": end = try reader.integer()
            case "text": text = try reader.optional { (reader) throws(PayloadError) in try reader.string() }
            default: try reader.skip()
            }
        }
        return TextSpan(
            start: Int(try required(start, "start")),
            end: Int(try required(end, "end")),
            text: text
        )
    }

    mutating func spans() throws(PayloadError) -> [TextSpan] {
        try array { (reader) throws(PayloadError) in try reader.span() }
    }

    mutating func optionalSpan() throws(PayloadError) -> TextSpan? {
        try optional { (reader) throws(PayloadError) in try reader.span() }
    }

    mutating func optionalString() throws(PayloadError) -> String? {
        try optional { (reader) throws(PayloadError) in try reader.string() }
    }

    mutating func strings() throws(PayloadError) -> [String] {
        try array { (reader) throws(PayloadError) in try reader.string() }
    }

    mutating func words<Word: RawRepresentable<String>>() throws(PayloadError) -> [Word] {
        try array { (reader) throws(PayloadError) in try reader.word() }
    }

    /// The value of a member that must be there.
    func required<Value>(_ value: Value?, _ name: String) throws(PayloadError) -> Value {
        guard let value else { throw PayloadError(reason: "the member \"\(name)\" is missing") }
        return value
    }
}

extension When {
    init(_ reader: inout PayloadReader) throws(PayloadError) {
        var (from, to, precision, basis, phrase): (String?, String?, String?, String?, String?)
        var at: TextSpan?
        try reader.object { (reader, name) throws(PayloadError) in
            switch name {
            case "from": from = try reader.string()
            case "to": to = try reader.string()
            case "precision": precision = try reader.string()
            case "basis": basis = try reader.string()
            case "phrase": phrase = try reader.string()
            case "at": at = try reader.span()
            default: try reader.skip()
            }
        }
        self.init(
            from: try reader.required(from, "from"),
            to: try reader.required(to, "to"),
            precision: try reader.required(precision, "precision"),
            basis: try reader.required(basis, "basis"),
            phrase: try reader.required(phrase, "phrase"),
            at: try reader.required(at, "at")
        )
    }
}

extension Actor {
    init(_ reader: inout PayloadReader) throws(PayloadError) {
        var id: ActorID?
        var name: String?
        var kind: Kind?
        var role: String?
        var aliases: [String]?
        try reader.object { (reader, member) throws(PayloadError) in
            switch member {
            case "id": id = try reader.word()
            case "name": name = try reader.string()
            case "kind": kind = try reader.word()
            case "role": role = try reader.optionalString()
            case "aliases": aliases = try reader.strings()
            default: try reader.skip()
            }
        }
        self.init(
            id: try reader.required(id, "id"),
            name: try reader.required(name, "name"),
            kind: try reader.required(kind, "kind"),
            role: role,
            aliases: try reader.required(aliases, "aliases")
        )
    }
}

extension Topic {
    init(_ reader: inout PayloadReader) throws(PayloadError) {
        var id: TopicID?
        var name: String?
        try reader.object { (reader, member) throws(PayloadError) in
            switch member {
            case "id": id = try reader.word()
            case "name": name = try reader.string()
            default: try reader.skip()
            }
        }
        self.init(id: try reader.required(id, "id"), name: try reader.required(name, "name"))
    }
}

extension ExtractionDiagnostic {
    init(_ reader: inout PayloadReader) throws(PayloadError) {
        var code: String?
        var at: TextSpan?
        var message: String?
        try reader.object { (reader, member) throws(PayloadError) in
            switch member {
            case "code": code = try reader.string()
            case "at": at = try reader.span()
            case "message": message = try reader.string()
            default: try reader.skip()
            }
        }
        self.init(
            code: try reader.required(code, "code"),
            at: try reader.required(at, "at"),
            message: try reader.required(message, "message")
        )
    }
}

extension ArticleRecorded {
    init(_ reader: inout PayloadReader) throws(PayloadError) {
        var article: ArticleID?
        var text: String?
        var sha256: String?
        var characters: Int64?
        var published: String?
        var publishedFrom: String?
        var (title, outlet, byline, url, input): (String?, String?, String?, String?, String?)
        try reader.object { (reader, member) throws(PayloadError) in
            switch member {
            case "article": article = try reader.word()
            case "text": text = try reader.string()
            case "sha256": sha256 = try reader.string()
            case "characters": characters = try reader.integer()
            case "published": published = try reader.string()
            case "publishedFrom": publishedFrom = try reader.string()
            case "title": title = try reader.optionalString()
            case "outlet": outlet = try reader.optionalString()
            case "byline": byline = try reader.optionalString()
            case "url": url = try reader.optionalString()
            case "input": input = try reader.optionalString()
            default: try reader.skip()
            }
        }
        self.init(
            article: try reader.required(article, "article"),
            text: try reader.required(text, "text"),
            sha256: try reader.required(sha256, "sha256"),
            characters: Int(try reader.required(characters, "characters")),
            published: try reader.required(published, "published"),
            publishedFrom: try reader.required(publishedFrom, "publishedFrom"),
            title: title,
            outlet: outlet,
            byline: byline,
            url: url,
            input: input
        )
    }
}

/// The members of `ArticleRecorded` that tell when an article was published.
struct Publication {
    let article: ArticleID
    let published: String

    init(_ reader: inout PayloadReader) throws(PayloadError) {
        var article: ArticleID?
        var published: String?
        try reader.object { (reader, member) throws(PayloadError) in
            switch member {
            case "article": article = try reader.word()
            case "published": published = try reader.string()
            default: try reader.skip()
            }
        }
        self.article = try reader.required(article, "article")
        self.published = try reader.required(published, "published")
    }
}

extension ArticleExtracted {
    init(_ reader: inout PayloadReader) throws(PayloadError) {
        var article: ArticleID?
        var extractor: String?
        var actors: [Actor]?
        var topics: [Topic]?
        var diagnostics: [ExtractionDiagnostic]?
        var events: Int64?
        try reader.object { (reader, member) throws(PayloadError) in
            switch member {
            case "article": article = try reader.word()
            case "extractor": extractor = try reader.string()
            case "actors":
                actors = try reader.array { (reader) throws(PayloadError) in try Actor(&reader) }
            case "topics":
                topics = try reader.array { (reader) throws(PayloadError) in try Topic(&reader) }
            case "diagnostics":
                diagnostics = try reader.array { (reader) throws(PayloadError) in
                    try ExtractionDiagnostic(&reader)
                }
            case "events": events = try reader.integer()
            default: try reader.skip()
            }
        }
        self.init(
            article: try reader.required(article, "article"),
            extractor: try reader.required(extractor, "extractor"),
            actors: try reader.required(actors, "actors"),
            topics: try reader.required(topics, "topics"),
            diagnostics: try reader.required(diagnostics, "diagnostics"),
            events: Int(try reader.required(events, "events"))
        )
    }
}

extension ArticleErased {
    init(_ reader: inout PayloadReader) throws(PayloadError) {
        var article: ArticleID?
        var (reason, by, sha256, published): (String?, String?, String?, String?)
        var (characters, position, recordedAt, events): (Int64?, Int64?, Int64?, Int64?)
        try reader.object { (reader, member) throws(PayloadError) in
            switch member {
            case "article": article = try reader.word()
            case "reason": reason = try reader.string()
            case "by": by = try reader.optionalString()
            case "sha256": sha256 = try reader.string()
            case "characters": characters = try reader.integer()
            case "published": published = try reader.string()
            case "position": position = try reader.integer()
            case "recordedAt": recordedAt = try reader.integer()
            case "events": events = try reader.integer()
            default: try reader.skip()
            }
        }
        self.init(
            article: try reader.required(article, "article"),
            reason: try reader.required(reason, "reason"),
            by: by,
            sha256: try reader.required(sha256, "sha256"),
            characters: Int(try reader.required(characters, "characters")),
            published: try reader.required(published, "published"),
            position: try reader.required(position, "position"),
            recordedAt: try reader.required(recordedAt, "recordedAt"),
            events: Int(try reader.required(events, "events"))
        )
    }
}
