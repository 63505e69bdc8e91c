import NewsText
import Testing

@Suite("Relations")
struct RelationTests {
    @Test("are read from the name they are written as", arguments: Relation.allCases)
    func name(relation: Relation) {
        #expect(Relation(name: relation.name) == relation)
    }

    @Test("without their subtype have the name before the colon", arguments: Relation.allCases)
    func universal(relation: Relation) {
        #expect(relation.universal.name == relation.name.split(separator: ":").first.map(String.init))
    }

    @Test("are in the sets they were put in, each alone", arguments: Relation.allCases)
    func set(relation: Relation) {
        let set: RelationSet = [relation]
        #expect(Relation.allCases.filter(set.contains) == [relation])
    }

    @Test("that UD English does not have are none")
    func unknown() {
        #expect(Relation(name: "nsubj:maybe") == nil)
    }
}
