/// Finds quotation marks and pairs them, a paragraph at a time.
///
/// Algorithm: one pass over the scalars with a stack of open marks. Curly and angle marks say themselves which way they
/// face, unless blank space contradicts them; straight marks face by what surrounds them (blank before and none behind
/// opens, the reverse closes), and where that says nothing by the stack. A closing mark closes the nearest open mark of
/// its family. What is left on the stack at the paragraph's end is `continued` when the next paragraph begins with an
/// opening mark (journalism opens every paragraph of a long quotation and closes only the last), else `neverClosed`.
/// The state is reset at each paragraph, so that one missing mark spoils one paragraph at most.
///
/// Not quotation marks: apostrophes, possessives, elisions ('em, '90s), and marks of feet, inches, minutes and seconds.
/// The stack never holds more than `deepest` marks; older ones count as never closed. Time is linear.
struct QuotationTracker {
    private static let deepest = 8
    /// Words that begin with an apostrophe.
    private let elisions: Set<String>

    init(elisions: Set<String>) { self.elisions = elisions }

    /// All marks in order and all quotations in order of their start, outer before inner.
    func track(_ text: ScalarText, paragraphs: [Range<Int>]) -> ([QuotationMark], [QuotationDraft]) {
        var marks: [QuotationMark] = []
        var drafts: [QuotationDraft] = []
        for (index, paragraph) in paragraphs.enumerated() {
            var state = State(paragraph: index)
            scan(paragraph, of: text, into: &state)
            marks += state.marks
            let next = index + 1 < paragraphs.count ? paragraphs[index + 1].lowerBound : text.count
            drafts += state.finish(goesOn: Self.opensDouble(next, in: text))
        }
        joinAcrossParagraphs(&drafts)
        return (marks, drafts)
    }

    /// A mark left open and one that closes nothing in the paragraph behind belong together.
    private func joinAcrossParagraphs(_ drafts: inout [QuotationDraft]) {
        for index in drafts.indices.dropFirst() where drafts[index].opening == nil {
            let before = drafts[index - 1]
            guard before.closing == nil, before.depth == 0, before.paragraph + 1 == drafts[index].paragraph
            else {
                continue
            }
            drafts[index - 1].continues = true
            drafts[index].isContinuation = true
        }
    }

    private static func opensDouble(_ index: Int, in text: ScalarText) -> Bool {
        switch text.scalar(index) {
        case 0x22, 0x201C, 0x201D, 0x201E, 0xAB: !text.type(index + 1).isSpace
        case 0x60: text.scalar(index + 1) == 0x60
        default: false
        }
    }

    private func scan(_ paragraph: Range<Int>, of text: ScalarText, into state: inout State) {
        let closers = singleClosers(in: paragraph, of: text)
        let doubles = paragraph.filter { text.scalars[$0] == 0x22 }
        var later = 0
        var index = paragraph.lowerBound
        while index < paragraph.upperBound {
            while later < doubles.count, doubles[later] <= index { later += 1 }
            let nextDouble = later < doubles.count ? doubles[later] : nil
            let scalar = text.scalars[index]
            let next = text.scalar(index + 1)
            switch scalar {
            case 0x22, 0x201C, 0x201D, 0x201E, 0x201F, 0xFF02:
                addDouble(index..<(index + 1), next: nextDouble, of: text, to: &state)
            case 0xAB: state.open(index..<(index + 1), .angle)
            case 0xBB: state.close(index..<(index + 1), .angle)
            case 0x60 where next == 0x60, 0x27 where next == 0x27:
                addDouble(index..<(index + 2), next: nil, of: text, to: &state)
                index += 1
            case 0x27, 0x2018, 0x2019, 0x201A, 0x201B:
                let low = index - paragraph.lowerBound
                addSingle(index, closer: closers[low], of: text, to: &state)
            default: break
            }
            index += 1
        }
    }

