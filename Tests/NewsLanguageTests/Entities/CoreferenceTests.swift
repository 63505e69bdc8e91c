import NewsLanguage
import NewsText
import Testing

@Suite("Coreference of actors")
struct CoreferenceTests {
    @Test("finds who is meant", arguments: names + offices + pronouns + told + bodies + stateBodies)
    func reference(_ test: CoreferenceCase) throws {
        let (text, ranges) = test.unmarked
        let day = try #require(CalendarDate(year: 2024, month: 5, day: 6))
        let document = try sharedPipeline.get().read(
            Article(text: text, published: day, publishedFrom: "--date")
        )
        for range in ranges {
            #expect(document.names(at: range) == Set([test.meant].compactMap { $0 }))
        }
    }

    static let names = [
        CoreferenceCase(
            "Foreign Minister ⟦Helena Brandt⟧ met reporters in Oslo. ⟦Brandt⟧ said talks would go on.",
            is: "Helena Brandt"
        ),
        CoreferenceCase(
            "President ⟦José Ibáñez⟧ arrived on Monday. ⟦Ibanez⟧ said he was tired.",
            is: "José Ibáñez"
        ),
        CoreferenceCase(
            "⟦Robert T. Hale, Jr.⟧ won the vote. ⟦Hale⟧ thanked voters.",
            is: "Robert T. Hale, Jr."
        ),
        CoreferenceCase(
            "The Norwegian Foreign ⟦Ministry⟧ on Wednesday posted a picture.",
            is: "Norway Foreign Ministry"
        ),
        CoreferenceCase(
            "⟦Ana Silva⟧, an adviser to President Maria Keller, said the talks were over.",
            is: "Ana Silva"
        ),
        CoreferenceCase(
            "Lund and ⟦Han⟧ call for talks\n\nNorwegian President Ola Lund met Chinese Premier ⟦Han Weilin⟧ on Friday.",
            is: "Han Weilin"
        ),
        CoreferenceCase("Ana Silva met King ⟦Harald⟧ in Oslo. ⟦Harald⟧ was tired.", is: "King Harald"),
        CoreferenceCase(
            "Maria Keller met Peter Keller in Bonn. ⟦Mrs. Keller⟧ said the talks were useful.",
            is: "Maria Keller"
        ),
    ]

