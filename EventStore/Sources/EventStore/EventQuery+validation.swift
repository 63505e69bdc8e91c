extension EventQuery {
    /// Checks that the parts of the query fit together.
    ///
    /// - Throws: `invalidDeclaration` for a negative limit, and for `after` or `through` without order by
    ///   position.
    package func validate() throws(EventStoreError) {
        guard limit >= 0 else {
            throw .invalidDeclaration(reason: "a query cannot be limited to \(limit) events")
        }
        guard order == .position || (after == nil && through == nil) else {
            throw .invalidDeclaration(
                reason: "after and through count positions; order the query by position"
            )
        }
    }
}
