#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What signals do to the program.
enum Signals {
    /// Lets writes fail with an error number where a signal would kill the program before it could say why.
    ///
    /// That is a write to a closed pipe, and one beyond a limit on file size. Called once, before anything is written.
    static func ignoreThoseOfWrites() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Lets Ctrl-C end a command that runs until it is told to stop, with status 130.
    static func endOnInterrupt() {
        // Nothing is open but files that are only read; _exit may be called in a signal's handler.
        signal(SIGINT) { _ in _exit(130) }
    }
}
