import NewsLanguage
import NewsText
import Testing

@Suite("Entities")
struct EntityTests {
    /// What one entity must be.
    struct Expected: CustomTestStringConvertible, Sendable {
        let text: String
        let name: String
        let kind: Entity.Kind
        var role: String?
        var country: String?
        var testDescription: String { text }
    }

    @Test(
        "have the fullest name, their kind, role and country",
        arguments: [
            Expected(
                text: "Head of the Office of the President of Ukraine Oleh Koval met the delegation.",
                name: "Oleh Koval",
                kind: .person,
                role: "Head of the Office of the President of Ukraine"
            ),
            Expected(
                text: "Malaysia's Prime Minister, Ahmad Salleh, said talks would go on.",
                name: "Ahmad Salleh",
                kind: .person,
                role: "Malaysia's Prime Minister"
            ),
            Expected(
                text: "Nikos Pappas, the Greek energy minister, welcomed the deal.",
                name: "Nikos Pappas",
                kind: .person,
                role: "Greek energy minister"
            ),
            Expected(
                text: "Navy spokesman Rear Adm. Daniel Okafor said the ships were ready.",
                name: "Daniel Okafor",
                kind: .person,
                role: "Navy spokesman"
            ),
            Expected(
                text:
                    "Defence Minister Mary Jackson arrived. Asked about the bridge, Jackson said it was safe.",
                name: "Mary Jackson",
                kind: .person,
                role: "Defence Minister"
            ),
            Expected(
                text: "Critics mocked the woman's enthusiasm for Peter Okafor, and Okafor said little.",
                name: "Peter Okafor",
                kind: .person
            ),
            Expected(
                text: "Two people familiar with the talks said the bridge would close.",
                name: "Two people familiar with the talks",
                kind: .group
            ),
            Expected(text: "Ankara said it would respond.", name: "Turkey", kind: .country, country: "TR"),
            Expected(text: "The Daily Herald reported the deal.", name: "Daily Herald", kind: .organisation),
        ]
    )
    func entity(_ expected: Expected) throws {
        let document = try read(expected.text)
        let found = try #require(document.entities.first { $0.name == expected.name })
        #expect(found.kind == expected.kind)
        #expect(found.role == expected.role)
        #expect(found.country == expected.country)
    }

    @Test("tell two people of one surname apart and say when a bare surname fits both")
    func namesakes() throws {
        let document = try read(
            "Maria Keller met Peter Keller in Bonn. Maria Keller then spoke. Keller said the talks were useful."
        )
        #expect(
            document.entities.filter { $0.kind == .person }.map(\.name).sorted() == [
                "Maria Keller", "Peter Keller",
            ]
        )
        #expect(document.diagnostics.map(\.code) == [.ambiguousName])
    }

    @Test(
        "survive text of any kind",
        arguments: [
            "", " ", "\"", String(repeating: "\"", count: 20_000),
            String(repeating: "(", count: 5_000) + "Smith said",
            String(repeating: "Smith, ", count: 3_000), String(repeating: "the president of ", count: 3_000),
            "Jr. Jr. Jr., the the president's president, and and he it they",
            "\u{301}\u{301}Ö Ø İstanbul ß said it",
        ]
    )
    func anyText(_ text: String) throws {
        let document = try read(text)
        for reference in document.entities.flatMap(\.references) {
            #expect(
                document.tokens.indices.contains(reference.head) && reference.tokens.contains(reference.head)
            )
        }
    }

    private func read(_ text: String) throws -> Document {
        let day = try #require(CalendarDate(year: 2024, month: 5, day: 6))
        return try sharedPipeline.get().read(Article(text: text, published: day, publishedFrom: "--date"))
    }
}
