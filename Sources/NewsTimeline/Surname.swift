/// The family name of a person, for look-ups and short display.
///
/// Only names made of capitalised words and particles ("Ursula von der Leyen") have one; a description such as
/// "Emir of Qatar" has none, so that it is never found under "Qatar".
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
        return (1..<words.count).map { words[$0...].joined(separator: " ") }
    }

    /// The family name with its particles: "von der Leyen", "Rubio"; nil for one word and for descriptions.
    static func display(of name: String) -> String? {
        guard let words = personWords(name) else { return nil }
        var start = words.count - 1
        while start > 1, particles.contains(words[start - 1]) { start -= 1 }
        return words[start...].joined(separator: " ")
    }

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
