/// Cuts the tokens of a paragraph into sentences.
///
/// A stop, question or exclamation mark, ellipsis or abbreviation is followed past the closing quotation marks and
/// brackets that belong to it; whether a sentence ends there depends on what comes next: a capital, a digit or an
/// opening mark after a plain stop; after an abbreviation only a word that often opens sentences ("He left Washington
/// D.C. The…") or an opening quotation mark. `"Why?" Ito asked.` stays whole: a name and a speech verb follow.
/// A run of more than `longest` tokens is cut at its last inner mark, or where it is full.
struct SentenceSplitter {
    /// Most tokens of a sentence.
    static let longest = 400
    private let starters: Set<String>
    private let speechVerbs: Set<String>

    init() {
        starters = Set(
            Lexicon(.functionWords).rows.filter { $0.first == "starter" && $0.count == 2 }.map { $0[1] }
        )
        speechVerbs = Set(Lexicon(.speechVerbs).rows.map { $0[0] })
    }

    /// The sentences as runs of `pieces`, and those of them that were cut for their length.
    func sentences(of pieces: [Piece], in text: ScalarText) -> (runs: [Range<Int>], cut: [Range<Int>]) {
        var runs: [Range<Int>] = []
        var cut: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < pieces.count {
            if let next = sentenceEnd(at: index, from: start, in: pieces, of: text) {
                runs.append(start..<next)
                start = next
                index = next
                continue
            }
            index += 1
            if index - start == Self.longest, index < pieces.count {
                let place = bestCut(start..<index, in: pieces, of: text)
                runs.append(start..<place)
                cut.append(start..<place)
                start = place
                index = place
            }
        }
        if start < pieces.count { runs.append(start..<pieces.count) }
        return (runs, cut)
    }

    private func bestCut(_ run: Range<Int>, in pieces: [Piece], of text: ScalarText) -> Int {
        let inner = run.suffix(Self.longest / 2).last {
            [0x2C, 0x3B, 0x3A].contains(text.scalar(pieces[$0].run.lowerBound))
        }
        return inner.map { $0 + 1 } ?? run.upperBound
    }

    /// Index behind the sentence that ends with the piece at `index`, if one does.
    private func sentenceEnd(at index: Int, from start: Int, in pieces: [Piece], of text: ScalarText) -> Int?
    {
        guard pieces[index].kind.mayEnd else { return nil }
        var next = index + 1
        var closesQuotation = false
        while next < pieces.count {
            let kind = pieces[next].kind
            let isAttached = pieces[next].run.lowerBound == pieces[next - 1].run.upperBound
            if kind == .closingMark {
                closesQuotation = true
            } else if isReference(next, in: pieces, of: text) {
                next += 2
            } else if !(kind == .closingBracket && isAttached) && !(kind == .stop && isAttached)
                && !(kind == .exclamation && isAttached)
            {
                break
            }
            next += 1
        }
        guard next < pieces.count else { return next }
        guard let opener = firstWord(from: next, in: pieces, of: text) else { return nil }
        let isAttached = pieces[next].run.lowerBound == pieces[next - 1].run.upperBound
        let behind = Behind(
            word: opener,
            isMarked: opener != next,
            opensQuotation: pieces[next].kind == .openingMark,
            isAttached: isAttached,
            closesQuotation: closesQuotation
        )
        return ends(index, from: start, before: behind, in: pieces, of: text) ? next : nil
    }

    /// What stands behind a possible end of a sentence.
    private struct Behind {
        /// Index of the first word or number.
        let word: Int
        /// Whether marks stand before that word.
        let isMarked: Bool
        let opensQuotation: Bool
        /// Whether no blank stands between.
        let isAttached: Bool
        let closesQuotation: Bool
    }

    private func ends(
        _ index: Int,
        from start: Int,
        before behind: Behind,
        in pieces: [Piece],
        of text: ScalarText
    ) -> Bool {
        let first = text.type(pieces[behind.word].run.lowerBound)
        let isLower = first == .lower
        switch pieces[index].kind {
        case .stop:
            if behind.isAttached, isLower || first == .digit { return false }
            if index == start + 1, isEnumerator(pieces[start], in: text) { return false }
            return !isLower || endsBeforeLower(index, behind, pieces, text)
        case .exclamation:
            if isLower { return !behind.closesQuotation && !behind.isAttached }
            return !(behind.closesQuotation && isAttribution(behind.word, in: pieces, of: text))
        case .ellipsis:
            if index == start || isLower { return false }
            return !["I", "I'm"].contains(text.string(pieces[behind.word].run)) || behind.opensQuotation
        case .abbreviation(let kind):
            if isLower || kind == .title || kind == .inside || kind == .number { return false }
            if behind.opensQuotation || behind.closesQuotation { return kind != .initial && first == .upper }
            return starters.contains(text.string(pieces[behind.word].run).lowercased()) && first == .upper
        default: return false
        }
    }

    /// A stop before a small letter ends a sentence only behind a plain word.
    private func endsBeforeLower(_ index: Int, _ behind: Behind, _ pieces: [Piece], _ text: ScalarText)
        -> Bool
    {
        guard index > 0, pieces[index - 1].kind == .word, !behind.closesQuotation, !behind.isMarked else {
            return false
        }
        let word = pieces[index - 1].run
        return word.count >= 4 && word.allSatisfy { text.type($0) == .lower }
            && pieces[behind.word].kind == .word
    }

    /// A note's number behind a stop: "in 1805.[19]".
    private func isReference(_ index: Int, in pieces: [Piece], of text: ScalarText) -> Bool {
        guard index + 2 < pieces.count, pieces[index].kind == .openingBracket else { return false }
        return text.scalar(pieces[index].run.lowerBound) == 0x5B && pieces[index + 1].kind == .number
            && pieces[index + 1].run.count <= 3 && pieces[index + 2].kind == .closingBracket
    }

    private func isEnumerator(_ piece: Piece, in text: ScalarText) -> Bool {
        (piece.kind == .number && piece.run.count <= 2) || (piece.kind == .word && piece.run.count == 1)
    }

    private func firstWord(from index: Int, in pieces: [Piece], of text: ScalarText) -> Int? {
        var next = index
        while next < min(index + 6, pieces.count) {
            if text.type(pieces[next].run.lowerBound).isWord { return next }
            next += 1
        }
        return index
    }

    /// Whether a name and a verb of speaking stand at `index`.
    private func isAttribution(_ index: Int, in pieces: [Piece], of text: ScalarText) -> Bool {
        for next in index..<min(index + 8, pieces.count) {
            guard pieces[next].kind == .word || pieces[next].kind.isAbbreviation else { return false }
            let word = text.string(pieces[next].run)
            if speechVerbs.contains(word) { return next > index }
            if next == index, starters.contains(word.lowercased()) { return false }
        }
        return false
    }
}

extension Piece.Kind {
    /// Whether a sentence may end with such a token.
    fileprivate var mayEnd: Bool {
        self == .stop || self == .exclamation || self == .ellipsis || isAbbreviation
    }

    fileprivate var isAbbreviation: Bool { if case .abbreviation = self { true } else { false } }
}
