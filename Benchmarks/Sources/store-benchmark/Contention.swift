// Many processes append to one store: how long each waits behind the others, and how late a follower sees what they
// wrote. Each append is 15 events of one stream; a wait is the time of the whole append, its own work included.
// Lateness counts from the event's `recorded_at`, read within the append's transaction, to its arrival.

import EventStore
import EventStoreSQLite
import Foundation

struct Contention {
    /// The program itself, started again for each writer.
    let program: String
    let path: String

    /// Lets so many processes append, each as fast as it can or with a pause between its appends.
    func run(processes: Int, appends: Int, pause: Int) async throws {
        let log = try Contention.open(path)
        let writers = try (0..<processes).map {
            try start(["contender", path, "\($0)", "\(appends)", "\(pause)"])
        }
        var lateness: [Int64] = []
        for try await event in log.subscribe(from: .beginning) {
            lateness.append(Contention.now().rawValue - event.recordedAt.rawValue)
            if lateness.count == processes * appends * Contention.batch { break }
        }
        var waits: [Int64] = []
        for (writer, output) in writers {
            let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            writer.waitUntilExit()
            guard writer.terminationStatus == 0 else { throw Failure("a writer failed") }
            waits += text.split(whereSeparator: \.isWhitespace).compactMap { Int64($0) }
        }
        guard waits.count == processes * appends else { throw Failure("a writer told too little") }
        let pace = pause == 0 ? "as fast as they can" : "every \(pause) ms"
        print(
            "\(processes) writing \(pace): an append takes \(spread(waits)); seen after \(spread(lateness))"
        )
    }

    /// What each writer does.
    static func contend(path: String, number: Int, appends: Int, pause: Int) throws {
        let log = try open(path)
        var waits: [String] = []
        for round in 0..<appends {
            let first = (number * appends + round) * batch
            let events = Sample.events(first..<first + batch)
            let start = ContinuousClock.now
            _ = try log.append(events, to: StreamName(rawValue: "article-\(first)"), expecting: .none)
            waits.append(String(Int((ContinuousClock.now - start) / .microseconds(1))))
            if pause > 0 { usleep(UInt32(pause * 1_000)) }
        }
        print(waits.joined(separator: " "))
    }

    private static let batch = 15

    private static func open(_ path: String) throws -> SQLiteEventLog {
        try SQLiteEventLog.open(at: path, access: .create, clock: now)
    }

    @Sendable private static func now() -> Timestamp {
        Timestamp(rawValue: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }

    private func start(_ arguments: [String]) throws -> (Process, Pipe) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = output
        try process.run()
        return (process, output)
    }

    private func spread(_ microseconds: [Int64]) -> String {
        let sorted = microseconds.sorted()
        let parts = [("median", 0.5), ("99 %", 0.99), ("longest", 1)].map { name, part in
            let value = sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]
            return "\(name) \(String(format: "%.1f", Double(value) / 1_000)) ms"
        }
        return parts.joined(separator: ", ")
    }
}
