import NewsEvents
import NewsTimeline
import Testing

@Suite("Short names")
struct SurnameTests {
    @Test(
        "are the family name of a person and the whole name of anything else",
        arguments: [
            ("Marco Rubio", "Rubio"), ("Ursula von der Leyen", "von der Leyen"),
            ("Luis de la Cruz", "de la Cruz"),
            ("Martin Luther King Jr.", "King"),
            ("Joseph R. Biden, Jr.", "Biden"), ("Emir of Qatar", "Emir of Qatar"), ("Hamas", "Hamas"),
            ("Kim Min-jun", "Kim"), ("Wang Lei", "Wang"), ("Lee Sung Min", "Lee"), ("Kim Darby", "Darby"),
            ("Ana Jean-Luc", "Jean-Luc"),
            ("two diplomats", "two diplomats"), ("the writer", "the writer"),
        ]
    )
    func short(name: String, expected: String) {
        let actor = ActorProfile(id: ActorID(rawValue: "x"), name: name, kind: .person, role: nil)
        #expect(actor.shortName == expected)
        let body = ActorProfile(id: ActorID(rawValue: "x"), name: name, kind: .organisation, role: nil)
        #expect(body.shortName == name)
    }
}
