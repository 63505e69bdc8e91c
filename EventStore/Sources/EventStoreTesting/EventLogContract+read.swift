import EventStore

extension EventLogContract {
    /// Cases 19–25: windows, bounds, filters and orders.
    static let read: [Case] = [
        Case(19, "an unknown stream reads as empty and has version 0") { fixture in
            let log = try fixture.log()
            try requireEqual(try log.read(EventQuery(stream: .a)), [], "events")
            try requireEqual(try log.version(of: .a), 0, "version")
        },
        Case(20, "windows forwards and backwards: after is exclusive, through inclusive") { fixture in
            let log = try fixture.log()
            _ = try log.append(NewEvent.samples(1...10), to: .a, expecting: .none)
            let windows: [(EventQuery, ClosedRange<Int>?, Bool)] = [
                (EventQuery(limit: 4), 1...4, true),
                (EventQuery(after: 3), 4...10, true),
                (EventQuery(after: 3, through: 7), 4...7, true),
                (EventQuery(after: 3, through: 7, limit: 2), 4...5, true),
                (EventQuery(through: 2), 1...2, true),
                (EventQuery(after: 0, through: 10), 1...10, true),
                (EventQuery(after: 10), nil, true),
                (EventQuery(after: 7, through: 3), nil, true),
                (EventQuery(direction: .backwards), 1...10, false),
                (EventQuery(direction: .backwards, limit: 3), 8...10, false),
                (EventQuery(after: 8, direction: .backwards), 1...7, false),
                (EventQuery(after: 8, through: 5, direction: .backwards), 5...7, false),
                (EventQuery(through: 9, direction: .backwards), 9...10, false),
                (EventQuery(after: 1, direction: .backwards), nil, false),
                (EventQuery(limit: 0), nil, true),
            ]
            for (query, range, isForwards) in windows {
                let ids = (range.map(Array.init) ?? []).map { "e\($0)" }
                try requireEqual(try log.ids(query), isForwards ? ids : ids.reversed(), "\(query)")
                var inStream = query
                inStream.stream = .a
                try requireEqual(try log.ids(inStream), isForwards ? ids : ids.reversed(), "\(inStream)")
            }
        },
        Case(20, "in a stream the bounds count versions, in the log positions") { fixture in
            let log = try fixture.log()
            _ = try log.append(NewEvent.samples(1...5, prefix: "a"), to: .a, expecting: .none)
            _ = try log.append(NewEvent.samples(1...5, prefix: "b"), to: .b, expecting: .none)
            try requireEqual(try log.ids(EventQuery(stream: .b, after: 3)), ["b4", "b5"], "by version")
            try requireEqual(try log.ids(EventQuery(after: 8)), ["b4", "b5"], "by position")
        },
        Case(21, "first and last come with a limit of one, in either direction and within bounds") {
            fixture in
            let log = try fixture.log()
            _ = try log.append(NewEvent.samples(1...5), to: .a, expecting: .none)
            try requireEqual(try log.ids(EventQuery(limit: 1)), ["e1"], "first")
            try requireEqual(try log.ids(EventQuery(direction: .backwards, limit: 1)), ["e5"], "last")
            try requireEqual(
                try log.ids(EventQuery(stream: .a, after: 4, direction: .backwards, limit: 1)),
                ["e3"],
                "last before version 4"
            )
            try requireEqual(try log.ids(EventQuery(after: 2, limit: 1)), ["e3"], "first behind position 2")
        },
        Case(22, "pages join without gap or overlap: 200 events by 199 are 199 and 1") { fixture in
            let log = try fixture.log()
            _ = try log.append(NewEvent.samples(1...200), to: .a, expecting: .none)
            let first = try log.read(EventQuery(limit: 199))
            let second = try log.read(EventQuery(after: first.last?.position.rawValue, limit: 199))
            try requireEqual([first.count, second.count], [199, 1], "page sizes")
            for limit in [1, 7, 100, 199, 200, 201] {
                try requireEqual(
                    try log.everything(limit: limit).map(\.position.rawValue),
                    Array(1...200),
                    "pages of \(limit)"
                )
            }
        },
        Case(23, "the limit applies after the filter by time, whose end is exclusive") { fixture in
            for (index, time) in [100, 200, 200, 300, 400].enumerated() {
                let log = try fixture.log(at: Int64(time))
                _ = try log.append([.sample("e\(index + 1)")], to: .a, expecting: .any)
            }
            let log = try fixture.log()
            func ids(_ range: Range<Int64>, limit: Int = 1000, _ direction: EventQuery.Direction = .forwards)
                throws -> [String]
            {
                let times = Timestamp(rawValue: range.lowerBound)..<Timestamp(rawValue: range.upperBound)
                let all = EventQuery(recorded: times, direction: direction, limit: limit)
                var inStream = all
                inStream.stream = .a
                try requireEqual(try log.ids(inStream), try log.ids(all), "the same in the stream")
                return try log.ids(all)
            }
            try requireEqual(try ids(200..<400), ["e2", "e3", "e4"], "within")
            try requireEqual(try ids(200..<400, limit: 2), ["e2", "e3"], "within, two")
            try requireEqual(try ids(200..<400, limit: 2, .backwards), ["e4", "e3"], "within, last two")
            try requireEqual(try ids(0..<101), ["e1"], "up to the first")
            try requireEqual(try ids(401..<1000), [], "behind the last")
            try requireEqual(try ids(250..<250), [], "an empty range")
            try requireEqual(try ids(.min ..< .max).count, 5, "all time")
        },
        Case(24, "order by the moment of recording and by the moment of happening") { fixture in
            let moments: [Int64?] = [30, nil, 10, 20, 20, nil]
            for (index, moment) in moments.enumerated() {
                let log = try fixture.log(at: Int64(index))
                _ = try log.append([.sample("e\(index + 1)", occurredAt: moment)], to: .a, expecting: .any)
            }
            let log = try fixture.log()
            let recorded = ["e1", "e2", "e3", "e4", "e5", "e6"]
            try requireEqual(try log.ids(EventQuery(order: .recordedAt)), recorded, "by recordedAt")
            try requireEqual(
                try log.ids(EventQuery(direction: .backwards, order: .recordedAt)),
                recorded.reversed(),
                "by recordedAt, backwards"
            )
            try requireEqual(
                try log.ids(EventQuery(order: .occurredAt)),
                ["e3", "e4", "e5", "e1", "e2", "e6"],
                "by occurredAt"
            )
            try requireEqual(
                try log.ids(EventQuery(direction: .backwards, order: .occurredAt)),
                ["e1", "e5", "e4", "e3", "e6", "e2"],
                "by occurredAt, backwards"
            )
            try requireEqual(
                try log.ids(EventQuery(stream: .a, order: .occurredAt, limit: 2)),
                ["e3", "e4"],
                "limited"
            )
        },
        Case(25, "several types are read in the log's order, whatever the order of asking") { fixture in
            let log = try fixture.log()
            for index in 1...9 {
                let type = ["Opened", "Deposited", "Closed"][index % 3]
                _ = try log.append(
                    [.sample("e\(index)", type: type)],
                    to: index < 5 ? .a : .b,
                    expecting: .any
                )
            }
            let opened = EventType(rawValue: "Opened")
            let closed = EventType(rawValue: "Closed")
            try requireEqual(
                try log.ids(EventQuery(types: [closed, opened])),
                ["e2", "e3", "e5", "e6", "e8", "e9"],
                "two types"
            )
            try requireEqual(
                try log.ids(EventQuery(types: [opened, closed], direction: .backwards, limit: 2)),
                ["e9", "e8"],
                "two types, backwards"
            )
            try requireEqual(
                try log.ids(EventQuery(stream: .b, types: [closed])),
                ["e5", "e8"],
                "in a stream"
            )
            try requireEqual(
                try log.ids(EventQuery(types: [EventType(rawValue: "Unknown")])),
                [],
                "an unknown type"
            )
        },
        Case(20, "a query that contradicts itself is refused") { fixture in
            let log = try fixture.log()
            for query in [
                EventQuery(after: 1, order: .occurredAt), EventQuery(through: 1, order: .recordedAt),
                EventQuery(limit: -1),
            ] {
                do {
                    _ = try log.read(query)
                } catch EventStoreError.invalidDeclaration {
                    continue
                }
                throw ContractViolation(message: "\(query) was not refused", file: #fileID, line: #line)
            }
        },
    ]
}
