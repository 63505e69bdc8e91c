import NewsViews

/// What this program is called.
enum Program {
    static let name = "timeline"
    static let version = "0.1.0"

    /// What events say about their recording when there is nothing but the program to name.
    static var metadata: String { JSON.object(["program": .string("\(name) \(version)")]).compact }
}
