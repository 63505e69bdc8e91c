import EventStore

/// Where a table of a projection lies.
enum TablePlace: Sendable {
    /// Under its own name, where readers look.
    case live
    /// In the store, under the name it has while it is built beside the live one.
    case rebuild
    /// In a temporary database that goes with the connection.
    case aside

    /// The name in its database.
    func name(of table: String) -> String { self == .rebuild ? table + "__rebuild" : table }

    /// The name as SQL, with its database.
    func qualifiedName(of table: String) -> String {
        (self == .aside ? "aside." : "main.") + quoted(name(of: table))
    }
}

/// The SQL of one table of a projection.
struct TableDefinition: Sendable {
    let table: Table
    let place: TablePlace

    private var name: String { place.qualifiedName(of: table.name) }

    /// The statements that make the table and its indexes.
    ///
    /// - Parameter generation: Counts how often the projection was built. Part of the indexes' names, because
    ///   an index keeps its name when its table is renamed.
    /// - Returns: The statements, in order.
    func creation(generation: Int64) -> [String] {
        let columns = table.columns.map { column in
            "\(quoted(column.name)) \(column.type.rawValue.uppercased())\(column.isOptional ? "" : " NOT NULL")"
        }
        let key = "PRIMARY KEY (\(list(table.primaryKey)))"
        let options = isClustered ? "STRICT, WITHOUT ROWID" : "STRICT"
        var statements = [
            "CREATE TABLE \(name) (\((columns + [key]).joined(separator: ", "))) \(options)"
        ]
        // What lies aside is read through once, in the order of its key.
        guard place != .aside else { return statements }
        for (index, columns) in table.indexes.enumerated() {
            let indexName = quoted("\(table.name)__index\(index)_\(generation)")
            let target = quoted(place.name(of: table.name))
            statements.append("CREATE INDEX \(indexName) ON \(target) (\(list(columns)))")
        }
        return statements
    }

    /// The place of the column that is the row id: for it, and for it alone, SQLite takes NULL to mean "the
    /// next number".
    var rowIDColumn: Int? {
        guard table.primaryKey.count == 1 else { return nil }
        return table.columns.firstIndex { $0.name == table.primaryKey[0] && $0.type == .integer }
    }

    /// Whether rows lie in the key's own tree.
    ///
    /// It saves a tree and a look-up, but its cells hold little before they spill: for rows with text outside
    /// the key a table with a row id is better, and a single integer key is the row id.
    private var isClustered: Bool {
        rowIDColumn == nil
            && !table.columns.contains { $0.type == .text && !table.primaryKey.contains($0.name) }
    }

    /// Adds a row; all columns in order.
    var insertion: String {
        let marks = Array(repeating: "?", count: table.columns.count).joined(separator: ", ")
        return "INSERT INTO \(name) (\(list(table.columns.map(\.name)))) VALUES (\(marks))"
    }

    /// Adds a row or replaces the one with its key.
    var replacement: String {
        let others = table.columns.map(\.name).filter { !table.primaryKey.contains($0) }
        let changes = others.map { "\(quoted($0)) = excluded.\(quoted($0))" }.joined(separator: ", ")
        let action = others.isEmpty ? "DO NOTHING" : "DO UPDATE SET \(changes)"
        return "\(insertion) ON CONFLICT (\(list(table.primaryKey))) \(action)"
    }

    /// Removes the row with a key.
    var removal: String { "DELETE FROM \(name) WHERE \(keyMatch)" }

    /// All rows in the order of the key, whose texts compare by their bytes.
    var rowsByKey: String {
        "SELECT \(list(table.columns.map(\.name))) FROM \(name) ORDER BY \(list(table.primaryKey))"
    }

    /// Finds the row with a key.
    var lookup: String {
        "SELECT \(list(table.columns.map(\.name))) FROM \(name) WHERE \(keyMatch)"
    }

    private var keyMatch: String {
        table.primaryKey.map { "\(quoted($0)) = ?" }.joined(separator: " AND ")
    }

    private func list(_ names: [String]) -> String { names.map(quoted).joined(separator: ", ") }
}

extension Table {
    /// Places of the key's columns among all columns.
    var keyIndexes: [Int] {
        primaryKey.compactMap { name in columns.firstIndex { $0.name == name } }
    }
}

/// A checked name as SQL; quoted because "order" and "group" are good names of columns.
func quoted(_ name: String) -> String { "\"\(name)\"" }
