/// English spelling rules of inflection, undone.
///
/// Works on the word's UTF-8 bytes; words with other than ASCII letters near their end are left alone by the rules.
struct WordSpelling {
    private let bytes: [UInt8]

    init(_ word: String) { bytes = Array(word.utf8) }

    private init(bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }

    private var text: String { String(decoding: bytes, as: UTF8.self) }

    private func ends(_ ending: StaticString) -> Bool {
        guard bytes.count >= ending.utf8CodeUnitCount else { return false }
        return ending.withUTF8Buffer { bytes.suffix($0.count).elementsEqual($0) }
    }

    private func byte(_ fromEnd: Int) -> UInt8 { fromEnd <= bytes.count ? bytes[bytes.count - fromEnd] : 0 }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"):
            true
        default: false
        }
    }

    private func dropping(_ count: Int, adding ending: String = "") -> String {
        String(decoding: bytes.dropLast(count), as: UTF8.self) + ending
    }

    /// Whether there is a vowel, or a y that stands for one.
    var hasVowel: Bool { bytes.contains { Self.isVowel($0) || $0 == UInt8(ascii: "y") } }

    /// What is left without the ending; nil without it, or when fewer than two letters are left.
    func stem(without ending: String) -> WordSpelling? {
        let tail = ending.utf8
        guard bytes.count >= tail.count + 2, bytes.suffix(tail.count).elementsEqual(tail) else { return nil }
        return WordSpelling(bytes: bytes.dropLast(tail.count))
    }

    /// Infinitives the stem of an -ing or -ed form may come from, likeliest first.
    func verbBases(participle: Bool) -> [String] {
        if participle, ends("e") {
            return syllables > 1 ? [text + "e", text + "ed"] : [text + "ed", text + "e"]
        }
        if !participle, ends("ee") || ends("oe") || ends("ye") { return [text] }
        if participle, ends("i"), bytes.count > 2 { return [dropping(1, adding: "y"), text + "e"] }
        if isDoubled {
            let keeps = ends("ll") || ends("ss") || ends("zz") || ends("ff")
            return keeps ? [text, dropping(1), text + "e"] : [dropping(1), text, text + "e"]
        }
        return takesE ? [text + "e", text] : [text, text + "e"]
    }

    /// Adjectives the stem of an -er or -est form may come from.
    var gradedBases: [String] {
        if ends("i") { return [dropping(1, adding: "y")] }
        return isDoubled ? [text, dropping(1)] : [text + "e", text]
    }

    /// The infinitive of a form in -s, or nil when it is none.
    var thirdPerson: String? {
        guard ends("s"), !ends("ss"), !ends("us"), !ends("is"), bytes.count > 2 else { return nil }
        if ends("ies") { return bytes.count > 4 ? dropping(3, adding: "y") : dropping(1) }
        let hisses =
            ends("sses") || ends("shes") || ends("ches") || ends("xes") || ends("zzes") || ends("oes")
        return dropping(hisses ? 2 : 1)
    }

    /// Singulars a plural may come from, likeliest first; nil when the word is none.
    var singulars: [String]? {
        if ends("men"), bytes.count > 4 { return [dropping(2, adding: "an")] }
        if ends("'s"), bytes.count > 2 { return [dropping(2)] }
        guard ends("s"), !ends("ss"), !ends("us"), !ends("is"), bytes.count > 2 else { return nil }
        if ends("ies") { return bytes.count > 4 ? [dropping(3, adding: "y"), dropping(1)] : [dropping(1)] }
        if ends("lves") || ends("eaves") || ends("oaves") { return [dropping(3, adding: "f"), dropping(1)] }
        if ends("sses") || ends("shes") || ends("ches") || ends("xes") { return [dropping(2), dropping(1)] }
        if ends("oes") { return [dropping(2), dropping(1)] }
        if ends("yses") || ends("eses") || ends("ises") && ends("crises") {
            return [dropping(2, adding: "is")]
        }
        return [dropping(1), dropping(2)]
    }

    private var isDoubled: Bool {
        bytes.count > 2 && byte(1) == byte(2) && !Self.isVowel(byte(1)) && byte(1) != UInt8(ascii: "h")
    }

    /// Vowel groups, a measure of syllables.
    private var syllables: Int {
        var count = 0
        var wasVowel = false
        for (index, byte) in bytes.enumerated() {
            let isVowel = Self.isVowel(byte) || (byte == UInt8(ascii: "y") && index > 0)
            if isVowel && !wasVowel { count += 1 }
            wasVowel = isVowel
        }
        return count
    }

    /// Whether the infinitive has lost an e before -ing or -ed.
    private var takesE: Bool {
        let (last, before, third) = (byte(1), byte(2), byte(3))
        switch last {
        case UInt8(ascii: "v"), UInt8(ascii: "c"), UInt8(ascii: "u"): return true
        case UInt8(ascii: "z"): return before != UInt8(ascii: "z")
        case UInt8(ascii: "s"): return Self.isVowel(before) || Array("nrlp".utf8).contains(before)
        case UInt8(ascii: "g"):
            if before == UInt8(ascii: "n") {
                return ends("ang") || ends("eng") || ends("ung") && syllables > 1
            }
            return Array("rdail".utf8).contains(before)
        case UInt8(ascii: "l") where !Self.isVowel(before): return !Array("lrw".utf8).contains(before)
        case UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "y"), UInt8(ascii: "h"): return false
        default: break
        }
        guard Self.isVowel(before) else { return false }
        let isQu = third == UInt8(ascii: "u") && byte(4) == UInt8(ascii: "q")
        if Self.isVowel(third), !isQu { return ends("iat") || ends("uat") || ends("eat") && syllables > 1 }
        if syllables <= 1 { return true }
        // Longer stems: by their ending, as most verbs of the language have it.
        let ending = String(decoding: bytes.suffix(2), as: UTF8.self)
        if ending == "it" { return !Array("smdfb".utf8).contains(third) }
        return Self.endingsWithE.contains(ending)
    }

    /// Ends of longer stems that mostly take an e: creat-e, provid-e, explor-e.
    private static let endingsWithE: Set<String> = [
        "at", "ut", "et", "ot", "id", "ud", "od", "ad", "ed", "ak", "ik", "ok", "am", "im", "om", "um", "ir",
        "ur", "ar",
        "in", "an", "un", "ap", "ip", "yp", "ag", "ul", "il", "yz", "ib", "ab",
    ]
}
