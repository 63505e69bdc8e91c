// A program to be killed. It writes to a store as fast as it can and says what it was told is safe, one line
// each:
//
//     ready           the store is open
//     b R N C         batch N of round R, of C events, was appended
//     e R N           the words of batch N of round R, "secret-R-N.", were erased
//     c R N P H       copy N of round R, of the log up to position P and hash H, has its name
//     r R P H         a rebuild in round R has come to position P of H and goes on
//
// Ids tell which events belong together: "R-N-I/C" is event I of C of batch N of round R.

import EventStore
import EventStoreSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a run does.
enum Work: String {
    /// Appends, catches up and rebuilds by turns.
    case mixed
    /// Rebuilds without end while a second thread appends.
    case rebuild
    /// Appends batches and erases them again by turns.
    case erase
    /// Appends and makes backups by turns.
    case backup
    /// Appends, exports and imports into a new store by turns.
    case copy = "import"
    /// Appends so many batches and ends.
    case append
    /// Reads until so many events were seen, each once and in order, and ends.
    case follow
}

@main
struct Torture {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 5, let work = Work(rawValue: arguments[1]), let round = Int(arguments[3]),
            let number = Int(arguments[4])
        else {
            print(
                "usage: event-store-torture mixed|rebuild|erase|backup|import|append|follow FILE ROUND SEED-OR-COUNT"
            )
            exit(64)
        }
        let log = try open(arguments[2])
        say("ready")
        switch work {
        case .mixed: try mixed(log, round: round, seed: number)
        case .rebuild:
            let other = try open(arguments[2])
            async let rebuilding: Void = rebuildForEver(log, round: round)
            try append(to: other, round: round, batches: .max, seed: number)
            try await rebuilding
        case .erase: try erase(log, round: round, seed: number)
        case .backup:
            try copy(log, round: round, seed: number) { path in
                try log.backup(to: path).head
            }
        case .copy:
            try copy(log, round: round, seed: number) { path in
                var bytes: [UInt8] = []
                let head = try log.export { bytes += $0 }
                var lines = bytes.split(separator: UInt8(ascii: "\n")).makeIterator()
                return try SQLiteEventLog.importLog(at: path, expecting: head) {
                    lines.next().map(Array.init)
                }
            }
        case .append: try append(to: log, round: round, batches: number, seed: round)
        case .follow: try await follow(log, count: number)
        }
    }

    static func open(_ path: String) throws -> SQLiteEventLog {
        // Small batches, so that a rebuild has many moments to be killed at.
        try SQLiteEventLog.open(at: path, access: .create, batches: BatchSizes(catchUp: 40, rebuild: 60)) {
            Timestamp(rawValue: 1_000_000)
        }
    }

    private static func mixed(_ log: SQLiteEventLog, round: Int, seed: Int) throws {
        var random = SplitMix(seed: UInt64(bitPattern: Int64(seed)))
        var batch = 0
        while true {
            switch random.next() % 10 {
            case 0: try rebuild(log, round: round)
            case 1, 2: try log.catchUp([LedgerProjection()])
            default:
                batch += 1
                try append(batch, to: log, round: round, random: &random)
            }
        }
    }

    private static func erase(_ log: SQLiteEventLog, round: Int, seed: Int) throws {
        var random = SplitMix(seed: UInt64(bitPattern: Int64(seed)))
        var batch = 0
        while true {
            batch += 1
            try append(batch, to: log, round: round, random: &random)
            let number = batch
            let words = (1...3).map { index in
                NewEvent(
                    id: EventID(rawValue: "\(round)-\(number)-s\(index)"),
                    type: EventType(rawValue: "Booked"),
                    schemaVersion: 1,
                    payload: secret(round, number) + String(repeating: "y", count: index * 900)
                )
            }
            let stream = secretStream(round, batch)
            _ = try log.append(words, to: stream, expecting: .none)
            try log.catchUp([LedgerProjection()])
            try erase(stream, of: log)
            say("e \(round) \(batch)")
        }
    }

    /// Words that are to be erased, found by a search of the files' bytes.
    static func secret(_ round: Int, _ batch: Int) -> String { "secret-\(round)-\(batch)." }

    private static func secretStream(_ round: Int, _ batch: Int) -> StreamName {
        StreamName(rawValue: "secrets/\(round)/\(batch)")
    }

    /// Erases a stream of secrets, or finishes an erasure that was broken off.
    static func erase(_ stream: StreamName, of log: SQLiteEventLog) throws {
        let telling = NewEvent(
            id: EventID(rawValue: "erasure/\(stream)"),
            type: EventType(rawValue: "Erased"),
            schemaVersion: 1,
            payload: "{}"
        )
        _ = try log.erase(stream: stream, reason: "r", recording: telling, projections: [LedgerProjection()])
    }

    private static func copy(
        _ log: SQLiteEventLog,
        round: Int,
        seed: Int,
        to make: (String) throws -> Head
    ) throws {
        var random = SplitMix(seed: UInt64(bitPattern: Int64(seed)))
        var batch = 0
        while true {
            batch += 1
            try append(batch, to: log, round: round, random: &random)
            let head = try make("\(log.path).copy-\(round)-\(batch)")
            say("c \(round) \(batch) \(head.position) \(head.hash)")
        }
    }

    private static func rebuildForEver(_ log: SQLiteEventLog, round: Int) async throws {
        while true { try rebuild(log, round: round) }
    }

    private static func rebuild(_ log: SQLiteEventLog, round: Int) throws {
        _ = try log.rebuild([LedgerProjection()]) { progress in
            guard progress.position < progress.head else { return }
            say("r \(round) \(progress.position) \(progress.head)")
        }
    }

    private static func append(to log: SQLiteEventLog, round: Int, batches: Int, seed: Int) throws {
        var random = SplitMix(seed: UInt64(bitPattern: Int64(seed)))
        var batch = 0
        while batch < batches {
            batch += 1
            try append(batch, to: log, round: round, random: &random)
        }
    }

    private static func append(
        _ batch: Int,
        to log: SQLiteEventLog,
        round: Int,
        random: inout SplitMix
    ) throws {
        let count = Int(random.next() % 20) + 1
        let events = (1...count).map { index in
            NewEvent(
                id: EventID(rawValue: "\(round)-\(batch)-\(index)/\(count)"),
                type: EventType(rawValue: "Booked"),
                schemaVersion: 1,
                payload: String(repeating: "x", count: Int(random.next() % 900))
            )
        }
        let stream = StreamName(rawValue: "account-\(random.next() % 5)")
        _ = try log.append(events, to: stream, expecting: .any)
        say("b \(round) \(batch) \(count)")
    }

    private static func follow(_ log: SQLiteEventLog, count: Int) async throws {
        var position: Int64 = 0
        var versions: [StreamName: Int64] = [:]
        for try await event in log.subscribe(from: .beginning) {
            position += 1
            versions[event.stream, default: 0] += 1
            guard event.position.rawValue == position, event.version == versions[event.stream] else {
                say("hole at \(position): \(event.position) \(event.stream) \(event.version)")
                exit(1)
            }
            if position == count { break }
        }
    }

    /// Writes a line at once, whole: it is the promise that the test holds the store to.
    private static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        guard write(STDOUT_FILENO, bytes, bytes.count) == bytes.count else { exit(2) }
    }
}

