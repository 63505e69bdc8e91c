/// A promise that a log did not keep: what was expected, what came, and where it was asked.
public struct ContractViolation: Error, CustomStringConvertible, Sendable {
    /// What is wrong.
    public let message: String
    /// The source file of the check.
    public let file: String
    /// The line of the check.
    public let line: Int

    /// What is wrong and where it was asked.
    public var description: String { "\(message) (\(file):\(line))" }
}

/// Checks a condition.
func require(
    _ condition: Bool,
    _ message: @autoclosure () -> String,
    file: String = #fileID,
    line: Int = #line
) throws {
    guard !condition else { return }
    throw ContractViolation(message: message(), file: file, line: line)
}

/// Checks that two values are equal.
func requireEqual<Value: Equatable>(
    _ actual: Value,
    _ expected: Value,
    _ what: String,
    file: String = #fileID,
    line: Int = #line
) throws {
    try require(actual == expected, "\(what): expected \(expected), got \(actual)", file: file, line: line)
}
