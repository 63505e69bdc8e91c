import EventStore
import EventStoreSQLite
import Testing

@Suite("Subscribing to a file")
struct SubscriptionTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("ends when its task is cancelled, caught up or not", arguments: [0, 5])
    func cancelled(_ count: Int) async throws {
        let log = try folder.log()
        if count > 0 { _ = try log.append(NewEvent.deposits(1...count), to: .a, expecting: .none) }
        let (seen, continuation) = AsyncStream.makeStream(of: Int64.self)
        let task = Task {
            for try await event in log.subscribe(from: .beginning) {
                continuation.yield(event.position.rawValue)
            }
            continuation.finish()
        }
        var positions: [Int64] = []
        if count > 0 {
            for await position in seen {
                positions.append(position)
                if positions.count == count { break }
            }
        }
        task.cancel()
        try await task.value
        #expect(positions == Array(1...5).prefix(count).map(Int64.init))
    }

    @Test("refuses to go on behind the end of the log: it is an older copy")
    func olderCopy() async throws {
        let log = try folder.log()
        _ = try log.append(NewEvent.deposits(1...5), to: .a, expecting: .none)
        var events = log.subscribe(from: .after(Position(rawValue: 6))).makeAsyncIterator()
        await #expect(throws: EventStoreError.self) { try await events.next() }
    }

    @Test("reads more than a page, and upcast")
    func pages() async throws {
        let upcasters = try Upcasters([
            Upcaster(type: EventType(rawValue: "Deposited"), from: 1) { _ in "new" }
        ])
        let log = try folder.log(upcasters: upcasters)
        _ = try log.append(NewEvent.deposits(1...1700), to: .a, expecting: .none)
        var positions: [Int64] = []
        for try await event in log.subscribe(from: .after(Position(rawValue: 10))) {
            #expect(event.payload == "new")
            positions.append(event.position.rawValue)
            if positions.count == 1690 { break }
        }
        #expect(positions == Array(11...1700))
    }
}
