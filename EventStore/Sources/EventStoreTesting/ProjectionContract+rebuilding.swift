import EventStore

extension ProjectionContract {
    /// Cases 37, 38, 40, 42 and 43: building the tables anew.
    static let rebuilding: [Case] = [
        Case(37, "rebuilding twice gives the same rows, and removes one that no event accounts for") {
            fixture in
            let store = try fixture.open(.none)
            _ = try store.append(NewEvent.samples(1...9), to: .a, expecting: .none)
            try store.catchUp([TallyProjection(plants: true)])
            try requireEqual(try store.tallies().count, 11, "number of rows with the planted one")
            for _ in 1...2 {
                let report = try store.rebuild([TallyProjection()], progress: nil)
                try requireEqual(report, RebuildReport(events: 9, rows: ["tallies": 10]), "report")
                try requireEqual(try store.tallies()[0], [.text("account-a"), .integer(9)], "the count")
            }
        },
        Case(38, "rebuilding one projection leaves another alone, and ends without events that match") {
            fixture in
            let store = try fixture.open(.none)
            let planted = TallyProjection(name: "others", plants: true, prefix: "other")
            let other = TallyProjection(name: "others", prefix: "other")
            _ = try store.append(NewEvent.samples(1...3), to: .a, expecting: .none)
            try store.catchUp([planted])
            let before = try store.tallies("other")
            let silent = TallyProjection(types: [EventType(rawValue: "Never")])
            let report = try store.rebuild([silent], progress: nil)
            try requireEqual(report.rows, ["tallies": 0], "rows")
            try requireEqual(try store.tallies("other"), before, "rows of the other")
            try requireEqual(try store.position(of: other), 3, "checkpoint of the other")
        },
        Case(40, "what is appended while a rebuild goes on is neither lost nor doubled") { fixture in
            let store = try fixture.open(.none)
            let writer = try fixture.open(.none)
            _ = try store.append(NewEvent.samples(1...9000), to: .a, expecting: .none)
            var calls = 0
            var failure: (any Error)?
            _ = try store.rebuild([TallyProjection()]) { _ in
                calls += 1
                do {
                    _ = try writer.append([.sample("late\(calls)")], to: .b, expecting: .any)
                } catch {
                    failure = error
                }
            }
            if let failure { throw failure }
            try require(calls > 1, "the rebuild told nothing of its progress")
            try store.catchUp([TallyProjection()])
            let late = try store.rows("SELECT count FROM tally_count WHERE stream = 'account-b'", [])
            try requireEqual(late, [[.integer(Int64(calls))]], "late events")
            try requireEqual(
                try store.rows("SELECT count(*) FROM tally_note", []),
                [[.integer(Int64(9000 + calls))]],
                "notes"
            )
        },
        Case(42, "a poison event stops a rebuild with position and cause; the live tables stay") { fixture in
            let store = try fixture.open(.none)
            _ = try store.append(NewEvent.samples(1...5000), to: .a, expecting: .none)
            try store.catchUp([TallyProjection()])
            let before = try store.tallies()
            try store.failsAt(4500) {
                _ = try store.rebuild([TallyProjection(poison: EventID(rawValue: "e4500"))], progress: nil)
            }
            try requireEqual(try store.tallies(), before, "rows")
            try requireEqual(try store.position(of: TallyProjection()), 5000, "checkpoint")
        },
        Case(43, "catching up and rebuilding see payloads in their current form alike") { fixture in
            let type = EventType(rawValue: "Deposited")
            let upcasters = try Upcasters([
                Upcaster(type: type, from: 1) { $0 + ", then two" },
                Upcaster(type: type, from: 2) { $0 + ", then three" },
            ])
            let store = try fixture.open(upcasters)
            let old: [NewEvent] = [
                .sample("e1", payload: "one"), .sample("e2", payload: "two", schemaVersion: 2),
                .sample("e3", payload: "three", schemaVersion: 3),
            ]
            _ = try store.append(old, to: .a, expecting: .none)
            try store.catchUp([TallyProjection()])
            let rows = try store.tallies()
            try requireEqual(
                rows.dropFirst().map { $0[1] },
                ["one, then two, then three", "two, then three", "three"].map(Value.text),
                "texts"
            )
            _ = try store.rebuild([TallyProjection()], progress: nil)
            try requireEqual(try store.tallies(), rows, "rows after a rebuild")
        },
    ]
}
