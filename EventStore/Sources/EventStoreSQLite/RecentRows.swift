// The rows of one table that its projection has read or written lately.
//
// A projection reads the same few rows again and again: the article whose events follow each other, the actors that
// many articles name. What was found, or written since, is kept for as long as the batch lasts: nobody else writes
// the table meanwhile. It also tells that a row to be written is there already, to the byte.
//
// INVARIANTS. What is kept is what SQLite would give back. So rows are kept only as their columns' types have them
// (a STRICT table stores the integer 1 as the text "1" in a column of texts), and not if they hold a NaN or a
// negative zero, which SQLite stores as NULL and as zero. Keys compare by their bytes, as SQLite compares them.

import EventStore

/// The rows of one table that its projection has read or written lately, by their key.
struct RecentRows {
    private let types: [ColumnType]
    private let key: [Int]
    private var rows: [Key: [Value]?] = [:]
    /// A table that is only written is not worth it.
    private var isRead = false

    /// How many rows are kept; then all are forgotten.
    private static let capacity = 4096

    init(of table: Table) {
        types = table.columns.map(\.type)
        key = table.keyIndexes
    }

    /// The row with this key, or that there is none; nil if it is not known.
    mutating func row(_ key: [Value]) -> [Value]?? {
        isRead = true
        return rows[Key(values: key)]
    }

    /// Whether this very row is known to be there.
    func holds(_ row: [Value]) -> Bool {
        guard isRead, row.count == types.count, let known = rows[keyOf(row)] ?? nil else { return false }
        return zip(known, row).allSatisfy { $0.isStored(like: $1) }
    }

    /// Keeps what was read under a key.
    mutating func keep(_ row: [Value]?, readBy key: [Value]) {
        guard isExact(key) else { return }
        makeRoom()
        rows[Key(values: key)] = .some(row)
    }

    /// Keeps a row that was written.
    mutating func keep(written row: [Value]) {
        guard isRead else { return }
        guard zip(row, types).allSatisfy({ $0.isStoredAsGiven(in: $1) }), isExact(key.map { row[$0] }) else {
            return forget()
        }
        makeRoom()
        rows[keyOf(row)] = .some(row)
    }

    /// Forgets the row with this key.
    mutating func forget(_ key: [Value]) {
        if isExact(key) { rows.removeValue(forKey: Key(values: key)) } else { forget() }
    }

    private mutating func forget() { rows.removeAll(keepingCapacity: true) }

    /// Whether a key finds the rows that hold these very values, and no others.
    private func isExact(_ key: [Value]) -> Bool {
        zip(key, self.key).allSatisfy { $0.isStoredAsGiven(in: types[$1]) && $0 != .null }
    }

    private mutating func makeRoom() {
        if rows.count >= RecentRows.capacity { forget() }
    }

    private func keyOf(_ row: [Value]) -> Key { Key(values: key.map { row[$0] }) }

    private struct Key: Hashable {
        let values: [Value]

        static func == (a: Key, b: Key) -> Bool {
            a.values.count == b.values.count && zip(a.values, b.values).allSatisfy { $0.isStored(like: $1) }
        }

        func hash(into hasher: inout Hasher) {
            for value in values {
                switch value {
                case .integer(let number): hasher.combine(number)
                case .text(var text):
                    text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
                case .null, .real: break
                }
            }
        }
    }
}

extension Value {
    /// Whether two values are stored alike: texts by their bytes, which `==` does not look at.
    func isStored(like other: Value) -> Bool {
        switch (self, other) {
        case (.text(let a), .text(let b)): a.hasSameBytes(as: b)
        case (.real(let a), .real(let b)): a.bitPattern == b.bitPattern
        default: self == other
        }
    }

    /// Whether a column of this type gives the value back as it is.
    fileprivate func isStoredAsGiven(in type: ColumnType) -> Bool {
        switch (self, type) {
        case (.null, _), (.integer, .integer), (.text, .text): true
        case (.real(let number), .real): !number.isNaN && (number != 0 || number.sign == .plus)
        default: false
        }
    }
}
