// Measures the store against the C program in CRival, by turns and in one run: each round times both over fresh files
// of the same tables, and the median of the rounds' ratios is what counts. Machines differ and disks vary; ratios less.

import CRival
import EventStore
import EventStoreSQLite
import Foundation
import NewsEvents

@main
struct Benchmark {
    let folder: String
    let rounds: Int

    /// `fill FILE EVENTS`, `replay FILE ROUNDS [EVENTS]`, `append FOLDER ROUNDS`, `read FOLDER ROUNDS`, `growth FILE`,
    /// `contend FILE PROCESSES APPENDS PAUSE`, or everything: `FOLDER ROUNDS SIZES`.
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch (arguments.first, arguments.count) {
        case ("fill", 3):
            // A store to look at with the program: timeline show --actor.
            try NewsReplay(path: arguments[1], events: Int(arguments[2]) ?? 0).rebuild()
            print("the most frequent actor is \(NewsSample.frequentActor.name)")
        case ("replay", 3...4):
            let counts = try counts(arguments[2...])
            let benchmark = Benchmark(folder: "", rounds: max(counts[0], 1))
            try benchmark.replay(NewsReplay(path: arguments[1], events: counts.dropFirst().first ?? 0))
        case ("append", 3):
            try Benchmark(folder: arguments[1], rounds: Int(arguments[2]) ?? 1).appends()
        case ("read", 3):
            try Benchmark(folder: arguments[1], rounds: Int(arguments[2]) ?? 1).reading(count: 100_000)
        case ("growth", 2):
            let benchmark = Benchmark(folder: "", rounds: 1)
            try benchmark.growth(of: benchmark.open(arguments[1]))
        case ("contend", 5):
            let counts = try counts(arguments[2...])
            let contention = Contention(program: CommandLine.arguments[0], path: arguments[1])
            try await contention.run(processes: counts[0], appends: counts[1], pause: counts[2])
        case ("contender", 5):
            let counts = try counts(arguments[2...])
            try Contention.contend(
                path: arguments[1],
                number: counts[0],
                appends: counts[1],
                pause: counts[2]
            )
        default:
            try measureAll(arguments)
        }
    }

    private static func counts(_ words: ArraySlice<String>) throws -> [Int] {
        try words.map { word in
            guard let count = Int(word), count >= 0 else { throw Failure("\(word) is no count") }
            return count
        }
    }

    private static func measureAll(_ arguments: [String]) throws {
        let folder = arguments.first ?? NSTemporaryDirectory()
        let rounds = arguments.count > 1 ? Int(arguments[1]) ?? 5 : 5
        let sizes =
            arguments.count > 2
            ? arguments[2].split(separator: ",").compactMap { Int($0) } : [10_000, 100_000]
        let benchmark = Benchmark(
            folder: folder + "/store-benchmark-\(ProcessInfo.processInfo.processIdentifier)",
            rounds: rounds
        )
        try FileManager.default.createDirectory(atPath: benchmark.folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(atPath: benchmark.folder) } catch { print(error) }
        }
        try benchmark.run(sizes)
    }

    func run(_ sizes: [Int]) throws {
        for size in sizes {
            let path = folder + "/replay.db"
            try replay(NewsReplay(path: path, events: size))
            remove(path)
        }
        try growth(sizes)
        // Last, for their samples of events fill the memory whose peak is told above.
        try appends()
        try reading(count: 100_000)
    }

    // MARK: What is measured

    private func appends() throws {
        try appends(count: 1_000, batch: 1)
        try appends(count: 15_000, batch: 15)
        try appends(count: 100_000, batch: 1_000)
    }

    private func appends(count: Int, batch: Int) throws {
        let events = Sample.events(0..<count)
        var ratios: [Double] = []
        var rates: [Double] = []
        for round in 0..<rounds {
            let ours = folder + "/ours-\(round).db"
            let theirs = folder + "/theirs-\(round).db"
            let log = try open(ours)
            _ = try open(theirs)
            let mine = try time { try append(events, to: log, first: 0, batch: batch) }
            let rival = try Sample.withC(events) { list in
                try time { try check(rival_append(theirs, "article-", 0, list, count, batch, Sample.now)) }
            }
            // The same bytes: the same hashes.
            guard try log.head() == open(theirs).head() else { throw Failure("the logs differ") }
            ratios.append(rival / mine)
            rates.append(Double(count) / mine)
            remove(ours, theirs)
        }
        report("append, \(batch) a transaction", rates, ratios)
    }

    private func reading(count: Int) throws {
        let path = folder + "/reading.db"
        // Closed and opened anew: whoever reads has not written, and its memory is not what writing left of it.
        do { _ = try filled(path, count) }
        let log = try open(path)
        var ratios: [Double] = []
        var rates: [Double] = []
        for _ in 0..<rounds {
            var bytes = 0
            let mine = try time {
                var after: Int64 = 0
                while true {
                    let page = try log.read(EventQuery(after: after))
                    guard let last = page.last else { break }
                    // By index: what is looked at is not copied.
                    for index in page.indices {
                        bytes +=
                            page[index].stream.rawValue.utf8.count + page[index].id.rawValue.utf8.count
                            + page[index].type.rawValue.utf8.count + page[index].metadata.utf8.count
                            + page[index].payload.utf8.count
                    }
                    after = last.position.rawValue
                }
            }
            var theirs: Int64 = 0
            let rival = try time { try check(rival_read(path, &theirs)) }
            guard theirs == bytes else { throw Failure("the readers differ: \(theirs) and \(bytes)") }
            ratios.append(rival / mine)
            rates.append(Double(count) / mine)
        }
        report("read, 1,000 a page", rates, ratios)
        remove(path)
    }

    private func replay(_ news: NewsReplay) throws {
        let count = Int(try news.open().head().position.rawValue)
        var ratios: [Double] = []
        var rates: [Double] = []
        for round in 0..<(count > 200_000 ? min(rounds, 3) : rounds) {
            let mine = try time { try news.rebuild() }
            let memory = peakMemory()
            if round == 0 {
                print("peak memory of the process after a replay of \(count) events: \(memory) MB")
            }
            // Beyond a million events it takes longer to compare the tables than to make them.
            let rival = try news.rival({ try time($0) }, compares: round == 0 && count <= 1_000_000)
            ratios.append(rival / mine)
            rates.append(Double(count) / mine)
        }
        report("replay of all news projections, \(count) events", rates, ratios)
    }

    private func growth(_ sizes: [Int]) throws {
        for size in sizes {
            let path = folder + "/growth.db"
            try growth(of: try filled(path, size))
            remove(path)
        }
    }

    /// Measures what an event costs behind the log as it is.
    private func growth(of log: SQLiteEventLog) throws {
        let size = Int(try log.head().position.rawValue)
        let events = Sample.events(size..<size + 15_000)
        let seconds = try time { try append(events, to: log, first: size, batch: 15) }
        print("log of \(size): append, 15 a transaction: \(microseconds(seconds / 15_000)) an event")
        fflush(nil)
        let verified = try time { _ = try log.verifyChain() }
        print(
            "log of \(size): verifyChain: \(microseconds(verified / Double(size + 15_000))) an event;"
                + " peak memory so far \(peakMemory()) MB"
        )
        fflush(nil)
    }

    // MARK: Doing it

    private func open(_ path: String) throws -> SQLiteEventLog {
        try SQLiteEventLog.open(at: path, access: .create) { Timestamp(rawValue: Sample.now) }
    }

    private func append(_ events: [NewEvent], to log: SQLiteEventLog, first: Int, batch: Int) throws {
        var start = 0
        while start < events.count {
            let end = min(start + batch, events.count)
            let stream = StreamName(rawValue: "article-\(first + start / batch)")
            _ = try log.append(Array(events[start..<end]), to: stream, expecting: .none)
            start = end
        }
    }

    private func filled(_ path: String, _ count: Int) throws -> SQLiteEventLog {
        let log = try open(path)
        for start in stride(from: 0, to: count, by: 1_000) {
            let events = Sample.events(start..<min(start + 1_000, count))
            _ = try log.append(events, to: StreamName(rawValue: "filling-\(start)"), expecting: .none)
        }
        return log
    }

    private func remove(_ paths: String...) {
        for path in paths {
            for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
        }
    }

    private func time(_ body: () throws -> Void) rethrows -> Double {
        let duration = try ContinuousClock().measure(body)
        return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    private func check(_ line: Int32) throws {
        if line != 0 { throw Failure("rival.c:\(line) failed") }
    }

    private func report(_ what: String, _ rates: [Double], _ ratios: [Double]) {
        let rate = Int(median(rates))
        print("\(what): \(rate) events/s, \(String(format: "%.2f", median(ratios))) of C")
        fflush(nil)
    }

    private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    private func microseconds(_ seconds: Double) -> String { String(format: "%.2f µs", seconds * 1e6) }

    private func peakMemory() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }
}

struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
