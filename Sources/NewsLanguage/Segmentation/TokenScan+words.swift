extension TokenScan {
    /// Makes the tokens of the word or number at `index`; returns where they end.
    mutating func word(at index: Int, before limit: Int) -> Int {
        var next = index
        var apostrophe: Int?
        var hasLetter = false
        while next < limit {
            let kind = type(next)
            if kind.isWord {
                hasLetter = hasLetter || kind.isLetter
                next += 1
            } else if kind == .invisible || scalar(next) == 0x200D, type(next + 1).isWord {
                next += 1
            } else if isApostrophe(scalar(next)), type(next + 1).isLetter, next > index {
                apostrophe = next
                next += 1
            } else if joins(next, from: index, hasLetter: hasLetter) {
                next += 1
            } else {
                break
            }
        }
        next = max(next, index + 1)
        return finish(index..<next, apostrophe: apostrophe, hasLetter: hasLetter, limit: limit)
    }

    private func isApostrophe(_ value: UInt32) -> Bool {
        value == 0x27 || value == 0x2019 || value == 0x60 || value == 0x2BC || value == 0x2018
    }

    /// Whether the mark at `next` stands inside the word that began at `start`.
    private func joins(_ next: Int, from start: Int, hasLetter: Bool) -> Bool {
        let (before, behind) = (type(next - 1), type(next + 1))
        switch scalar(next) {
        case 0x2E:
            if next == start { return behind == .digit }
            guard before.isWord, behind.isWord else { return false }
            if before == .digit || behind == .digit {
                return before == behind || hasLetter || !behind.isLetter
            }
            // "Gaza.The": a stop that lost its blank, but not "U.S." or "news.com".
            let isStop = before == .lower && behind == .upper && type(next - 2) == .lower
            return !(isStop && type(next + 2) == .lower)
        case 0x2C:
            return before == .digit && (1...3).allSatisfy { type(next + $0) == .digit }
                && type(next + 4) != .digit
        case 0x3A, 0x2F:
            return !hasLetter && before == .digit && behind == .digit
        case 0x26:
            return before == .upper && behind == .upper && type(next + 2) != .lower
        case 0x5F:
            return before.isWord && behind.isWord
        case 0x2D, 0x2011:
            return behind.isWord && joinsHyphen(next, from: start, hasLetter: hasLetter)
        default: return false
        }
    }

    private func joinsHyphen(_ hyphen: Int, from start: Int, hasLetter: Bool) -> Bool {
        if hasLetter {
            guard hyphen - start <= 8 else { return false }
            return tokenizer.prefixes.contains(text.string(start..<hyphen).lowercased())
        }
        // Telephone numbers and dates: 713-853-3989, 345-9945, 2025-10-22. Ranges (3-5, 2019-20) are divided.
        func digits(from low: Int) -> Int {
            var high = low
            while type(high) == .digit, high - low < 5 { high += 1 }
            return high - low
        }
        var before = 0
        while before < 5, type(hyphen - 1 - before) == .digit { before += 1 }
        let first = digits(from: hyphen + 1)
        if hyphen - before > start { return true }
        if before == 3 && first == 4 { return true }
        let second = scalar(hyphen + 1 + first) == 0x2D ? digits(from: hyphen + 2 + first) : 0
        return second > 1
            && (before == 3 || before == 1 || before == 4 && first == 2 || before == 2 && first == 2)
    }

    /// Divides a scanned word into its tokens.
    private mutating func finish(_ run: Range<Int>, apostrophe: Int?, hasLetter: Bool, limit: Int) -> Int {
        if !hasLetter {
            var next = run.upperBound
            if scalar(next) == 0x2B, !type(next + 1).isWord, next < limit { next += 1 }
            if isEnumerator(run), scalar(next) == 0x2E, next < limit {
                add(run.lowerBound..<(next + 1), .number)
                return next + 1
            }
            add(run.lowerBound..<next, .number)
            return next
        }
        if let unit = unit(of: run) {
            add(run.lowerBound..<unit, .number)
            return word(at: unit, before: limit)
        }
        let isShort = run.count <= 3 && run.allSatisfy { type($0) == .upper }
        if isShort, [0x24, 0xA3, 0x20AC].contains(scalar(run.upperBound)), run.upperBound < limit {
            add(run.lowerBound..<(run.upperBound + 1), .other)
            return run.upperBound + 1
        }
        if let stop = abbreviationEnd(of: run, limit: limit) { return stop }
        if let apostrophe, divide(run, at: apostrophe) { return run.upperBound }
        if run.count < 8, let first = tokenizer.splits[text.string(run).lowercased()], first < run.count {
            add(run.lowerBound..<(run.lowerBound + first), .word)
            add((run.lowerBound + first)..<run.upperBound, .word)
            return run.upperBound
        }
        add(run, .word)
        return run.upperBound
    }

    /// "1." before a blank at the start of a paragraph.
    private func isEnumerator(_ run: Range<Int>) -> Bool {
        pieces.isEmpty && run.count <= 2 && type(run.upperBound + 1).isSpace && run.upperBound + 1 < end
    }

    /// Where the unit begins in "10am" or "5km".
    private func unit(of run: Range<Int>) -> Int? {
        guard type(run.lowerBound) == .digit else { return nil }
        guard let unit = run.first(where: { type($0).isLetter }), run.upperBound - unit <= 8 else {
            return nil
        }
        return tokenizer.units.contains(text.string(unit..<run.upperBound)) ? unit : nil
    }

    /// Divides don't, Gaza's, we'll; leaves O'Reilly, o'clock and the 1930's whole.
    private mutating func divide(_ run: Range<Int>, at apostrophe: Int) -> Bool {
        guard run.upperBound - apostrophe <= 4 else { return false }
        let clitic = text.string((apostrophe + 1)..<run.upperBound).lowercased()
        switch clitic {
        case "t":
            guard apostrophe - run.lowerBound >= 2, [0x6E, 0x4E].contains(scalar(apostrophe - 1)) else {
                return false
            }
            add(run.lowerBound..<(apostrophe - 1), .word)
            add((apostrophe - 1)..<run.upperBound, .word)
        case "s" where type(apostrophe - 1) == .digit && scalar(apostrophe - 1) == 0x30: return false
        case "s", "m", "d", "ll", "ve", "re":
            _ = finish(
                run.lowerBound..<apostrophe,
                apostrophe: inner(run.lowerBound..<apostrophe),
                hasLetter: true,
                limit: apostrophe
            )
            add(apostrophe..<run.upperBound, .word)
        default: return false
        }
        return true
    }

    /// An earlier apostrophe: "couldn't've" has two.
    private func inner(_ run: Range<Int>) -> Int? { run.suffix(4).last { isApostrophe(scalar($0)) } }

    /// Where the abbreviation ends, stop included, if the word and the stop behind it are one.
    private mutating func abbreviationEnd(of run: Range<Int>, limit: Int) -> Int? {
        let stop = run.upperBound
        guard scalar(stop) == 0x2E, stop < limit, scalar(stop + 1) != 0x2E, run.count <= 16 else {
            return nil
        }
        guard let kind = abbreviation(run) else { return nil }
        let behind = firstBehind(stop)
        switch kind {
        case .title, .name:
            if type(run.lowerBound) != .upper { return nil }
        case .number:
            if type(behind) != .digit { return nil }
        case .last:
            if behind >= end || type(behind) == .upper { return nil }
        default: break
        }
        add(run.lowerBound..<(stop + 1), .abbreviation(kind))
        return stop + 1
    }

    private func abbreviation(_ run: Range<Int>) -> Abbreviation? {
        if run.count == 1 {
            let isName = type(run.lowerBound) == .upper
            // "and I." ends a sentence; "I. M. Pei" does not.
            if scalar(run.lowerBound) == 0x49, type(firstBehind(run.upperBound) + 1) != .punctuation {
                return nil
            }
            return isName ? .initial : tokenizer.abbreviations[text.string(run)]
        }
        if let known = tokenizer.abbreviations[text.string(run).lowercased()] { return known }
        // U.S.S.R. and the like: single letters between stops.
        for (step, index) in run.enumerated() {
            if step % 2 == 0 ? !type(index).isLetter : scalar(index) != 0x2E { return nil }
        }
        return .acronym
    }

    /// Index of the first visible scalar behind a stop, past closing marks and blanks.
    private func firstBehind(_ stop: Int) -> Int {
        var next = stop + 1
        while next < end, type(next).isSpace { next += 1 }
        return next
    }
}