    static let offices = [
        CoreferenceCase(
            "⟦A spokesman for Ana Silva⟧ said talks would go on. A spokesman for Ola Lund said they would not.",
            is: "spokesman for Ana Silva"
        ),
        CoreferenceCase(
            "⟦Ana Silva's press secretary⟧ said talks would go on.",
            is: "Ana Silva's press secretary"
        ),
        CoreferenceCase(
            "The heads of four northern and southern ⟦unions⟧ met in Oslo.",
            is: "four northern and southern unions"
        ),
        CoreferenceCase(
            "Prime Minister ⟦Ana Silva⟧ spoke on Monday. ⟦The prime minister⟧ was in Oslo, where she met Prime "
                + "Minister Ola Lund. ⟦The prime minister⟧ said talks would go on.",
            is: "Ana Silva"
        ),
        CoreferenceCase(
            "⟦Ana Silva⟧ spoke with Ola Lund on Monday. ⟦The former mayor of Lima⟧ also met Maria Keller.",
            is: "Ana Silva"
        ),
        CoreferenceCase(
            "President Ola Lund and France's ⟦Ana Silva⟧ met on Monday. ⟦The French leader⟧ said talks would go on.",
            is: "Ana Silva"
        ),
        CoreferenceCase(
            "⟦Foreign Office Spokesperson Ana Silva⟧ was tired. ⟦The FO spokesperson⟧ said talks were over.",
            is: "Ana Silva"
        ),
        CoreferenceCase(
            "⟦Peruvian President Ana Silva⟧ was tired. \"France's president came,\" ⟦the president⟧ said.",
            is: "Ana Silva"
        ),
        CoreferenceCase(
            "⟦Peruvian Foreign Minister Ana Silva⟧ arrived on Monday. ⟦The top Peruvian diplomat⟧ was tired.",
            is: "Ana Silva"
        ),
        CoreferenceCase(
            "⟦Peruvian Minister of External Affairs Ana Silva⟧ arrived on Monday. ⟦The Peruvian foreign minister⟧ "
                + "was tired.",
            is: "Ana Silva"
        ),
        CoreferenceCase(
            "⟦Peruvian Foreign Minister Ana Silva⟧ phoned Danish Foreign Minister Peter Lund. Lund said he had spoken "
                + "to ⟦his Peruvian counterpart⟧.",
            is: "Ana Silva"
        ),
        CoreferenceCase(
            "Silva vows to rebuild port\n\n⟦The taoiseach⟧ has vowed to rebuild the port. Ana Silva told reporters "
                + "work would start on Monday. Harbour union leader Peter Lund was tired.",
            is: "Ana Silva"
        ),
        CoreferenceCase(
            "⟦Turkish Foreign Minister Cem Aydin⟧ flew to Cairo. ⟦The Turkish foreign minister⟧ said a deal was near.",
            is: "Cem Aydin"
        ),
        CoreferenceCase(
            "⟦Cem Aydin⟧, the Turkish foreign minister, flew to Cairo. ⟦The minister⟧ said a deal was near.",
            is: "Cem Aydin"
        ),
        CoreferenceCase(
            "Energy Minister Ola Lund and ⟦Finance Minister Nils Berg⟧ met. ⟦The finance minister⟧ said taxes would rise.",
            is: "Nils Berg"
        ),
        CoreferenceCase(
            "The ⟦special envoy for peace in Peru, Ola Lund⟧, met leaders. ⟦The special envoy⟧ was tired.",
            is: "Ola Lund"
        ),
        CoreferenceCase(
            "Ana Silva went to Oman. Her ⟦predecessor, the late Ola Lund⟧, made the first trip in May.",
            is: "Ola Lund"
        ),
        CoreferenceCase(
            "⟦Peruvian president⟧ calls on farmers to wait\n\nThe law will pass, ⟦Peruvian President Ana Silva⟧ said.",
            is: "Ana Silva"
        ),
        CoreferenceCase(
            "⟦The Peruvian premier⟧ was tired. ⟦Ana Silva⟧'s spokesman Ola Lund said ⟦the premier⟧ had slept badly.",
            is: "Ana Silva"
        ),
        CoreferenceCase(
            "⟦The new Peruvian president⟧ was tired. Former Peruvian President Ana Silva was not.",
            is: "President of Peru"
        ),
        CoreferenceCase("⟦The Peruvian president⟧ said the law would pass.", is: "President of Peru"),
        CoreferenceCase(
            "⟦A German government official⟧ said the ban would stay. ⟦The official⟧ gave no date.",
            is: "German government official"
        ),
    ]

