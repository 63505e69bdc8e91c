import EventStore

extension EventLogContract {
    /// Cases 1–6, 14–18: what is written, and when it is refused.
    static let append: [Case] = [
        Case(1, "an empty batch is a no-op, whatever is expected") { fixture in
            let log = try fixture.log()
            let empty = try log.append([], to: .a, expecting: .exists)
            try requireEqual(empty.positions, [], "positions")
            try requireEqual(empty.version, 0, "version")
            try requireEqual(try log.head(), Head(position: .start, hash: HashChain.start), "head")
        },
        Case(2, "none succeeds on a new stream and fails on an existing one") { fixture in
            let log = try fixture.log()
            let receipt = try log.append([.sample("e1")], to: .a, expecting: .none)
            try requireEqual(receipt.positions.map(\.rawValue), [1], "positions")
            try requireEqual(receipt.version, 1, "version")
            try require(!receipt.alreadyRecorded, "a first append was taken for a repeated one")
            try log.refuses([.sample("e2")], to: .a, expecting: .none) {
                $0 == .versionConflict(stream: .a, expected: .none, actual: 1)
            }
        },
        Case(3, "exists fails on a missing stream and passes on an existing one") { fixture in
            let log = try fixture.log()
            try log.refuses([.sample("e1")], to: .a, expecting: .exists) {
                $0 == .versionConflict(stream: .a, expected: .exists, actual: 0)
            }
            _ = try log.append([.sample("e1")], to: .a, expecting: .any)
            try requireEqual(
                try log.append([.sample("e2")], to: .a, expecting: .exists).version,
                2,
                "version"
            )
        },
        Case(4, "an exact version that is stale fails and writes nothing") { fixture in
            let log = try fixture.log()
            _ = try log.append(NewEvent.samples(1...3), to: .a, expecting: .none)
            try log.refuses([.sample("e4")], to: .a, expecting: .exactly(2)) {
                $0 == .versionConflict(stream: .a, expected: .exactly(2), actual: 3)
            }
            try requireEqual(
                try log.append([.sample("e4")], to: .a, expecting: .exactly(3)).version,
                4,
                "version"
            )
        },
        Case(5, "an exact version that is too high fails, on a new stream too") { fixture in
            let log = try fixture.log()
            _ = try log.append([.sample("e1")], to: .a, expecting: .exactly(0))
            try log.refuses([.sample("e2")], to: .a, expecting: .exactly(7), because: \.isVersionConflict)
            try log.refuses([.sample("e2")], to: .b, expecting: .exactly(1), because: \.isVersionConflict)
        },
        Case(6, "a batch with one bad event writes none") { fixture in
            let log = try fixture.log()
            _ = try log.append([.sample("taken")], to: .a, expecting: .none)
            let bad: [NewEvent] = [.sample("e1"), .sample("taken", payload: "{}"), .sample("e2")]
            try log.refuses(bad, to: .b, expecting: .none, because: \.isIDConflict)
            let nameless: [NewEvent] = [.sample("e1"), .sample("")]
            try log.refuses(nameless, to: .b, expecting: .none, because: \.isInvalid)
            let typeless: [NewEvent] = [.sample("e1"), .sample("e2", type: "")]
            try log.refuses(typeless, to: .b, expecting: .none, because: \.isInvalid)
            let unversioned: [NewEvent] = [.sample("e1"), .sample("e2", schemaVersion: 0)]
            try log.refuses(unversioned, to: .b, expecting: .none, because: \.isInvalid)
            let twice: [NewEvent] = [.sample("e1"), .sample("e1")]
            try log.refuses(twice, to: .b, expecting: .none, because: \.isIDConflict)
            let unnamed = StreamName(rawValue: "")
            try log.refuses([.sample("e1")], to: unnamed, expecting: .any, because: \.isInvalid)
            try requireEqual(try log.read(EventQuery(stream: .b)), [], "events of the stream")
        },
        Case(17, "a refused append leaves no hole") { fixture in
            let log = try fixture.log()
            _ = try log.append([.sample("e1")], to: .a, expecting: .none)
            try log.refuses([.sample("x"), .sample("e1")], to: .b, expecting: .any, because: \.isIDConflict)
            let receipt = try log.append([.sample("e2")], to: .b, expecting: .none)
            try requireEqual(receipt.positions.map(\.rawValue), [2], "positions")
            try requireEqual(receipt.version, 1, "version")
        },
        Case(14, "more than a thousand events fit into one append") { fixture in
            let log = try fixture.log()
            let receipt = try log.append(NewEvent.samples(1...2500), to: .a, expecting: .none)
            try requireEqual(receipt.positions.map(\.rawValue), Array(1...2500), "positions")
            try requireEqual(receipt.version, 2500, "version")
            try requireEqual(try log.everything().map(\.version), Array(1...2500), "versions")
        },
        Case(15, "any text, any moment and any name survive") { fixture in
            let log = try fixture.log(at: 1_761_350_400_123_456)
            let texts = [
                "", "{}", "\u{0}after", "line\r\nfeed\t\"\\'", "👩‍👩‍👧‍👦 e\u{301} \u{E9} \u{FFFD} ع", "\u{10FFFF}",
            ]
            let name = StreamName(rawValue: String(repeating: "länge-\u{0}-", count: 400))
            let moments: [Int64?] = [nil, 0, -1, 1_761_350_400_123_456, .min, .max]
            var events: [NewEvent] = []
            for (index, text) in texts.enumerated() {
                events.append(
                    .sample(
                        "id \(text) \(index)",
                        type: "Type \(text)",
                        payload: text,
                        metadata: text,
                        schemaVersion: index + 1,
                        occurredAt: moments[index]
                    )
                )
            }
            _ = try log.append(events, to: name, expecting: .none)
            let again = try fixture.log()
            let read = try again.read(EventQuery(stream: name))
            for (event, recorded) in zip(events, read) {
                try requireEqual(Array(recorded.payload.utf8), Array(event.payload.utf8), "payload")
                try requireEqual(Array(recorded.metadata.utf8), Array(event.metadata.utf8), "metadata")
                try requireEqual(recorded.id, event.id, "id")
                try requireEqual(recorded.type, event.type, "type")
                try requireEqual(recorded.stream, name, "stream")
                try requireEqual(recorded.schemaVersion, event.schemaVersion, "schema version")
                try requireEqual(recorded.occurredAt, event.occurredAt, "occurredAt")
                try requireEqual(recorded.recordedAt.rawValue, 1_761_350_400_123_456, "recordedAt")
            }
            try requireEqual(read.count, events.count, "number of events")
        },
        Case(15, "names are told apart by their bytes, not by how they look") { fixture in
            let log = try fixture.log()
            let composed = StreamName(rawValue: "caf\u{E9}")
            let decomposed = StreamName(rawValue: "cafe\u{301}")
            _ = try log.append([.sample("caf\u{E9}")], to: composed, expecting: .none)
            _ = try log.append([.sample("cafe\u{301}")], to: decomposed, expecting: .none)
            try requireEqual(try log.version(of: composed), 1, "version of the composed name")
            try requireEqual(try log.version(of: decomposed), 1, "version of the decomposed name")
            let payloads: [NewEvent] = [.sample("caf\u{E9}", payload: "e\u{301}")]
            try log.refuses(payloads, to: composed, expecting: .any, because: \.isIDConflict)
        },
        Case(16, "versions are contiguous from 1, positions across streams") { fixture in
            let log = try fixture.log()
            for round in 1...5 {
                _ = try log.append(NewEvent.samples(1...2, prefix: "a\(round)-"), to: .a, expecting: .any)
                _ = try log.append(NewEvent.samples(1...3, prefix: "b\(round)-"), to: .b, expecting: .any)
            }
            try requireEqual(try log.everything().map(\.position.rawValue), Array(1...25), "positions")
            try requireEqual(try log.everything(stream: .a).map(\.version), Array(1...10), "versions of a")
            try requireEqual(try log.everything(stream: .b).map(\.version), Array(1...15), "versions of b")
            try requireEqual(try log.version(of: .b), 15, "version of b")
            try requireEqual(try log.head().position.rawValue, 25, "head")
        },
        Case(16, "the moment of recording never goes backwards") { fixture in
            _ = try fixture.log(at: 500).append([.sample("e1")], to: .a, expecting: .none)
            _ = try fixture.log(at: 300).append([.sample("e2")], to: .a, expecting: .any)
            _ = try fixture.log(at: 700).append(NewEvent.samples(3...4), to: .b, expecting: .any)
            let times = try fixture.log().everything().map(\.recordedAt.rawValue)
            try requireEqual(times, [500, 500, 700, 700], "times")
        },
        Case(18, "what is recorded cannot be changed or removed") { fixture in
            let log = try fixture.log()
            _ = try log.append(NewEvent.samples(1...3), to: .a, expecting: .none)
            let before = try log.everything()
            for (index, attempt) in fixture.tampering.enumerated() {
                do {
                    try attempt()
                } catch {
                    continue
                }
                throw ContractViolation(
                    message: "attempt \(index) was not refused",
                    file: #fileID,
                    line: #line
                )
            }
            try requireEqual(try log.everything(), before, "the events")
        },
        Case(nil, "the head seals every event by the chain's rule") { fixture in
            let log = try fixture.log()
            _ = try log.append(NewEvent.samples(1...3), to: .a, expecting: .none)
            _ = try log.append([.sample("timed", occurredAt: 7)], to: .b, expecting: .none)
            var hash = HashChain.start
            for event in try log.everything() { hash = HashChain.hash(of: EventHeader(event), after: hash) }
            try requireEqual(try log.head(), Head(position: Position(rawValue: 4), hash: hash), "head")
        },
    ]
}
