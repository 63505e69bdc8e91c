import NewsText

/// The person of the headline who is told by office where the article begins.
///
/// "Silva vows to rebuild port" stands above "Peru's president has vowed …", and only the next sentence says "Ana Silva told …":
/// a reader takes the office for the subject of the headline. Held true only where nothing in the article speaks against it.
extension EntityResolution {
    /// Whom an office in an opening sentence means: the one person that is a subject of the headline and was not spoken of since.
    ///
    /// Nobody where the article gives that person another title, or that title to somebody else.
    func headlined(_ office: Int, title: String, owner: Owner?) -> Int? {
        guard relation(office) == .nominalSubject, !quoted[office], let headline = document.sentences.first,
            document.paragraphs[headline.paragraph].kind == .heading
        else { return nil }
        let index = document.sentenceIndex(ofToken: office)
        let sentence = document.sentences[index]
        guard index <= Self.opening, document.paragraphs[sentence.paragraph].kind == .body else { return nil }
        let subjects = drafts.indices.filter { draft in
            drafts[draft].isNamed && drafts[draft].isHuman && drafts[draft].title == nil
                && drafts[draft].owner == nil
                && drafts[draft].entity.references.allSatisfy { headline.tokens.contains($0.head) }
                && drafts[draft].entity.references.contains {
                    relation($0.head) == .nominalSubject || isLabel($0, of: headline)
                }
        }
        guard subjects.count == 1, let subject = subjects.first else { return nil }
        guard !isNamed(subject, in: sentence), !isHeldByAnother(title, owner: owner, than: subject) else {
            return nil
        }
        return subject
    }

    /// "Ana Silva: port may be rebuilt": who says it stands before a colon.
    private func isLabel(_ name: Entity.Reference, of headline: Sentence) -> Bool {
        name.tokens.lowerBound == headline.tokens.lowerBound
            && name.tokens.upperBound < headline.tokens.upperBound
            && form(name.tokens.upperBound) == ":"
    }

    private func isNamed(_ draft: Int, in sentence: Sentence) -> Bool {
        people.values.contains { isSame($0, as: draft) && sentence.tokens.contains($0.name.lowerBound) }
    }

    /// Whether the article gives the person another title, or the title to somebody else.
    private func isHeldByAnother(_ title: String, owner: Owner?, than draft: Int) -> Bool {
        var bearers: [String: Set<String?>] = [:]
        for unit in people.values {
            for role in [unit.role, unit.apposedRole].compactMap({ $0 }) {
                guard let held = heldTitle(in: role) else { continue }
                if isSame(unit, as: draft) {
                    if !Self.fits(held, title), !Self.fits(title, held) { return true }
                } else if Self.fits(held, title) {
                    bearers[surname(of: unit) ?? "", default: []].insert(self.owner(in: role))
                }
            }
        }
        // "US President Lund" and then "President Lund" in an article on Peru's president.
        return bearers.values.contains { owners in
            owner == nil || owners.contains(owner?.code) || owners == [nil]
        }
    }

    private func isSame(_ unit: PersonUnit, as draft: Int) -> Bool {
        surname(of: unit) == drafts[draft].nameWords.last
    }

    private func surname(of unit: PersonUnit) -> String? {
        EntityDraft.words(of: document.words(unit.name)).last
    }

    private func heldTitle(in role: Range<Int>) -> String? {
        office(in: role).flatMap(fullTitle)
    }

    /// The last sentence that counts as an opening one: headline, summary, and the first of the text.
    private static let opening = 4
}
