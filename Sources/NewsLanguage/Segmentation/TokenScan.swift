/// One pass over a paragraph that makes its tokens.
struct TokenScan {
    let tokenizer: Tokenizer
    let text: ScalarText
    /// Where the paragraph ends.
    let end: Int
    /// What was found so far.
    var pieces: [Piece] = []
    /// Up to here no e-mail address begins; keeps the search linear.
    var addressFree = 0

    init(tokenizer: Tokenizer, text: ScalarText, end: Int) {
        self.tokenizer = tokenizer
        self.text = text
        self.end = end
    }

    /// Adds a token.
    mutating func add(_ run: Range<Int>, _ kind: Piece.Kind) {
        if !run.isEmpty { pieces.append(Piece(run: run, kind: kind)) }
    }

    func scalar(_ index: Int) -> UInt32 { index < end ? text.scalar(index) : 0 }

    func type(_ index: Int) -> ScalarClass { index < end ? text.type(index) : .newline }

    /// Makes the token or tokens that begin at `index`, none reaching past `limit`; returns where they end.
    mutating func token(at index: Int, before limit: Int) -> Int {
        if let address = address(at: index, before: limit) {
            add(index..<address, .word)
            return address
        }
        switch type(index) {
        case .lower, .upper, .letter, .digit: return word(at: index, before: limit)
        case .emoji: return emoji(at: index, before: limit)
        default: return mark(at: index, before: limit)
        }
    }

    private mutating func emoji(at index: Int, before limit: Int) -> Int {
        var next = index + 1
        func joins(_ value: UInt32) -> Bool {
            switch value {
            case 0x200D, 0xFE0E, 0xFE0F, 0x20E3, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: true
            default: false
            }
        }
        func isFlag(_ value: UInt32) -> Bool { (0x1F1E6...0x1F1FF).contains(value) }
        if isFlag(scalar(index)), isFlag(scalar(next)) { next += 1 }
        while next < limit, type(next) == .emoji, joins(scalar(next)) || scalar(next - 1) == 0x200D {
            next += 1
        }
        add(index..<next, .other)
        return next
    }

    private mutating func mark(at index: Int, before limit: Int) -> Int {
        let value = scalar(index)
        func run(of values: Set<UInt32>) -> Int {
            var next = index + 1
            while next < limit, values.contains(scalar(next)) { next += 1 }
            return next
        }
        for emoticon in tokenizer.emoticons where emoticon[0] == value {
            let next = index + emoticon.count
            if next <= limit, emoticon.indices.allSatisfy({ scalar(index + $0) == emoticon[$0] }),
                !type(next).isWord, !type(index - 1).isWord
            {
                add(index..<next, .other)
                return next
            }
        }
        switch value {
        case 0x2E where type(index + 1) == .digit && !type(index - 1).isWord:
            return word(at: index, before: limit)
        case 0x2E:
            let next = run(of: [0x2E])
            add(index..<next, next - index > 1 ? .ellipsis : .stop)
            return next
        case 0x2026:
            let next = run(of: [0x2026, 0x2E])
            add(index..<next, .ellipsis)
            return next
        case 0x21, 0x3F, 0x203D:
            let next = run(of: [0x21, 0x3F])
            add(index..<next, .exclamation)
            return next
        case 0x3002, 0xFF01, 0xFF1F:
            add(index..<(index + 1), .exclamation)
            return index + 1
        case 0x5B:
            if let next = omission(at: index), next <= limit {
                add(index..<next, .ellipsis)
                return next
            }
            add(index..<(index + 1), .openingBracket)
            return index + 1
        case 0x28, 0x7B:
            add(index..<(index + 1), .openingBracket)
            return index + 1
        case 0x29, 0x5D, 0x7D:
            add(index..<(index + 1), .closingBracket)
            return index + 1
        case 0x27, 0x2019, 0x2018, 0x60: return apostrophe(at: index, before: limit)
        case 0x40, 0x23:
            guard type(index + 1).isLetter else { break }
            var next = index + 1
            while next < limit, type(next).isWord || scalar(next) == 0x5F { next += 1 }
            add(index..<next, .word)
            return next
        case 0x2A, 0x2D, 0x3D, 0x5F, 0x7E, 0x2B, 0x2022, 0x2014, 0x3E, 0x3C:
            let next = run(of: [value])
            add(index..<next, .other)
            return next
        default: break
        }
        var next = index + 1
        while next < limit, type(next) == .letter { next += 1 }
        add(index..<next, .other)
        return next
    }

    /// `[...]`, words left out of a quotation: one token.
    private func omission(at index: Int) -> Int? {
        var next = index + 1
        while scalar(next) == 0x2E || scalar(next) == 0x2026, next - index < 5 { next += 1 }
        return next > index + 1 && scalar(next) == 0x5D ? next + 1 : nil
    }

    /// An apostrophe that begins a token: 's behind a bracket, 'em, '90s, or the possessive of a plural.
    private mutating func apostrophe(at index: Int, before limit: Int) -> Int {
        var next = index + 1
        while next < limit, type(next).isWord, next - index < 9 { next += 1 }
        let rest = text.string((index + 1)..<min(next, end)).lowercased()
        let isClitic = ["s", "re", "ve", "ll", "d", "m", "t"].contains(rest) && !type(index - 1).isSpace
        let isDecade = type(index + 1) == .digit && rest.hasSuffix("s") && rest.utf8.count == 3
        if isClitic || isDecade || tokenizer.elisions.contains(rest) {
            add(index..<next, .word)
            return next
        }
        add(index..<(index + 1), .other)
        return index + 1
    }
}
