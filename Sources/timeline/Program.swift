/// What this program is called.
enum Program {
    static let name = "timeline"
    static let version = "0.1.0"
}