    private func addDouble(_ run: Range<Int>, next: Int?, of text: ScalarText, to state: inout State) {
        let left = state.isOpenMark(endingAt: run.lowerBound) || opensSpace(run.lowerBound - 1, in: text)
        let right = closesSpace(run.upperBound, in: text)
        let isOpen = state.isOpen(.double)
        if isMeasure(run.lowerBound, isOpen: isOpen, in: text) { return }
        let opens: Bool
        switch text.scalars[run.lowerBound] {
        case 0x201E: opens = true
        case 0x201C, 0x60: opens = !(!left && right && isOpen)
        case 0x201D, 0x201F: opens = left && !right && !isOpen
        default:
            if left == right {
                opens = !isOpen
            } else if left {
                opens = !(isOpen && closesAskew(run.lowerBound, next: next, in: text))
            } else {
                opens = !isOpen && opensAskew(run.lowerBound, next: next, in: text)
            }
        }
        if opens { state.open(run, .double) } else { state.close(run, .double) }
    }

    /// `the words" I quote" and`: a straight mark set against the word before it, which yet opens as another closes.
    private func opensAskew(_ index: Int, next: Int?, in text: ScalarText) -> Bool {
        guard let next, text.type(index - 1).isLetter, text.type(index + 1) == .blank else { return false }
        return !opensSpace(next - 1, in: text) && closesSpace(next + 1, in: text)
    }

    /// `"City of Festivals "as there`: a straight mark set against the word behind it, which yet closes.
    private func closesAskew(_ index: Int, next: Int?, in text: ScalarText) -> Bool {
        guard text.type(index - 1) == .blank, text.type(index - 2).isLetter, text.type(index + 1) == .lower
        else {
            return false
        }
        return next.map { opensSpace($0 - 1, in: text) || !closesSpace($0 + 1, in: text) } ?? true
    }

    private func addSingle(_ index: Int, closer: Int?, of text: ScalarText, to state: inout State) {
        let run = index..<(index + 1)
        let left = state.isOpenMark(endingAt: index) || opensSpace(index - 1, in: text)
        let isWordBehind = text.type(index + 1).isWord
        if text.type(index - 1).isWord && isWordBehind { return }
        switch text.scalars[index] {
        case 0x201A: state.open(run, .single)
        case 0x2018 where left || !isWordBehind:
            if left && !isElision(index, in: text) { state.open(run, .single) }
        default:
            if left, !text.type(index + 1).isSpace {
                if !isElision(index, in: text), closer != nil { state.open(run, .single) }
            } else if !left, state.isOpen(.single), !isMeasure(index, isOpen: true, in: text) {
                // "the states' rights": a plural possessive closes nothing while a better closing mark follows.
                let isPossessive =
                    [0x73, 0x53].contains(text.scalar(index - 1)) && text.type(index + 1).isSpace
                if !(isPossessive && closer != nil) { state.close(run, .single) }
            }
        }
    }

    /// For each scalar, the next single mark behind it that may close a quotation before another opens.
    private func singleClosers(in paragraph: Range<Int>, of text: ScalarText) -> [Int?] {
        var closers: [Int?] = Array(repeating: nil, count: paragraph.count)
        var next: Int?
        for index in paragraph.reversed() {
            closers[index - paragraph.lowerBound] = next
            let scalar = text.scalars[index]
            guard scalar == 0x27 || scalar == 0x2019 || scalar == 0x2018 else { continue }
            let isBlankBefore = opensSpace(index - 1, in: text)
            if !isBlankBefore, !text.type(index + 1).isWord, scalar != 0x2018 {
                next = index
            } else if isBlankBefore, text.type(index + 1).isWord, !isElision(index, in: text) {
                next = nil
            }
        }
        return closers
    }

    /// Whether what stands at `index`, before a mark, lets the mark open: blank space, an opening bracket, a dash.
    private func opensSpace(_ index: Int, in text: ScalarText) -> Bool {
        if text.type(index).isSpace { return true }
        return switch text.scalar(index) {
        case 0x28, 0x5B, 0x7B, 0x2D, 0x2013, 0x2014, 0x2F, 0x3D, 0x201C, 0x2018, 0xAB: true
        default: false
        }
    }

