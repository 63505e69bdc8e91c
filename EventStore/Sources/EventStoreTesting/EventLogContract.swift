// The cases that every log must pass. They follow what the event stores in use promise and test (KurrentDB,
// Rails Event Store, Python eventsourcing, Commanded, Marten), and settle what those leave open or decide
// differently.

/// The promises of `EventLog`, each as a case that can be run against any implementation.
///
/// A test runs them with its own framework: parameterise one test over `cases` and call `run` with a fresh
/// fixture.
public enum EventLogContract {
    /// One promise.
    public struct Case: Sendable, CustomStringConvertible {
        /// What the log does.
        public let name: String

        /// Tries it; throws `ContractViolation` if the log does otherwise, and whatever the log throws
        /// unasked.
        public let run: @Sendable (EventLogFixture) async throws -> Void

        /// The name.
        public var description: String { name }

        init(_ name: String, _ run: @escaping @Sendable (EventLogFixture) async throws -> Void) {
            self.name = name
            self.run = run
        }
    }

    /// All promises.
    public static let cases: [Case] = append + retry + concurrency + read + evolution
}