    static let pronouns = [
        CoreferenceCase(
            "⟦Peter Keller⟧ said trade had grown. President Lund's visit added vigour to it, ⟦he⟧ said.",
            is: "Peter Keller"
        ),
        CoreferenceCase(
            "President ⟦Peter Keller⟧ praised the deal. In response to a reporter's question, ⟦he⟧ said it was safe.",
            is: "Peter Keller"
        ),
        CoreferenceCase(
            "⟦Helena Brandt⟧ met Peter Lund on Friday. ⟦She⟧ said talks would go on.",
            is: "Helena Brandt"
        ),
        CoreferenceCase("⟦Peter Lund⟧ said ⟦he⟧ would resign.", is: "Peter Lund"),
        CoreferenceCase(
            "Mark Hale told ⟦Peter Lund⟧ about the plan. Hale then thanked ⟦him⟧.",
            is: "Peter Lund"
        ),
        CoreferenceCase(
            "When ⟦he⟧ arrived in Rome, ⟦Peter Lund⟧ said the talks had failed.",
            is: "Peter Lund"
        ),
        CoreferenceCase(
            "Mark Hale called on ⟦Peter Lund⟧ to use ⟦his⟧ influence in Rome.",
            is: "Peter Lund"
        ),
        CoreferenceCase("⟦Peter Lund⟧ asked Mark Hale to help ⟦him⟧.", is: "Peter Lund"),
        CoreferenceCase(
            "In ⟦his⟧ talks with Mark Hale, the statement said ⟦Peter Lund⟧ was tired.",
            is: "Peter Lund"
        ),
        CoreferenceCase(
            "⟦Peter Lund⟧ was tired. \"It rained. It was cold. Nobody came. We left early. It was over.\" ⟦He⟧ had slept.",
            is: "Peter Lund"
        ),
        CoreferenceCase(
            "Helena Brandt met Peter Lund. ⟦A spokesperson⟧ said the road was open. ⟦They⟧ added that it was safe.",
            is: "spokesperson"
        ),
        CoreferenceCase("A source close to ⟦Peter Lund⟧ said ⟦he⟧ would resign.", is: "Peter Lund"),
        CoreferenceCase("⟦Hungary⟧ said ⟦it⟧ would veto the budget.", is: "Hungary"),
        CoreferenceCase("⟦German officials⟧ said ⟦they⟧ would wait.", is: "German officials"),
        CoreferenceCase("Peter Lund said ⟦it⟧ was clear that the plan had failed.", is: nil),
        CoreferenceCase("Hungary signed the treaty. The treaty failed because ⟦it⟧ had no support.", is: nil),
        CoreferenceCase("\"⟦I⟧ will resign,\" said Peter Lund.", is: nil),
        CoreferenceCase("\"⟦He⟧ is a liar,\" said Peter Lund.", is: nil),
    ]

    /// Who "he" is in what somebody is told.
    static let told = [
        CoreferenceCase(
            "⟦Peter Lund⟧ told BBC Political Editor Mark Hale ⟦he⟧ had met President Okafor, and ⟦he⟧ said ⟦he⟧ would help.",
            is: "Peter Lund"
        ),
        CoreferenceCase("Before ⟦his⟧ meeting with Mark Hale, ⟦Peter Lund⟧ was tired.", is: "Peter Lund"),
        CoreferenceCase("⟦Peter Lund⟧ assured Mark Hale ⟦he⟧ would resign.", is: "Peter Lund"),
        CoreferenceCase("Peter Lund told ⟦Helena Brandt⟧ ⟦she⟧ would win.", is: "Helena Brandt"),
    ]

    static let stateBodies = [
        CoreferenceCase(
            "Peru's foreign ⟦ministry⟧ said talks failed. The Peruvian Foreign Affairs ⟦Ministry⟧ gave no date.",
            is: "Peru Foreign Affairs Ministry"
        ),
        CoreferenceCase(
            "Chile's army left. Peru's foreign ministry met the Chilean Foreign ⟦Ministry⟧ and the ⟦Ministry⟧ of Foreign Affairs of Chile.",
            is: "Chile Foreign Affairs Ministry"
        ),
        CoreferenceCase(
            "The Danish defence ⟦ministry⟧ met the Danish foreign ministry. The defence ⟦ministry⟧ said talks failed.",
            is: "Denmark defence ministry"
        ),
        CoreferenceCase("NATO met Peru. The ⟦alliance⟧ said talks failed.", is: "NATO"),
        CoreferenceCase("NATO met ECOWAS. The regional ⟦bloc⟧ said talks failed.", is: "ECOWAS"),
        CoreferenceCase("The 27-nation ⟦bloc⟧ said talks failed.", is: "27-nation bloc"),
        CoreferenceCase("UNICEF met Peru. The UN ⟦agency⟧ said talks failed.", is: "UNICEF"),
        CoreferenceCase("The UN met Peru. A UN ⟦agency⟧ said talks failed.", is: "UN agency"),
        CoreferenceCase(
            "UN Secretary-General ⟦Peter Lund⟧ left. The UN ⟦chief⟧ said talks failed.",
            is: "Peter Lund"
        ),
        CoreferenceCase(
            "The ⟦head⟧ of NATO left. ⟦Peter Lund⟧, secretary general of NATO, said talks failed.",
            is: "Peter Lund"
        ),
        CoreferenceCase(
            "The Oslo Tidende reported it on Monday. The ⟦paper⟧ said talks failed.",
            is: "Oslo Tidende"
        ),
        CoreferenceCase("The Danish ⟦army⟧ left on Friday. Denmark's ⟦army⟧ was tired.", is: "Denmark army"),
        CoreferenceCase("Peru's ⟦Congress⟧ rejected the plan.", is: "Peru Congress"),
        CoreferenceCase("The US State ⟦Department⟧ rejected the plan.", is: "State Department"),
        CoreferenceCase("Israel's ⟦Knesset⟧ rejected the plan.", is: "Knesset"),
        CoreferenceCase("The Irish Republican ⟦Army⟧ rejected the plan.", is: "Irish Republican Army"),
        CoreferenceCase("A Danish ⟦court⟧ rejected the plan.", is: "Danish court"),
        CoreferenceCase("The ⟦Ministry of Trade⟧ rejected the plan.", is: "Ministry of Trade"),
    ]

