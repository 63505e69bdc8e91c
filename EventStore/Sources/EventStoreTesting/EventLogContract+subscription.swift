import EventStore

extension EventLogContract {
    /// Cases 29–33: following the log.
    static let subscription: [Case] = [
        Case(29, "a subscription catches up and goes on live, each event once and in order") { fixture in
            let log = try fixture.log()
            let writer = try fixture.log()
            _ = try writer.append(NewEvent.samples(1...30), to: .a, expecting: .none)
            let seen = try await withThrowingTaskGroup(of: [Int64].self) { group in
                group.addTask { try await log.follow(from: .beginning, count: 90) }
                group.addTask {
                    for round in 1...20 {
                        let batch = NewEvent.samples(1...3, prefix: "r\(round)-")
                        _ = try writer.append(batch, to: round % 2 == 0 ? .a : .b, expecting: .any)
                        await Task.yield()
                    }
                    return []
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            try requireEqual(seen, Array(1...90), "positions seen")
        },
        Case(30, "a subscription from the end sees nothing old, beside one from the beginning") { fixture in
            let log = try fixture.log()
            _ = try log.append(NewEvent.samples(1...50), to: .a, expecting: .none)
            let reachedEnd = AsyncStream.makeStream(of: Void.self)
            let seen = try await withThrowingTaskGroup(of: [Int64].self) { group in
                group.addTask {
                    // Where the end is, is decided at the first call, which waits until there is an event.
                    var last = log.subscribe(from: .end).makeAsyncIterator()
                    reachedEnd.continuation.finish()
                    return try await last.next().map { [$0.position.rawValue] } ?? []
                }
                let writer = try fixture.log()
                group.addTask {
                    for await _ in reachedEnd.stream {}
                    let all = try await log.follow(from: .beginning, count: 50)
                    try requireEqual(all, Array(1...50), "positions from the beginning")
                    for index in 1...200 {
                        _ = try writer.append([.sample("n\(index)")], to: .b, expecting: .any)
                        await Task.yield()
                    }
                    return []
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            try require(seen.count == 1 && seen[0] > 50, "from the end came \(seen)")
        },
        Case(31, "a consumer goes on behind the last position it has done with") { fixture in
            let log = try fixture.log()
            _ = try log.append(NewEvent.samples(1...20), to: .a, expecting: .none)
            let first = try await log.follow(from: .beginning, count: 7)
            let done = Position(rawValue: first.last ?? 0)
            let second = try await fixture.log().follow(from: .after(done), count: 13)
            try requireEqual(first + second, Array(1...20), "positions seen")
        },
        Case(32, "what is appended while a subscription catches up is neither skipped nor early") { fixture in
            let log = try fixture.log()
            let writer = try fixture.log()
            _ = try writer.append(NewEvent.samples(1...1200), to: .a, expecting: .none)
            var positions: [Int64] = []
            for try await event in log.subscribe(from: .beginning) {
                positions.append(event.position.rawValue)
                if positions.count % 100 == 0, positions.count <= 1200 {
                    _ = try writer.append([.sample("late\(positions.count)")], to: .b, expecting: .any)
                }
                if positions.count == 1212 { break }
            }
            try requireEqual(positions, Array(1...1212), "positions seen")
        },
        Case(33, "a filtered subscription goes on past events that do not match") { fixture in
            let log = try fixture.log()
            for round in 0..<3 {
                let others = (1...700).map { NewEvent.sample("o\(round)-\($0)", type: "Other") }
                _ = try log.append(others, to: .a, expecting: .any)
                _ = try log.append([.sample("e\(round)")], to: .b, expecting: .any)
            }
            let types: Set<EventType> = [EventType(rawValue: "Deposited")]
            let seen = try await log.follow(from: .beginning, types: types, count: 3)
            try requireEqual(seen, [701, 1402, 2103], "positions seen")
        },
    ]
}

extension EventLog {
    /// The positions of the first `count` events of a subscription.
    fileprivate func follow(
        from start: EventSubscription.Start,
        types: Set<EventType> = [],
        count: Int
    ) async throws -> [Int64] {
        var positions: [Int64] = []
        for try await event in subscribe(from: start, types: types) {
            positions.append(event.position.rawValue)
            if positions.count == count { break }
        }
        return positions
    }
}
