/// The family name of a person, for look-ups and short display.
///
/// Only names made of capitalised words and particles ("Ursula von der Leyen") have one; a description such as
/// "Emir of Qatar" has none, so that it is never found under "Qatar". Chinese, Korean and Vietnamese names begin with it:
/// "Kim Jong-un", "Wang Yi".
enum Surname {
    private static let particles: Set<String> = [
        "von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "bin", "ibn",
        "ben",
        "al", "el", "abu", "ter", "zu", "zur",
    ]
    private static let generations: Set<String> = ["jr", "sr", "ii", "iii", "iv"]

    /// Every ending of the name that may stand for the person, longest first: "von der Leyen", "der Leyen", "Leyen".
    static func endings(of name: String) -> [String] {
        guard let words = personWords(name) else { return [] }
        if beginsWithFamilyName(words) { return [words[0]] }
        return (1..<words.count).map { words[$0...].joined(separator: " ") }
    }

    /// The family name with its particles: "von der Leyen", "Rubio"; nil for one word and for descriptions.
    static func display(of name: String) -> String? {
        guard let words = personWords(name) else { return nil }
        if beginsWithFamilyName(words) { return words[0] }
        var start = words.count - 1
        while start > 1, particles.contains(words[start - 1]) { start -= 1 }
        return words[start...].joined(separator: " ")
    }

    /// A hyphen before a small letter ("Jae-in") joins a Korean given name; otherwise the first word must be a frequent family
    /// name, and one that is a given name elsewhere ("Kim", "Lee") needs two syllables behind it.
    private static func beginsWithFamilyName(_ words: [String]) -> Bool {
        if words.count == 2, let hyphen = words[1].firstIndex(of: "-") {
            return words[1][words[1].index(after: hyphen)...].first?.isLowercase ?? false
        }
        return words.count <= 3 && families.contains(words[0])
            || words.count == 3 && koreanFamilies.contains(words[0]) && words.allSatisfy { $0.count <= 6 }
    }

    private static let families: Set<String> = [
        "Xi", "Wang", "Li", "Zhang", "Liu", "Chen", "Yang", "Zhao", "Huang", "Zhou", "Wu", "Xu", "Hu", "Zhu",
        "Gao", "Guo", "Luo", "Qin", "Jiang", "Deng", "Mao", "Wen", "Peng", "Cao", "Feng", "Tsai", "Nguyen",
        "Tran", "Pham",
    ]
    private static let koreanFamilies: Set<String> = [
        "Kim", "Lee", "Park", "Choi", "Choe", "Moon", "Yoon", "Cho", "Hwang", "Kang", "Ri", "Han",
    ]

    private static func personWords(_ name: String) -> [String]? {
        // "Joseph R. Biden, Jr.": the comma belongs to no word.
        var words = name.split { $0 == " " || $0 == "," }.map(String.init)
        if let last = words.last, generations.contains(FoldedName(last).rawValue) { words.removeLast() }
        guard words.count > 1, let last = words.last, isCapitalised(last) else { return nil }
        for word in words where !isCapitalised(word) && !particles.contains(word) { return nil }
        return words
    }

    private static func isCapitalised(_ word: String) -> Bool {
        guard let first = word.unicodeScalars.first else { return false }
        if first.isASCII { return ("A"..."Z").contains(first) }
        // Scripts without case (Arabic, Chinese) count as capitalised: there is nothing to tell them by.
        return first.properties.isUppercase
            || (first.properties.isAlphabetic && !first.properties.isLowercase)
    }
}
