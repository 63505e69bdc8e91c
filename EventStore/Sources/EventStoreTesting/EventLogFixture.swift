public import EventStore

/// A fresh, empty store that a case may open as often as it likes.
public struct EventLogFixture: Sendable {
    /// Opens the store; every log opened sees what the others have appended.
    public let open:
        @Sendable (Upcasters, _ clock: @escaping @Sendable () -> Timestamp) throws -> any EventLog

    /// Attempts to change or remove what is recorded, each through whatever door the storage has; all must
    /// throw.
    public let tampering: [@Sendable () throws -> Void]

    /// Makes a fixture.
    public init(
        tampering: [@Sendable () throws -> Void] = [],
        open:
            @escaping @Sendable (Upcasters, _ clock: @escaping @Sendable () -> Timestamp) throws ->
            any EventLog
    ) {
        self.tampering = tampering
        self.open = open
    }

    /// Opens the store without upcasters; its clock stands still.
    func log(at time: Int64 = 1_000_000) throws -> any EventLog {
        try open(.none, { Timestamp(rawValue: time) })
    }
}
