import ArgumentParser
import EventStore
import NewsEvents
import NewsIngest
import NewsTimeline

/// Why a command did not do what it was asked: a message for people and the exit status for scripts.
///
/// This is the only place that knows exit statuses; their numbers follow sysexits.h.
struct Failure: Error {
    let message: String
    let status: Status

    /// The exit statuses of the program.
    enum Status: Int32 {
        case other = 1
        case someInputsFailed = 3
        case nothingMatched = 4
        case unverified = 5
        case usage = 64
        case badData = 65
        case inputMissing = 66
        case storage = 74
        case busy = 75
    }

    init(_ message: String, _ status: Status) {
        self.message = message
        self.status = status
    }

    /// Tells what an error means to the user.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as IngestError: self.init(error.description, Self.status(of: error))
        case let error as EventStoreError: self.init(String(describing: error), Self.status(of: error))
        case TimelineError.store(let error): self.init(error)
        case let error as TimelineError: self.init(error.description, .other)
        case let error as NewsEventError: self.init(error.description, .other)
        default: self.init(String(describing: error), .other)
        }
    }

    /// Writes the message to standard error and ends the process; an empty message writes nothing.
    func end() -> Never {
        if !message.isEmpty { StandardError.write("error: \(message)\n") }
        Timeline.exit(withError: ExitCode(status.rawValue))
    }

    /// Whether the argument parser made this error itself (a request for help, a bad option).
    static func isParserOutcome(_ error: any Error) -> Bool {
        switch error {
        case is Failure, is IngestError, is EventStoreError, is TimelineError, is NewsEventError: false
        default: Timeline.exitCode(for: error) != .failure
        }
    }

    private static func status(of error: IngestError) -> Status {
        switch error {
        case .missing, .directory, .unreadable: .inputMissing
        case .tooLarge, .empty, .notUTF8, .binary, .noDate: .badData
        }
    }

    private static func status(of error: EventStoreError) -> Status {
        switch error {
        case .notAStore, .newerStore, .readOnly, .diskFull, .cannotOpen, .damaged: .storage
        case .busy: .busy
        case .database(let code, _, _): code & 0xFF == sqliteInputOutputError ? .storage : .other
        case .versionConflict, .idConflict, .invalidUpcasters, .upcastFailed, .projectionFailed,
            .invalidDeclaration:
            .other
        }
    }

    /// SQLITE_IOERR, the primary code of all failed reads and writes (sqlite.org/rescode.html).
    private static let sqliteInputOutputError: Int32 = 10
}
