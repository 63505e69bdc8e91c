// The cases that every log must pass. They follow what the event stores in use promise and test (KurrentDB,
// Rails Event Store, Python eventsourcing, Commanded, Marten), and settle what those leave open or decide
// differently. Their numbers are those of docs/guarantees.md, which also says which cases are not for an
// embedded log, and why.

/// The promises of `EventLog`, each as a case that can be run against any implementation.
///
/// A test runs them with its own framework: parameterise one test over `cases` and call `run` with a fresh
/// fixture.
public enum EventLogContract {
    /// One promise.
    public struct Case: Sendable, CustomStringConvertible {
        /// Its number in docs/guarantees.md; nil for a promise that no other store makes.
        public let number: Int?

        /// What the log does.
        public let name: String

        /// Tries it; throws `ContractViolation` if the log does otherwise, and whatever the log throws
        /// unasked.
        public let run: @Sendable (EventLogFixture) async throws -> Void

        /// Number and name.
        public var description: String { number.map { "\($0): \(name)" } ?? name }

        init(
            _ number: Int?,
            _ name: String,
            _ run: @escaping @Sendable (EventLogFixture) async throws -> Void
        ) {
            self.number = number
            self.name = name
            self.run = run
        }
    }

    /// All promises.
    public static let cases: [Case] = append + retry + concurrency + read + subscription + evolution
}
