import ArgumentParser
import NewsTimeline

/// Tells a misspelt command from a stray argument, which the argument parser does not.
enum MisspeltCommand {
    /// Throws when the first word that is no option is no command.
    static func check(_ arguments: [String], of root: any ParsableCommand.Type) throws {
        let commands = root.configuration.subcommands.compactMap { $0._commandName } + ["help"]
        guard let word = firstWord(of: arguments), !commands.contains(word) else { return }
        let near = EditDistance.closest(to: word, among: commands, limit: 1) { $0 }
        let hint =
            near.first.map { "; did you mean \($0)?" } ?? "; commands are \(commands.joined(separator: ", "))"
        throw Failure("no command \"\(word)\"\(hint)", .usage)
    }

    private static func firstWord(of arguments: [String]) -> String? {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("-") else { return argument }
            if argument == "--" { return nil }
            if argument == "--store" || argument == "--color" { rest = rest.dropFirst() }
        }
        return nil
    }
}
