// Folding of names for look-ups.
//
// Two spellings of a name fold to the same text when they differ only in case, accents, punctuation, blank space
// or a possessive ending: "Erdoğan's" and "ERDOGAN", "Al-Sisi" and "al Sisi", "U.S." and "US".
//
// A letter with an accent is reduced to its base by its Unicode name: LATIN SMALL LETTER G WITH BREVE is g. Unlike
// canonical decomposition this also reduces ø, ł and đ, and it needs no Foundation. Combining marks fall away.
//
// A replay folds every name of every article, and most are ASCII: those are folded byte by byte, without a look-up.
// INVARIANT. Both ways give the same for ASCII.

/// A name without case, accents, punctuation and possessive ending: what look-ups compare.
public struct FoldedName: Hashable, Sendable {
    /// The folded text: words joined by one blank; empty when the name holds no letter or digit.
    public let rawValue: String

    /// Folds a name.
    public init(_ name: some StringProtocol) {
        rawValue =
            name.utf8.withContiguousStorageIfAvailable { Self.foldedASCII($0) }.flatMap(\.self)
            ?? Self.words(name).joined(separator: " ")
    }

    /// Folds bytes that are all ASCII; nil for any other.
    private static func foldedASCII(_ name: UnsafeBufferPointer<UInt8>) -> String? {
        guard name.allSatisfy({ $0 < 0x80 }) else { return nil }
        // A word that is not the first has had a separator in the name, so its blank always has room.
        return String(unsafeUninitializedCapacity: name.count) { folded in
            var end = 0
            var wordStart = 0
            // Where what follows an apostrophe within the word begins.
            var ending: Int?
            func close() {
                if let start = ending, end == start + 1, folded[start] == UInt8(ascii: "s") { end = start }
                wordStart = end
                ending = nil
            }
            for byte in name {
                let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
                let lower = isCapital ? byte | 0x20 : byte
                switch lower {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                    if end == wordStart, end > 0 {
                        folded[end] = UInt8(ascii: " ")
                        end += 1
                        wordStart = end
                    }
                    folded[end] = lower
                    end += 1
                case UInt8(ascii: "'"), UInt8(ascii: "`"): ending = end > wordStart ? end : nil
                case UInt8(ascii: "."): continue
                default: close()
                }
            }
            close()
            return end
        }
    }

    /// The words of the name, folded, without possessive endings.
    private static func words(_ name: some StringProtocol) -> [String] {
        var words: [String] = []
        var word = ""
        var afterApostrophe = ""
        var sawApostrophe = false
        func close() {
            // "Trump's" loses its ending; "O'Neill" and "Kim Jong-un's" keep what is part of the name.
            if sawApostrophe && afterApostrophe != "s" { word += afterApostrophe }
            if !word.isEmpty { words.append(word) }
            word = ""
            afterApostrophe = ""
            sawApostrophe = false
        }
        for scalar in name.unicodeScalars {
            switch scalar {
            case "'", "’", "ʼ", "`":
                if sawApostrophe { word += afterApostrophe }
                sawApostrophe = !word.isEmpty
                afterApostrophe = ""
            case ".":
                continue
            default:
                if scalar.properties.generalCategory == .nonspacingMark { continue }
                guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
                    close()
                    continue
                }
                if sawApostrophe { afterApostrophe += base(of: scalar) } else { word += base(of: scalar) }
            }
        }
        close()
        return words
    }

    private static func base(of scalar: Unicode.Scalar) -> String {
        let lower = scalar.properties.lowercaseMapping
        guard !scalar.isASCII else { return lower }
        var folded = ""
        for scalar in lower.unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
            folded += latinBase(of: scalar) ?? String(scalar)
        }
        return folded
    }

    private static func latinBase(of scalar: Unicode.Scalar) -> String? {
        let prefix = "LATIN SMALL LETTER "
        guard !scalar.isASCII, let name = scalar.properties.name, name.hasPrefix(prefix) else { return nil }
        let letter = name.dropFirst(prefix.count)
        if letter == "SHARP S" { return "ss" }
        if letter == "DOTLESS I" { return "i" }
        let words = letter.split(separator: " ")
        guard let first = words.first, first.utf8.count <= 2, words.count == 1 || words[1] == "WITH" else {
            return nil
        }
        return first.lowercased()
    }
}
