import ArgumentParser

/// Options every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The store's file.",
            discussion: "Otherwise $TIMELINE_STORE, otherwise $XDG_DATA_HOME/timeline/timeline.db.",
            valueName: "path"
        )
    )
    var store: String?

    @Option(help: "When to use colour: auto, always or never.")
    var color: ColorChoice = .auto

    /// When output is coloured.
    enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
        case auto, always, never
    }
}
