import EventStore

extension EventLogContract {
    /// Case 43: old payloads are read in their current form, everywhere, and stay as they were written.
    static let evolution: [Case] = [
        Case(43, "old payloads are read through all steps to the current version") { fixture in
            _ = try fixture.log().append(
                [
                    .sample("v1", payload: "one"), .sample("v2", payload: "two", schemaVersion: 2),
                    .sample("v3", payload: "three", schemaVersion: 3),
                    .sample("other", type: "Other", payload: "as is"),
                ],
                to: .a,
                expecting: .none
            )
            let log = try fixture.open(try steps(), { Timestamp(rawValue: 0) })
            for query in [EventQuery(), EventQuery(stream: .a), EventQuery(order: .occurredAt)] {
                let events = try log.read(query)
                try requireEqual(
                    events.map(\.payload),
                    ["one, then two, then three", "two, then three", "three", "as is"],
                    "payloads"
                )
                try requireEqual(events.map(\.schemaVersion), [3, 3, 3, 1], "schema versions")
            }
            try requireEqual(
                try fixture.log().everything().map(\.payload),
                ["one", "two", "three", "as is"],
                "stored payloads"
            )
        },
        Case(43, "an old version appended today is upcast as well, and recognised when sent again") {
            fixture in
            let log = try fixture.open(try steps(), { Timestamp(rawValue: 0) })
            let old = NewEvent.sample("v1", payload: "one")
            _ = try log.append([old], to: .a, expecting: .none)
            try requireEqual(try log.everything().map(\.schemaVersion), [3], "schema version")
            try require(
                try log.append([old], to: .a, expecting: .none).alreadyRecorded,
                "it was not recognised"
            )
        },
        Case(43, "a payload of a later version than is known is an error, and so is a step that fails") {
            fixture in
            _ = try fixture.log().append([.sample("v4", schemaVersion: 4)], to: .a, expecting: .none)
            _ = try fixture.log().append([.sample("bad", payload: "bad")], to: .b, expecting: .none)
            let log = try fixture.open(try steps(), { Timestamp(rawValue: 0) })
            for (stream, version, position) in [(StreamName.a, 4, 1), (.b, 1, 2)] {
                do {
                    _ = try log.read(EventQuery(stream: stream))
                } catch EventStoreError.upcastFailed(_, let from, let at, _) {
                    try requireEqual([from, Int(at.rawValue)], [version, position], "version and position")
                    continue
                }
                throw ContractViolation(message: "\(stream) was read", file: #fileID, line: #line)
            }
        },
    ]

    private struct Unreadable: Error {}

    private static func steps() throws -> Upcasters {
        let type = EventType(rawValue: "Deposited")
        return try Upcasters([
            Upcaster(type: type, from: 2) { $0 + ", then three" },
            Upcaster(type: type, from: 1) { payload in
                guard payload != "bad" else { throw Unreadable() }
                return payload + ", then two"
            },
        ])
    }
}
