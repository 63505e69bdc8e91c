/// Ids made of names: lower case, accents dropped, words joined by hyphens.
enum Slug {
    /// "Marco Rubio" → "marco-rubio", "Türkiye" → "turkiye"; scripts without Latin letters are kept as they are.
    static func make(_ name: String) -> String {
        var slug = ""
        var gap = false
        for scalar in name.folded().unicodeScalars {
            if scalar == "'" || scalar == "’" || scalar == "." { continue }
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
