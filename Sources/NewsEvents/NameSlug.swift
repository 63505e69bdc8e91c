import Foundation

/// Ids made of names: lower case, accents dropped, words joined by hyphens.
public enum NameSlug {
    /// "Marco Rubio" → "marco-rubio", "Türkiye" → "turkiye"; scripts without Latin letters are kept as they are.
    public static func make(_ name: String) -> String {
        let folded = name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        var slug = ""
        var gap = false
        for scalar in folded.unicodeScalars where !["'", "’", "."].contains(scalar) {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                if gap, !slug.isEmpty { slug.append("-") }
                gap = false
                slug.unicodeScalars.append(scalar)
            } else {
                gap = true
            }
        }
        return slug
    }
}
