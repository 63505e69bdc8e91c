public import NewsEvents

/// One event in one line, in the words of its article.
public struct EventSummary: Hashable, Sendable {
    /// Who acts, by the names of this output.
    public let who: [String]
    /// What they did or said, without who.
    public let what: String
    /// Who and what together.
    public let line: String

    /// Sums up an event; the two kinds about articles themselves give empty texts.
    public init(_ event: NewsEvent, names: ActorNames) {
        who = event.actors.map { names[$0] }
        switch event {
        case .articleRecorded, .articleExtracted, .articleErased:
            (what, line) = ("", "")
        case .statementMade(let statement):
            what = Self.content(of: statement)
            line = who.isEmpty ? what + " (no source named)" : Self.list(who) + ": " + what
        case .meetingHeld(let meeting):
            let details = Self.details(of: meeting, names: names)
            what = details
            let people = who.count == 2 ? who.joined(separator: " – ") : Self.list(who)
            line = people + (details.isEmpty ? "" : details.hasPrefix("(") ? " " : ", ") + details
        case .visitMade(let visit):
            what = (visit.destination.map { "to \($0)" } ?? "travels") + Self.status(visit.status)
            line = Self.list(who) + " " + what
        case .positionTaken(let position):
            let target = position.target?.text ?? position.cue.text.map { "(\"\($0)\")" } ?? ""
            // "Okafor REFUSES: the tax cannot stay": where the cue stands in the target, the target is a whole clause.
            let isClause =
                position.target.map { $0.start <= position.cue.start && position.cue.end <= $0.end } ?? false
            // "would have to be comprised of …" leaves a target without its subject: the dots say that words are missing.
            let gap = isClause ? ": " : target.hasPrefix("be ") ? " … " : " "
            let verb = isClause && position.stance == .oppose ? "REFUSES" : Self.verb(of: position.stance)
            what = verb + gap + WordWrap.oneLine(target)
            line = Self.list(who) + " " + what
        }
    }

    /// Names joined as in a sentence: "Vance", "Vance and Rubio", "Trump, Rubio and Vance".
    static func list(_ names: [String]) -> String {
        guard let last = names.last else { return "(nobody named)" }
        return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and " + last
    }

    /// The word a stance is shown by.
    static func verb(of stance: Stance) -> String {
        switch stance {
        case .support: "FOR"
        case .oppose: "AGAINST"
        case .demand: "DEMANDS"
        case .pledge: "PLEDGES"
        case .condemn: "CONDEMNS"
        case .threaten: "THREATENS"
        case .deny: "DENIES"
        }
    }

    private static func content(of statement: StatementMade) -> String {
        let pieces = statement.content.compactMap(\.text).map { piece in
            var words = WordWrap.oneLine(piece)
            while let last = words.last, last == "," || last == " " { words.removeLast() }
            return words
        }.filter { !$0.isEmpty }
        let words = pieces.joined(separator: " … ")
        guard !words.isEmpty else { return "…" }
        switch statement.directness {
        case .direct: return "\"" + words + "\""
        case .indirect: return words
        case .mixed: return closed(words)
        }
    }

    /// Closes a quotation whose last mark fell off the end of the content, or opens one whose first did.
    private static func closed(_ words: String) -> String {
        let straight = words.count { $0 == "\"" }
        let (opening, closing) = (words.count { $0 == "“" }, words.count { $0 == "”" })
        if straight % 2 == 1 { return words + "\"" }
        if opening == closing + 1 { return words + "”" }
        if closing == opening + 1 { return "“" + words }
        return words
    }

    private static func details(of meeting: MeetingHeld, names: ActorNames) -> String {
        var text = status(meeting.status)
        switch meeting.mode {
        case .phone: text += " by phone"
        case .video: text += " by video"
        case .inPerson, .multilateral, .unknown: break
        }
        func add(_ part: String) { text += (text.isEmpty ? "" : ", ") + part }
        if let place = meeting.place { add(WordWrap.oneLine(place)) }
        if let about = meeting.about { add("about " + WordWrap.oneLine(about)) }
        if let via = meeting.via { text += " (according to \(names[via]))" }
        return WordWrap.oneLine(text)
    }

    private static func status(_ status: Occurrence) -> String {
        status == .held ? "" : " (\(status.rawValue))"
    }
}
