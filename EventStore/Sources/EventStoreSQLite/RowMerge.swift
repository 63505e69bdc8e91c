import EventStore

/// Holds rows of two tables, both in the order of their key, against each other.
struct RowMerge {
    private let key: [Int]
    private let limit: Int
    private var differenceCount: Int64 = 0
    private var differences: [RowDifference] = []
    private var live = RowDigest()

    /// What the replay gave.
    var replayed = RowDigest()

    init(key: [Int], limit: Int) {
        self.key = key
        self.limit = limit
    }

    /// Takes the next row of each side; nil behind the last.
    ///
    /// - Returns: Negative if the live row came first and is used up, positive if the replayed one is, 0 if
    ///   both are.
    mutating func visit(_ left: [Value]?, _ right: [Value]?) -> Int {
        let order = compare(left, right)
        if order <= 0, let left { live.add(left) }
        if order >= 0, let right { replayed.add(right) }
        switch (left, right) {
        case (let left?, _) where order < 0: note(.unexpected(left))
        case (_, let right?) where order > 0: note(.missing(right))
        case (let left?, let right?) where !zip(left, right).allSatisfy({ $0.isStored(like: $1) }):
            note(.changed(live: left, replayed: right))
        default: break
        }
        return order
    }

    /// The result; without a live table there is nothing to compare.
    func comparison(of table: Table, isLive: Bool, damage: String?) -> TableComparison {
        TableComparison(
            table: table.name,
            live: isLive ? live.content : nil,
            replayed: replayed.content,
            differenceCount: differenceCount,
            differences: differences,
            damage: damage
        )
    }

    private mutating func note(_ difference: RowDifference) {
        differenceCount += 1
        if differences.count < limit { differences.append(difference) }
    }

    private func compare(_ left: [Value]?, _ right: [Value]?) -> Int {
        guard let left else { return 1 }
        guard let right else { return -1 }
        for index in key {
            let order = compare(left[index], right[index])
            if order != 0 { return order }
        }
        return 0
    }

    /// SQLite's order of two values of one column, whose type the table enforces.
    private func compare(_ left: Value, _ right: Value) -> Int {
        switch (left, right) {
        case (.integer(let a), .integer(let b)): a < b ? -1 : a > b ? 1 : 0
        case (.real(let a), .real(let b)): a < b ? -1 : a > b ? 1 : 0
        case (.text(let a), .text(let b)):
            a.hasSameBytes(as: b) ? 0 : a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
        default: 0
        }
    }
}
