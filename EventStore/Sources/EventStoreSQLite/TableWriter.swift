import EventStore

/// Writes a projection's rows; valid while one batch is applied.
final class TableWriter: RowWriter {
    private let connection: Connection
    private let projection: String
    private var tables: [String: Statements]
    private var isOpen = true

    /// The statements of one table, prepared on first use.
    private struct Statements {
        let definition: TableDefinition
        let rowIDColumn: Int?
        var insertion: Statement?
        var replacement: Statement?
        var removal: Statement?
        var lookup: Statement?
    }

    /// Makes a writer for the tables of a projection that lie in one place.
    init(_ connection: Connection, for projection: any Projection, in place: TablePlace) {
        self.connection = connection
        self.projection = projection.name
        self.tables = [:]
        for table in projection.tables {
            let definition = TableDefinition(table: table, place: place)
            tables[table.name] = Statements(definition: definition, rowIDColumn: definition.rowIDColumn)
        }
    }

    /// Ends the writer's life: `apply` must not keep it.
    func close() { isOpen = false }

    func insert(_ row: [Value], into table: Table) throws(EventStoreError) {
        try requireKey(row, table)
        let statement = try statement(\.insertion, of: table) { $0.insertion }
        try run(statement, row)
    }

    func upsert(_ row: [Value], into table: Table) throws(EventStoreError) {
        try requireKey(row, table)
        let statement = try statement(\.replacement, of: table) { $0.replacement }
        try run(statement, row)
    }

    func delete(_ key: [Value], from table: Table) throws(EventStoreError) {
        let statement = try statement(\.removal, of: table) { $0.removal }
        try run(statement, key)
    }

    func row(_ key: [Value], in table: Table) throws(EventStoreError) -> [Value]? {
        let statement = try statement(\.lookup, of: table) { $0.lookup }
        defer { statement.reset() }
        try bind(key, to: statement)
        return try statement.step() ? try statement.row() : nil
    }

    private func requireKey(_ row: [Value], _ table: Table) throws(EventStoreError) {
        guard let column = tables[table.name]?.rowIDColumn, column < row.count, row[column] == .null else {
            return
        }
        throw .invalidDeclaration(
            reason:
                "projection \(projection) gave no value for \(table.primaryKey[0]), the key of \(table.name)"
        )
    }

    private func run(_ statement: Statement, _ values: [Value]) throws(EventStoreError) {
        try bind(values, to: statement)
        try statement.run()
    }

    private func bind(_ values: [Value], to statement: Statement) throws(EventStoreError) {
        guard values.count == statement.parameterCount else {
            throw .invalidDeclaration(
                reason: "projection \(projection) gave \(values.count) values where "
                    + "\(statement.parameterCount) are needed, in \(statement.sql)"
            )
        }
        for (index, value) in values.enumerated() { try statement.bind(value, at: Int32(index) + 1) }
    }

    private func statement(
        _ path: WritableKeyPath<Statements, Statement?>,
        of table: Table,
        sql: (TableDefinition) -> String
    ) throws(EventStoreError) -> Statement {
        guard isOpen else {
            throw .invalidDeclaration(reason: "projection \(projection) wrote after apply had returned")
        }
        guard let definition = tables[table.name]?.definition else {
            throw .invalidDeclaration(
                reason: "projection \(projection) does not declare the table \(table.name) it uses"
            )
        }
        if let statement = tables[table.name]?[keyPath: path] { return statement }
        let statement = try connection.statement(sql(definition))
        tables[table.name]?[keyPath: path] = statement
        return statement
    }
}
