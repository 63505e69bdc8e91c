public import EventStore

extension SQLiteEventLog {
    /// Makes a new store of lines that `export` wrote: the same log, hash for hash.
    ///
    /// Every hash is recomputed. The store is verified before it gets its name: if there is a file at `path`
    /// afterwards, it holds all lines. Projections are made by `catchUp` or `rebuild`.
    /// - Parameters:
    ///   - path: Where the store goes; a file that is there is never replaced.
    ///   - kept: The head the export returned, if it was kept; without it, lines missing at the end do not
    ///     show.
    ///   - nextLine: The next line, with or without its line feed; nil behind the last. Empty lines are
    ///     passed over.
    /// - Returns: The head of the new store.
    /// - Throws: `damaged`, naming the line, at the first that cannot be read, is out of order or does not
    ///   follow from the line before; what `nextLine` throws; `cannotOpen`, `diskFull`. There is no file
    ///   then.
    /// - Complexity: O(log) time; memory for one line.
    public static func importLog(
        at path: String,
        expecting kept: Head? = nil,
        nextLine: () throws -> [UInt8]?
    ) throws -> Head {
        let file = try NewFile(path)
        do {
            try fill(file, nextLine: nextLine)
            let head = try verify(file, against: kept).head
            try file.publish()
            return head
        } catch {
            file.discard()
            throw error
        }
    }

    private static func fill(_ file: NewFile, nextLine: () throws -> [UInt8]?) throws {
        let (_, slot) = try StoreFile.open(file.partialPath, access: .create)
        guard let slot else { throw EventStoreError.readOnly(path: file.path) }
        var intake = Intake(path: file.path)
        var isOpen = true
        try slot.use { (connection) throws(EventStoreError) in
            try connection.statement(.beginWriting).run()
        }
        while isOpen {
            var lines: [[UInt8]] = []
            while lines.count < 500, isOpen {
                if let line = try nextLine() { lines.append(line) } else { isOpen = false }
            }
            let before = intake
            let batch = lines
            intake = try slot.use { (connection) throws(EventStoreError) in
                var intake = before
                for line in batch { try intake.take(line, into: connection) }
                return intake
            }
        }
        let taken = intake
        try slot.use { (connection) throws(EventStoreError) in
            try connection.finish(taken.erasures, head: taken.head)
            try connection.statement(.commit).run()
        }
    }
}

/// The lines taken so far.
private struct Intake: Sendable {
    /// The file that is to be, for errors.
    let path: String
    var line = 0
    var head = Head(position: .start, hash: HashChain.start)
    var recordedAt = Timestamp(rawValue: .min)
    var erasures: [ErasedPayload] = []

    /// Checks a line against those before it and writes its event.
    mutating func take(_ bytes: [UInt8], into connection: Connection) throws(EventStoreError) {
        line += 1
        if bytes.allSatisfy({ $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) { return }
        let event: SealedEvent
        do throws(CloudEventLine.Malformed) {
            event = try CloudEventLine.read(bytes)
        } catch {
            throw refusal(error.description)
        }
        let header = event.header
        guard header.position.rawValue == head.position.rawValue + 1 else {
            throw refusal(
                "it has position \(header.position) where \(head.position.rawValue + 1) is next: "
                    + "a line is missing, doubled or out of order"
            )
        }
        guard try header.version == connection.version(of: header.stream) + 1 else {
            throw refusal("its version \(header.version) is not the next in stream \(header.stream)")
        }
        guard header.recordedAt >= recordedAt else {
            throw refusal("it was recorded before the event in front of it")
        }
        if let payload = event.payload, HashChain.digest(ofPayload: payload) != header.payloadDigest {
            throw refusal("its data does not have the digest it names")
        }
        guard HashChain.hash(of: header, after: head.hash) == event.hash else {
            throw refusal("its hash does not follow from what it holds and the line before")
        }
        try connection.insert(header, hash: event.hash)
        if let payload = event.payload { try connection.insert(payload, at: header.position) }
        if let erasure = event.erasure { erasures.append(erasure) }
        head = Head(position: header.position, hash: event.hash)
        recordedAt = header.recordedAt
    }

    private func refusal(_ reason: String) -> EventStoreError {
        .damaged(path: "the import for \(path)", reason: "line \(line) is refused: \(reason)")
    }
}

extension Connection {
    /// Notes the erasures, which may be told of by later lines, and moves the head.
    fileprivate func finish(_ erasures: [ErasedPayload], head: Head) throws(EventStoreError) {
        for erasure in erasures {
            try note(erasure)
            try insert(nil, at: erasure.position)
        }
        if head.position > .start { try moveHead(to: head.position.rawValue, hash: head.hash) }
    }
}
