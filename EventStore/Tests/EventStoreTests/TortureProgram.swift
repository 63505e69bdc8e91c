import Foundation

/// The program event-store-torture, running.
final class TortureProgram {
    private let process = Process()
    private let output = Pipe()
    private var bytes = Data()

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Starts it and waits until it has opened the store.
    init(_ task: String, _ file: String, _ round: Int, _ number: Int) throws {
        process.executableURL = try TortureProgram.executable()
        process.arguments = [task, file, String(round), String(number)]
        process.standardOutput = output
        try process.run()
    }

    /// The lines it has written, to the last whole one; it has ended.
    private func lines() -> [String] {
        bytes += output.fileHandleForReading.readDataToEndOfFile()
        var lines = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        // What stands behind the last line feed is half a line.
        lines.removeLast()
        return lines.map(String.init)
    }

    /// Lets it run for a while after it has opened the store, and kills it.
    ///
    /// - Returns: What it had acknowledged, as round, batch and number of events.
    func kill(after milliseconds: Int32) throws -> [[Int]] {
        let handle = output.fileHandleForReading
        // Blocks until the program has written its first line, or ended.
        bytes += handle.availableData
        let end = ContinuousClock.now + .milliseconds(Int(milliseconds))
        while ContinuousClock.now < end {
            var descriptor = pollfd(fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
            let left = (end - ContinuousClock.now).components.attoseconds / 1_000_000_000_000_000
            guard poll(&descriptor, 1, Int32(max(left, 0))) > 0 else { break }
            let more = handle.availableData
            if more.isEmpty { break }
            bytes += more
        }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        guard process.terminationReason == .uncaughtSignal else {
            throw Failure(description: "it ended by itself with code \(process.terminationStatus)")
        }
        return lines().filter { $0.hasPrefix("b ") }.map {
            $0.split(separator: " ").dropFirst().compactMap { Int($0) }
        }
    }

    /// Waits until it has done its work.
    ///
    /// - Returns: Its exit code, and what it has written.
    func end() -> (code: Int32, lines: [String]) {
        let lines = lines()
        process.waitUntilExit()
        return (process.terminationStatus, lines)
    }

    /// The program lies beside the tests.
    private static func executable() throws -> URL {
        guard let bundle = CommandLine.arguments.first(where: { $0.hasSuffix(".xctest") }) else {
            throw Failure(description: "no test bundle among \(CommandLine.arguments)")
        }
        return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent(
            "event-store-torture"
        )
    }
}
