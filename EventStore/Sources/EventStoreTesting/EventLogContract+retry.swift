import EventStore

extension EventLogContract {
    /// Cases 7–11: what happens when events come a second time.
    static let retry: [Case] = [
        Case(7, "a whole batch sent again succeeds and writes nothing") { fixture in
            let log = try fixture.log()
            let events = NewEvent.samples(1...3)
            let first = try log.append(events, to: .a, expecting: .none)
            _ = try log.append([.sample("later")], to: .b, expecting: .none)
            let head = try log.head()
            for expected in [ExpectedVersion.none, .any, .exists, .exactly(0), .exactly(3)] {
                let again = try log.append(events, to: .a, expecting: expected)
                try requireEqual(again.positions, first.positions, "positions")
                try requireEqual(again.version, 3, "version")
                try require(again.alreadyRecorded, "a repeated append was taken for a first one")
            }
            try requireEqual(try log.head(), head, "head")
        },
        Case(8, "a part of a batch sent again succeeds and writes nothing") { fixture in
            let log = try fixture.log()
            let events = NewEvent.samples(1...4)
            _ = try log.append(events, to: .a, expecting: .none)
            let head = try log.head()
            let first = try log.append([events[0]], to: .a, expecting: .none)
            try requireEqual(first.positions.map(\.rawValue), [1], "positions of the first event")
            try requireEqual(first.version, 4, "version")
            let middle = try log.append(Array(events[1...2]), to: .a, expecting: .any)
            try requireEqual(middle.positions.map(\.rawValue), [2, 3], "positions from the middle")
            try requireEqual(try log.head(), head, "head")
        },
        Case(9, "an event sent again for a later version stays where it is") { fixture in
            let log = try fixture.log()
            _ = try log.append(NewEvent.samples(1...3), to: .a, expecting: .none)
            let again = try log.append([.sample("e1")], to: .a, expecting: .exactly(3))
            try requireEqual(again.positions.map(\.rawValue), [1], "positions")
            try require(again.alreadyRecorded, "a repeated append was taken for a first one")
            try requireEqual(try log.version(of: .a), 3, "version")
        },
        Case(10, "a batch sent again with a new event added is a conflict") { fixture in
            let log = try fixture.log()
            _ = try log.append(NewEvent.samples(1...2), to: .a, expecting: .none)
            for expected in [ExpectedVersion.none, .any, .exactly(2)] {
                try log.refuses(NewEvent.samples(1...3), to: .a, expecting: expected) {
                    $0 == .versionConflict(stream: .a, expected: expected, actual: 2)
                }
            }
        },
        Case(10, "recorded events in another order, or with a gap, are a conflict") { fixture in
            let log = try fixture.log()
            let events = NewEvent.samples(1...3)
            _ = try log.append(events, to: .a, expecting: .none)
            try log.refuses([events[1], events[0]], to: .a, expecting: .any, because: \.isVersionConflict)
            try log.refuses([events[0], events[2]], to: .a, expecting: .any, because: \.isVersionConflict)
        },
        Case(11, "an id is refused in another stream") { fixture in
            let log = try fixture.log()
            _ = try log.append([.sample("e1")], to: .a, expecting: .none)
            try log.refuses([.sample("e1")], to: .b, expecting: .none) {
                $0 == .idConflict(id: EventID(rawValue: "e1"), stream: .a)
            }
        },
        Case(11, "an id is refused with another type, schema version, payload or moment") { fixture in
            let log = try fixture.log()
            _ = try log.append([.sample("e1", occurredAt: 5)], to: .a, expecting: .none)
            let others: [NewEvent] = [
                .sample("e1", type: "Withdrawn", occurredAt: 5),
                .sample("e1", schemaVersion: 2, occurredAt: 5),
                .sample("e1", payload: "{}", occurredAt: 5),
                .sample("e1", occurredAt: 6),
                .sample("e1"),
            ]
            for other in others { try log.refuses([other], to: .a, expecting: .any, because: \.isIDConflict) }
        },
        Case(7, "metadata may differ when events are sent again; the first stays") { fixture in
            let log = try fixture.log()
            _ = try log.append([.sample("e1", metadata: #"{"run":1}"#)], to: .a, expecting: .none)
            let again = try log.append([.sample("e1", metadata: #"{"run":2}"#)], to: .a, expecting: .none)
            try require(again.alreadyRecorded, "a repeated append was taken for a first one")
            try requireEqual(try log.everything().map(\.metadata), [#"{"run":1}"#], "metadata")
        },
    ]
}
