extension TokenScan {
    /// The end of the web or e-mail address that begins at `index`, if one does.
    mutating func address(at index: Int, before limit: Int) -> Int? {
        guard type(index).isWord, !type(index - 1).isWord else { return nil }
        let value = scalar(index)
        if value == 0x68 || value == 0x48 || value == 0x77 || value == 0x66 || value == 0x6D {
            let starts: [StaticString] = [
                "http://", "https://", "www.", "ftp://", "mailto:", "HTTP://", "HTTPS://",
            ]
            if starts.contains(where: { text.has($0, at: index) }) {
                return webAddress(at: index, before: limit)
            }
        }
        return index < addressFree ? nil : mailAddress(at: index, before: limit)
    }

    private func webAddress(at index: Int, before limit: Int) -> Int {
        var next = index
        var brackets = 0
        while next < limit, !type(next).isSpace, ![0x3C, 0x3E, 0x22, 0x201C, 0x201D].contains(scalar(next)) {
            if scalar(next) == 0x28 { brackets += 1 }
            if scalar(next) == 0x29 { brackets -= 1 }
            if brackets < 0 { break }
            next += 1
        }
        while next > index + 1,
            [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x2019, 0x5D].contains(scalar(next - 1))
        {
            next -= 1
        }
        return next
    }

    private mutating func mailAddress(at index: Int, before limit: Int) -> Int? {
        func isName(_ at: Int) -> Bool {
            type(at).isWord || [0x2E, 0x5F, 0x25, 0x2B, 0x2D].contains(scalar(at))
        }
        var next = index
        while next < limit, isName(next) { next += 1 }
        addressFree = next
        guard next < limit, scalar(next) == 0x40, type(next + 1).isWord else { return nil }
        next += 1
        while next < limit, type(next).isWord || [0x2E, 0x2D].contains(scalar(next)) { next += 1 }
        while !type(next - 1).isWord { next -= 1 }
        return next
    }
}
