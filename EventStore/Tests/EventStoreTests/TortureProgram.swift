import EventStore
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

    /// Lets it run for a while after it has opened the store, and until it has written a line that begins so, and kills it.
    ///
    /// - Returns: What it had acknowledged, line by line.
    func kill(after milliseconds: Int32, awaiting beginning: String? = nil) throws -> [Acknowledgement] {
        let handle = output.fileHandleForReading
        // Blocks until the program has written its first line, or ended.
        bytes += handle.availableData
        let end = ContinuousClock.now + .milliseconds(Int(milliseconds))
        while true {
            let isAwaited =
                beginning.map { beginning in
                    !bytes.split(separator: UInt8(ascii: "\n")).contains { $0.starts(with: beginning.utf8) }
                } ?? false
            guard isAwaited || ContinuousClock.now < end else { break }
            var descriptor = pollfd(fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
            let left = (end - ContinuousClock.now).components.attoseconds / 1_000_000_000_000_000
            guard poll(&descriptor, 1, isAwaited ? -1 : Int32(max(left, 0))) > 0 else { break }
            let more = handle.availableData
            if more.isEmpty { break }
            bytes += more
        }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        guard process.terminationReason == .uncaughtSignal else {
            throw Failure(description: "it ended by itself with code \(process.terminationStatus)")
        }
        return lines().compactMap(Acknowledgement.init)
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

/// A line by which the program says that something is safe.
enum Acknowledgement {
    /// A batch of so many events was appended; secrets were erased; a copy up to a head has its name.
    case batch(round: Int, number: Int, events: Int)
    case erasure(round: Int, number: Int)
    case copy(round: Int, number: Int, head: Head)

    init?(_ line: String) {
        let words = line.split(separator: " ")
        let numbers = words.dropFirst().prefix(3).compactMap { Int($0) }
        switch words.first {
        case "b" where numbers.count == 3:
            self = .batch(round: numbers[0], number: numbers[1], events: numbers[2])
        case "e" where numbers.count == 2: self = .erasure(round: numbers[0], number: numbers[1])
        case "c" where words.count == 5:
            guard let head = Head("\(words[3]):\(words[4])") else { return nil }
            self = .copy(round: numbers[0], number: numbers[1], head: head)
        default: return nil
        }
    }
}
