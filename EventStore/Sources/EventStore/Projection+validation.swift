extension Table {
    /// Checks that the table can be made.
    ///
    /// - Throws: `invalidDeclaration` for a bad name, a column named twice, a key or index over a column that
    ///   is not there, no key, or a key column that may hold no value.
    package func validate() throws(EventStoreError) {
        try requireName(name, of: "table")
        guard !Table.reserved.contains(name), !name.utf8.starts(with: "sqlite_".utf8) else {
            throw .invalidDeclaration(reason: "the table name \(name) is the store's own; choose another")
        }
        var seen: [String: Column] = [:]
        for column in columns {
            try requireName(column.name, of: "column of table \(name)")
            guard seen.updateValue(column, forKey: column.name) == nil else {
                throw .invalidDeclaration(reason: "table \(name) has two columns named \(column.name)")
            }
        }
        guard !primaryKey.isEmpty else {
            throw .invalidDeclaration(
                reason: "table \(name) has no primary key; name the columns that identify a row"
            )
        }
        for list in [primaryKey] + indexes {
            guard !list.isEmpty, Set(list).count == list.count else {
                throw .invalidDeclaration(
                    reason: "table \(name) has an index with no column or one column twice"
                )
            }
            for column in list where seen[column] == nil {
                throw .invalidDeclaration(reason: "table \(name) has no column \(column) to index")
            }
        }
        for column in primaryKey where seen[column]?.isOptional == true {
            throw .invalidDeclaration(
                reason: "column \(column) is in the key of table \(name) and cannot be optional"
            )
        }
    }

    private static let reserved: Set<String> = [
        "events", "payloads", "erasures", "head", "projections", "projection_tables", "rebuilds",
    ]
}

/// Checks projections that are to live in one store.
///
/// - Throws: `invalidDeclaration` for a bad name and for two projections or tables of one name.
package func validate(_ projections: [any Projection]) throws(EventStoreError) {
    var names: Set<String> = []
    var owners: [String: String] = [:]
    for projection in projections {
        try requireName(projection.name, of: "projection")
        guard names.insert(projection.name).inserted else {
            throw .invalidDeclaration(reason: "two projections are named \(projection.name)")
        }
        for table in projection.tables {
            try table.validate()
            guard let owner = owners.updateValue(projection.name, forKey: table.name) else { continue }
            throw .invalidDeclaration(
                reason: "projections \(owner) and \(projection.name) both declare the table \(table.name)"
            )
        }
    }
}

/// Checks that a name is lower case letters, digits and single underscores between them, a letter first, at
/// most 48.
///
/// Two underscores in a row are the store's own mark for tables under construction.
private func requireName(_ name: String, of what: String) throws(EventStoreError) {
    var previous = UInt8(ascii: "_")
    var isGood = name.utf8.count <= 48
    for (index, byte) in name.utf8.enumerated() {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): break
        case UInt8(ascii: "0")...UInt8(ascii: "9"): isGood = isGood && index > 0
        case UInt8(ascii: "_"): isGood = isGood && previous != byte
        default: isGood = false
        }
        previous = byte
    }
    guard isGood, previous != UInt8(ascii: "_") else {
        throw .invalidDeclaration(
            reason:
                "\"\(name)\" cannot name a \(what): use lower case letters, digits and single underscores "
                + "between them, a letter first, at most 48"
        )
    }
}
