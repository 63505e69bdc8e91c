public import EventStore

/// The promises of `ProjectionStore`, each as a case that can be run against any implementation.
public enum ProjectionContract {
    /// A fresh, empty store that a case may open as often as it likes.
    public struct Fixture: Sendable {
        /// Opens the store; every one opened sees what the others have written.
        public let open: @Sendable (Upcasters) throws -> any ProjectionStore

        /// Makes a fixture.
        public init(open: @escaping @Sendable (Upcasters) throws -> any ProjectionStore) {
            self.open = open
        }
    }

    /// One promise.
    public struct Case: Sendable, CustomStringConvertible {
        /// Its number in docs/guarantees.md.
        public let number: Int

        /// What the store does.
        public let name: String

        /// Tries it; throws `ContractViolation` if the store does otherwise, and whatever the store throws
        /// unasked.
        public let run: @Sendable (Fixture) throws -> Void

        /// Number and name.
        public var description: String { "\(number): \(name)" }

        init(_ number: Int, _ name: String, _ run: @escaping @Sendable (Fixture) throws -> Void) {
            self.number = number
            self.name = name
            self.run = run
        }
    }

    /// All promises.
    public static let cases: [Case] = checkpoints + rebuilding
}
