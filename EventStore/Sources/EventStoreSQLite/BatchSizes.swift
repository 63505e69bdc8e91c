/// How many events one transaction applies at most.
package struct BatchSizes: Sendable {
    /// Of `catchUp`.
    let catchUp: Int
    /// Of a rebuild, and of a replay aside.
    let rebuild: Int

    package init(catchUp: Int = 2000, rebuild: Int = 4000) {
        self.catchUp = catchUp
        self.rebuild = rebuild
    }
}