    /// Whether what stands at `index`, behind a mark, lets the mark close.
    private func closesSpace(_ index: Int, in text: ScalarText) -> Bool {
        if text.type(index).isSpace { return true }
        return switch text.scalar(index) {
        case 0x29, 0x5D, 0x7D, 0x2C, 0x2E, 0x3B, 0x3A, 0x21, 0x3F, 0x2D, 0x2013, 0x2014, 0x2F, 0x2019, 0x27,
            0x201D, 0xBB, 0x2026:
            true
        default: false
        }
    }

    /// `6'2"`, `27"`: a mark of measure behind a digit, where it cannot close a quotation.
    private func isMeasure(_ index: Int, isOpen: Bool, in text: ScalarText) -> Bool {
        guard text.type(index - 1) == .digit, !text.type(index + 1).isLetter else { return false }
        if !isOpen {
            // `in 2016"` is no length: the mark has lost its partner.
            let isYear = (2...4).allSatisfy { text.type(index - $0) == .digit }
            return !isYear && (text.scalars[index] == 0x22 || text.scalars[index] == 0x27)
        }
        if text.scalars[index] == 0x27 { return text.type(index + 1) == .digit }
        var before = index - 1
        while text.type(before) == .digit, index - before < 4 { before -= 1 }
        return [0x27, 0x2019].contains(text.scalar(before)) && text.type(before - 1) == .digit
    }

    private func isElision(_ index: Int, in text: ScalarText) -> Bool {
        if text.type(index + 1) == .digit {
            return text.type(index + 2) == .digit && text.scalar(index + 3) == 0x73
        }
        var end = index + 1
        while end - index < 9, text.type(end).isLetter { end += 1 }
        return elisions.contains(text.string((index + 1)..<min(end, text.count)).lowercased())
    }
}

extension QuotationTracker {
    /// The marks and the open quotations of one paragraph.
    private struct State {
        let paragraph: Int
        var marks: [QuotationMark] = []
        var drafts: [QuotationDraft] = []
        /// Indices into `drafts` of what is open, outermost first, with its family.
        var stack: [(draft: Int, family: QuotationMark.Family)] = []

        init(paragraph: Int) { self.paragraph = paragraph }

        func isOpen(_ family: QuotationMark.Family) -> Bool { stack.contains { $0.family == family } }

        func isOpenMark(endingAt index: Int) -> Bool {
            guard let last = marks.last else { return false }
            return last.role == .opening && last.run.upperBound == index
        }

        mutating func open(_ run: Range<Int>, _ family: QuotationMark.Family) {
            marks.append(QuotationMark(run: run, family: family, role: .opening))
            if stack.count == QuotationTracker.deepest { stack.removeFirst() }
            stack.append((drafts.count, family))
            drafts.append(QuotationDraft(opening: run, depth: stack.count - 1, paragraph: paragraph))
        }

        mutating func close(_ run: Range<Int>, _ family: QuotationMark.Family) {
            marks.append(QuotationMark(run: run, family: family, role: .closing))
            guard let place = stack.lastIndex(where: { $0.family == family }) else {
                drafts.append(QuotationDraft(closing: run, depth: stack.count, paragraph: paragraph))
                return
            }
            drafts[stack[place].draft].closing = run
            stack.removeSubrange(place...)
        }

        /// Settles what is still open and corrects the depth of what stands inside it.
        mutating func finish(goesOn: Bool) -> [QuotationDraft] {
            if goesOn, let outer = stack.first(where: { $0.family != .single }) {
                drafts[outer.draft].continues = true
            }
            var enclosing: [Int] = []
            for index in drafts.indices {
                let start = drafts[index].position
                while let end = enclosing.last, end <= start { enclosing.removeLast() }
                drafts[index].depth = enclosing.count
                guard drafts[index].opening != nil else { continue }
                if let closing = drafts[index].closing {
                    enclosing.append(closing.lowerBound)
                } else if drafts[index].continues {
                    enclosing.append(Int.max)
                }
            }
            return drafts
        }
    }
}