    static let bodies = [
        CoreferenceCase(
            "The ⟦Northern Liberation Front⟧ (NLF) attacked the town. The ⟦NLF⟧ said the raid was a success.",
            is: "Northern Liberation Front"
        ),
        CoreferenceCase(
            "The ⟦Danish Foreign Ministry⟧ summoned the envoy. ⟦The ministry⟧ said the remarks were wrong.",
            is: "Denmark Foreign Ministry"
        ),
        CoreferenceCase(
            "⟦Silva⟧ vows to rebuild port\n\n⟦Peru's president⟧ has vowed to rebuild the port. Ana Silva told "
                + "reporters work would start on Monday.",
            is: "Ana Silva"
        ),
        CoreferenceCase(
            "Silva vows to rebuild port\n\n⟦The foreign minister⟧ has vowed to rebuild the port. President Ana Silva "
                + "told reporters work would start on Monday.",
            is: "foreign minister"
        ),
        CoreferenceCase(
            "The Red Cross wrote to Amnesty International. Red Cross official Peter Lund said ⟦the group⟧ was ready.",
            is: "Red Cross"
        ),
        CoreferenceCase(
            "⟦Amnesty International⟧ spoke of the plan on Twitter. Ana Silva said ⟦the group⟧ was ready.",
            is: "Amnesty International"
        ),
        CoreferenceCase(
            "The European Commission cleared the merger. ⟦The Commission⟧ said it was safe.",
            is: "European Commission"
        ),
        CoreferenceCase("Peruvian Foreign Minister Ana Silva said ⟦her country⟧ was ready.", is: "Peru"),
        CoreferenceCase("⟦North⟧ and South Korea reached an agreement.", is: "North Korea"),
        CoreferenceCase("North and ⟦South Korea⟧ reached an agreement.", is: "South Korea"),
        CoreferenceCase("⟦Norway⟧ said that ⟦it⟧ was ready to help.", is: "Norway"),
        CoreferenceCase("Norway said that ⟦it⟧ was hard to help.", is: nil),
        CoreferenceCase("Ana Silva said ⟦Oslo⟧ was prepared to help.", is: "Norway"),
        CoreferenceCase(
            "When ⟦Norwegian⟧ and Kenyan officials met last month, Denmark was not pleased.",
            is: "Norway"
        ),
        CoreferenceCase("⟦The Norwegian government⟧ rejected the plan.", is: "Norway"),
        CoreferenceCase("⟦Moscow⟧ said the talks had failed.", is: "Russia"),
        CoreferenceCase("Peter Lund spoke in ⟦Moscow⟧ on Friday.", is: nil),
        CoreferenceCase("Peter Lund ran for ⟦president⟧ in May.", is: nil),
    ]
}
