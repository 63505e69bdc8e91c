public import EventStore

extension SQLiteEventLog {
    /// Copies the store, as it is at one moment, into a new file, while others read and write.
    ///
    /// The copy is verified before it gets its name: if there is a file at `path` afterwards, it is whole and
    /// sealed.
    /// - Parameters:
    ///   - path: Where the copy goes; a file that is there is never replaced.
    ///   - progress: Called now and then with the pages copied and the pages there are.
    /// - Returns: What verifying the copy found, its head included: keep it.
    /// - Throws: `cannotOpen` if there is a file or no folder, `diskFull`, `damaged` if the copy does not
    ///   verify; there is no file then.
    /// - Complexity: O(file).
    public func backup(
        to path: String,
        progress: ((_ copied: Int64, _ of: Int64) -> Void)? = nil
    ) throws(EventStoreError) -> ChainReport {
        let file = try NewFile(path)
        do throws(EventStoreError) {
            let head = try withReader { (connection) throws(EventStoreError) in
                // One transaction: steps of the copy then never begin anew because somebody has written.
                try connection.reading { () throws(EventStoreError) in
                    let head = try connection.head()
                    try connection.copy(to: file.partialPath, progress: progress)
                    return head
                }
            }
            let report = try SQLiteEventLog.verify(file, against: head)
            try file.publish()
            return report
        } catch {
            file.discard()
            throw error
        }
    }

    /// Verifies a store that has not got its name yet, and leaves it closed.
    static func verify(_ file: NewFile, against head: Head?) throws(EventStoreError) -> ChainReport {
        let copy = try open(at: file.partialPath, access: .readOnly) { Timestamp(rawValue: 0) }
        let report = try copy.verify(against: head)
        guard let failure = report.failure else { return report }
        throw .damaged(path: file.path, reason: "\(failure)")
    }
}

extension Connection {
    /// Copies all pages into a new file.
    fileprivate func copy(
        to path: String,
        progress: ((Int64, Int64) -> Void)?
    ) throws(EventStoreError) {
        let target = try Connection(path: path, mode: .create)
        for pragma in ["PRAGMA synchronous = FULL", "PRAGMA fullfsync = ON"] { try target.execute(pragma) }
        try copyPages(to: target) { copied, total in progress?(copied, total) }
    }
}