/// Balances and bookings: rows changed again and again, and one row added for each event.
struct LedgerProjection: Projection {
    let name = "ledger"
    let version = 1
    let types: Set<EventType> = []

    static let balance = Table(
        name: "ledger_balance",
        columns: [Column("account", .text), Column("bookings", .integer), Column("bytes", .integer)],
        primaryKey: ["account"]
    )
    static let booking = Table(
        name: "ledger_booking",
        columns: [Column("position", .integer), Column("account", .text), Column("text", .text)],
        primaryKey: ["position"],
        indexes: [["account", "position"]]
    )

    var tables: [Table] { [Self.balance, Self.booking] }

    func apply(_ event: RecordedEvent, to rows: any RowWriter) throws {
        let account = Value.text(event.stream.rawValue)
        var bookings: Int64 = 0
        var bytes: Int64 = 0
        if let row = try rows.row([account], in: Self.balance), case .integer(let count) = row[1],
            case .integer(let size) = row[2]
        {
            bookings = count
            bytes = size
        }
        try rows.upsert(
            [account, .integer(bookings + 1), .integer(bytes + Int64(event.payload.utf8.count))],
            into: Self.balance
        )
        try rows.insert(
            [.integer(event.position.rawValue), account, .text(event.payload)],
            into: Self.booking
        )
    }
}

/// A generator of numbers that a seed decides.
///
/// - Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
