import EventStore

extension EventLogContract {
    /// Cases 12, 13, 27 and 28: several writers and readers at once, each with a log of its own on one store.
    static let concurrency: [Case] = [
        Case(12, "of two writers who hold the same version exactly one wins") { fixture in
            _ = try fixture.log().append([.sample("e0")], to: .a, expecting: .none)
            for round in 1...20 {
                let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for writer in 1...2 {
                        let log = try fixture.log()
                        group.addTask {
                            do {
                                _ = try log.append(
                                    [.sample("r\(round)w\(writer)")],
                                    to: .a,
                                    expecting: .exactly(Int64(round))
                                )
                                return true
                            } catch EventStoreError.versionConflict {
                                return false
                            }
                        }
                    }
                    return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
                }
                try requireEqual(wins, 1, "winners in round \(round)")
            }
            try requireEqual(try fixture.log().version(of: .a), 21, "version")
        },
        Case(13, "four times a hundred parallel appends are all there, in each writer's order") { fixture in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 1...4 {
                    let log = try fixture.log()
                    group.addTask {
                        for index in 1...100 {
                            _ = try log.append([.sample("w\(writer)-\(index)")], to: .a, expecting: .any)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let events = try fixture.log().everything()
            try requireEqual(events.map(\.position.rawValue), Array(1...400), "positions")
            try requireEqual(events.map(\.version), Array(1...400), "versions")
            for writer in 1...4 {
                let own = events.map(\.id.rawValue).filter { $0.hasPrefix("w\(writer)-") }
                try requireEqual(own, (1...100).map { "w\(writer)-\($0)" }, "events of writer \(writer)")
            }
        },
        Case(27, "batches of two writers never interleave") { fixture in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (writer, stream) in [StreamName.a, .b].enumerated() {
                    let log = try fixture.log()
                    group.addTask {
                        for round in 1...20 {
                            let batch = NewEvent.samples(1...5, prefix: "w\(writer)r\(round)-")
                            _ = try log.append(batch, to: stream, expecting: .any)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let events = try fixture.log().everything()
            try requireEqual(events.count, 200, "number of events")
            for start in stride(from: 0, to: 200, by: 5) {
                let batch = events[start..<(start + 5)]
                try requireEqual(Set(batch.map(\.stream)).count, 1, "streams from position \(start + 1)")
            }
        },
        Case(28, "a reader who follows the head misses nothing and sees nothing twice") { fixture in
            let seen = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for writer in 1...2 {
                    let log = try fixture.log()
                    group.addTask {
                        for index in 1...50 {
                            let batch = NewEvent.samples(1...3, prefix: "w\(writer)i\(index)-")
                            _ = try log.append(batch, to: writer == 1 ? .a : .b, expecting: .any)
                        }
                        return []
                    }
                }
                let log = try fixture.log()
                group.addTask {
                    var seen: [Int64] = []
                    while seen.count < 300 {
                        let page = try log.read(EventQuery(after: seen.last, limit: 7))
                        seen += page.map(\.position.rawValue)
                        if page.isEmpty { await Task.yield() }
                    }
                    return seen
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            try requireEqual(seen, Array(1...300), "positions seen")
        },
    ]
}
