/// Where a projection writes its rows; valid only while `apply` runs.
public protocol RowWriter {
    /// Adds a row, one value per column; an error if its key is taken.
    func insert(_ row: [Value], into table: Table) throws(EventStoreError)
    /// Adds a row or replaces the one with the same key.
    func upsert(_ row: [Value], into table: Table) throws(EventStoreError)
    /// Removes the row with this key, if there is one.
    func delete(_ key: [Value], from table: Table) throws(EventStoreError)
    /// The row with this key, as written so far.
    func row(_ key: [Value], in table: Table) throws(EventStoreError) -> [Value]?
}
