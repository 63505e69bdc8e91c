import Foundation
import Testing

/// A folder of its own with a store path in it, and the built program to run there.
final class CommandFixture {
    let folder: URL
    private let program: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        program = try Self.program()
    }

    deinit {
        do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }

    /// What a run of the program left.
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    var storePath: String { path("data/timeline.db") }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Writes a file into the folder and returns its path.
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: folder.appending(path: name))
        return path(name)
    }

    func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

    /// Runs the program with the fixture's store; `input` is its standard input.
    func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws
        -> Outcome
    {
        try execute(program.path, arguments, input: input, environment: environment)
    }

    /// Runs a shell script in which `$TIMELINE` is the program.
    func shell(_ script: String) throws -> Outcome {
        try execute("/bin/bash", ["-c", script], input: "", environment: ["TIMELINE": program.path])
    }

    private func execute(
        _ path: String,
        _ arguments: [String],
        input: String,
        environment: [String: String]
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var variables = ProcessInfo.processInfo.environment
        for name in ["TIMELINE_STORE", "XDG_DATA_HOME", "NO_COLOR", "COLUMNS"] { variables[name] = nil }
        variables["TIMELINE_STORE"] = storePath
        variables.merge(environment) { _, new in new }
        process.environment = variables
        // Files, not pipes: nobody has to read while the program runs.
        let names = ["in", "out", "err"].map { folder.appending(path: ".std\($0)-\(UUID().uuidString)") }
        try Data(input.utf8).write(to: names[0])
        for name in names[1...] { try Data().write(to: name) }
        process.standardInput = try FileHandle(forReadingFrom: names[0])
        process.standardOutput = try FileHandle(forWritingTo: names[1])
        process.standardError = try FileHandle(forWritingTo: names[2])
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationReason == .exit ? process.terminationStatus : -1,
            output: try String(contentsOf: names[1], encoding: .utf8),
            errors: try String(contentsOf: names[2], encoding: .utf8)
        )
    }

    /// Every row of the log, as the `log` command prints it.
    func log() throws -> String { try run("log", "--format", "jsonl").output }

    /// The program stands beside the test bundle, in the build folder.
    private static func program() throws -> URL {
        var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        for argument in CommandLine.arguments where argument.hasSuffix(".xctest") {
            folder = URL(filePath: argument).deletingLastPathComponent()
        }
        let program = folder.appending(path: "timeline")
        return try #require(
            FileManager.default.isExecutableFile(atPath: program.path) ? program : nil,
            "no built program at \(program.path)"
        )
    }
}

/// A short article the extractor finds several events in.
let shortArticle = """
    Anna Berg met Prime Minister Luis Ortega in Lisbon on Tuesday.

    "The port must stay open," Berg said. Ortega opposes the new toll.

    """
