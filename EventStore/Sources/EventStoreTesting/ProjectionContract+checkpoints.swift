import EventStore

extension ProjectionContract {
    /// Cases 31, 33–35 and 42: rows and checkpoint.
    static let checkpoints: [Case] = [
        Case(31, "catching up goes on behind the checkpoint, in another process too") { fixture in
            let store = try fixture.open(.none)
            _ = try store.append(NewEvent.samples(1...5), to: .a, expecting: .none)
            try store.catchUp([TallyProjection()])
            _ = try store.append(NewEvent.samples(6...9), to: .a, expecting: .any)
            let other = try fixture.open(.none)
            try other.catchUp([TallyProjection()])
            try requireEqual(try store.tallies()[0], [.text("account-a"), .integer(9)], "the count")
        },
        Case(33, "the checkpoint passes over events that do not match") { fixture in
            let store = try fixture.open(.none)
            let others = (1...3000).map { NewEvent.sample("o\($0)", type: "Other") }
            _ = try store.append(others, to: .a, expecting: .none)
            try store.catchUp([TallyProjection()])
            try requireEqual(try store.position(of: TallyProjection()), 3000, "checkpoint")
            try requireEqual(try store.tallies(), [], "rows")
        },
        Case(34, "the checkpoint never goes back, and what was applied is not applied again") { fixture in
            let first = try fixture.open(.none)
            let second = try fixture.open(.none)
            _ = try first.append(NewEvent.samples(1...5), to: .a, expecting: .none)
            for store in [first, second, first] {
                try store.catchUp([TallyProjection()])
                try requireEqual(try store.position(of: TallyProjection()), 5, "checkpoint")
                try requireEqual(try store.tallies().count, 6, "number of rows")
            }
        },
        Case(35, "rows and checkpoint of a batch come together or not at all; a second try writes") {
            fixture in
            let store = try fixture.open(.none)
            _ = try store.append(NewEvent.samples(1...4), to: .a, expecting: .none)
            try store.catchUp([TallyProjection()])
            let before = try store.tallies()
            _ = try store.append(NewEvent.samples(5...8), to: .a, expecting: .any)
            try store.failsAt(7) {
                try store.catchUp([TallyProjection(poison: EventID(rawValue: "e7"))])
            }
            try requireEqual(try store.tallies(), before, "rows after the failure")
            try requireEqual(try store.position(of: TallyProjection()), 4, "checkpoint after the failure")
            try store.catchUp([TallyProjection()])
            try requireEqual(try store.tallies()[0], [.text("account-a"), .integer(8)], "the count")
        },
        Case(42, "a poison event stops its projection with position and cause; the others go on") { fixture in
            let store = try fixture.open(.none)
            _ = try store.append(NewEvent.samples(1...6), to: .a, expecting: .none)
            let other = TallyProjection(name: "others", prefix: "other")
            try store.failsAt(3) {
                try store.catchUp([TallyProjection(poison: EventID(rawValue: "e3")), other])
            }
            try requireEqual(try store.position(of: other), 6, "checkpoint of the other")
        },
    ]
}
