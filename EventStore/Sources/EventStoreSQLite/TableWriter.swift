import EventStore

/// Writes a projection's rows; valid while one batch is applied.
final class TableWriter: RowWriter {
    private let connection: Connection
    private let projection: String
    private let tables: [Statements]
    private var isOpen = true

    /// The statements of one table, prepared on first use, and the rows known.
    private final class Statements {
        let name: String
        let definition: TableDefinition
        let rowIDColumn: Int?
        let columns: Int
        let key: Int
        var insertion: Statement?
        var replacement: Statement?
        var removal: Statement?
        var lookup: Statement?
        var recent: RecentRows

        init(_ definition: TableDefinition) {
            self.definition = definition
            name = definition.table.name
            rowIDColumn = definition.rowIDColumn
            columns = definition.table.columns.count
            key = definition.table.primaryKey.count
            recent = RecentRows(of: definition.table)
        }
    }

    /// Makes a writer for the tables of a projection that lie in one place.
    init(_ connection: Connection, for projection: any Projection, in place: TablePlace) {
        self.connection = connection
        self.projection = projection.name
        self.tables = projection.tables.map { Statements(TableDefinition(table: $0, place: place)) }
    }

    /// Ends the writer's life: `apply` must not keep it.
    func close() { isOpen = false }

    func insert(_ row: [Value], into table: Table) throws(EventStoreError) {
        let statements = try statements(of: table)
        try requireKey(row, statements)
        let statement = try prepared(&statements.insertion, statements.definition.insertion)
        try run(statement, row, count: statements.columns)
        statements.recent.keep(written: row)
    }

    func upsert(_ row: [Value], into table: Table) throws(EventStoreError) {
        let statements = try statements(of: table)
        if statements.recent.holds(row) { return }
        try requireKey(row, statements)
        let statement = try prepared(&statements.replacement, statements.definition.replacement)
        try run(statement, row, count: statements.columns)
        statements.recent.keep(written: row)
    }

    func delete(_ key: [Value], from table: Table) throws(EventStoreError) {
        let statements = try statements(of: table)
        let statement = try prepared(&statements.removal, statements.definition.removal)
        try run(statement, key, count: statements.key)
        statements.recent.forget(key)
    }

    func row(_ key: [Value], in table: Table) throws(EventStoreError) -> [Value]? {
        let statements = try statements(of: table)
        if let known = statements.recent.row(key) { return known }
        let statement = try prepared(&statements.lookup, statements.definition.lookup)
        defer { statement.reset() }
        try bind(key, to: statement, count: statements.key)
        let row = try statement.step() ? try statement.row() : nil
        statements.recent.keep(row, readBy: key)
        return row
    }

    /// A table's statement, prepared once.
    private func prepared(
        _ known: inout Statement?,
        _ sql: @autoclosure () -> String
    ) throws(EventStoreError) -> Statement {
        if let known { return known }
        let statement = try connection.statement(sql())
        known = statement
        return statement
    }

    private func requireKey(_ row: [Value], _ statements: Statements) throws(EventStoreError) {
        guard let column = statements.rowIDColumn, column < row.count, case .null = row[column] else {
            return
        }
        let table = statements.definition.table
        throw .invalidDeclaration(
            reason:
                "projection \(projection) gave no value for \(table.primaryKey[0]), the key of \(table.name)"
        )
    }

    private func run(_ statement: Statement, _ values: [Value], count: Int) throws(EventStoreError) {
        // Resets whatever happens: values bound before a failure must not stay.
        defer { statement.reset() }
        try bind(values, to: statement, count: count)
        while try statement.step() {}
    }

    private func bind(_ values: [Value], to statement: Statement, count: Int) throws(EventStoreError) {
        guard values.count == count else {
            throw .invalidDeclaration(
                reason: "projection \(projection) gave \(values.count) values where "
                    + "\(count) are needed, in \(statement.sql)"
            )
        }
        for (index, value) in values.enumerated() { try statement.bind(value, at: Int32(index) + 1) }
    }

    /// The statements of a table; a projection has few, so looking through them is quicker than hashing.
    private func statements(of table: Table) throws(EventStoreError) -> Statements {
        guard isOpen else {
            throw .invalidDeclaration(reason: "projection \(projection) wrote after apply had returned")
        }
        for statements in tables where statements.name == table.name { return statements }
        throw .invalidDeclaration(
            reason: "projection \(projection) does not declare the table \(table.name) it uses"
        )
    }
}
