import NewsViews

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What the command finds around it: variables, terminal, colour.
struct Surroundings {
    let environment: [String: String]
    /// Columns text may take.
    let width: Int
    let palette: Palette

    init(_ options: GlobalOptions) {
        environment = ProcessInfo.processInfo.environment
        width = max(40, StandardOutput.terminalColumns ?? environment["COLUMNS"].flatMap { Int($0) } ?? 80)
        let isColoured =
            switch options.color {
            case .always: true
            case .never: false
            case .auto:
                StandardOutput.isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
                    && environment["TERM"] != "dumb"
            }
        palette = Palette(isColoured: isColoured)
    }
}
