import NewsEvents
import NewsText

/// Makes one event of a stance that is told several times: same holder, same stance, the same thing.
///
/// Two targets are the same thing when most content words of the shorter are in the longer and their lengths are alike, or
/// when both name the same actor. The surest telling stays; the sentences of the others become its repeats.
struct PositionMerger {
    let reading: Reading

    func merge(_ events: [EventDraft]) -> [EventDraft] {
        var merged: [EventDraft] = []
        for event in events {
            guard case .position(let draft) = event.body,
                let index = merged.firstIndex(where: { other in
                    if case .position(let earlier) = other.body {
                        isSame(earlier, draft, isRetold: isHeadline(other) && isOpening(event))
                    } else {
                        false
                    }
                })
            else {
                merged.append(event)
                continue
            }
            merged[index] = join(merged[index], event)
        }
        return merged
    }

    private func join(_ a: EventDraft, _ b: EventDraft) -> EventDraft {
        let (kept, other) = b.confidence > a.confidence + 0.05 ? (b, a) : (a, b)
        var joined = kept
        joined.repeats += other.repeats
        if other.sentence != kept.sentence {
            joined.repeats.append(reading.document.sentences[other.sentence].range)
        }
        joined.date = kept.date ?? other.date
        return joined
    }

    /// The headline tells in other words what the first sentences tell again.
    private func isHeadline(_ event: EventDraft) -> Bool {
        event.sentence == 0
            && reading.document.paragraphs[reading.document.sentences[0].paragraph].kind == .heading
    }

    private func isOpening(_ event: EventDraft) -> Bool { (1...3).contains(event.sentence) }

    private func isSame(_ a: PositionDraft, _ b: PositionDraft, isRetold: Bool) -> Bool {
        guard a.stance == b.stance, Set(a.holders.map(\.entity)) == Set(b.holders.map(\.entity)),
            let one = a.target, let two = b.target
        else { return false }
        if one == two { return true }
        let (first, second) = (content(one), content(two))
        let shared = first.intersection(second).count
        guard min(first.count, second.count) > 0 else { return false }
        if isRetold { return shared > 0 && Double(shared) >= 0.33 * Double(min(first.count, second.count)) }
        return Double(shared) >= 0.67 * Double(max(first.count, second.count))
    }

    /// The lemmas that carry meaning; actors by who they are.
    private func content(_ range: TextRange) -> Set<String> {
        Set(
            reading.tokens(in: range).compactMap { token in
                if let entity = reading.entityOfToken[token] { return "#\(entity)" }
                switch reading.token(token).tag {
                case .noun, .properNoun, .verb, .adjective, .numeral: return reading.lemma(token)
                default: return nil
                }
            }
        )
    }
}
