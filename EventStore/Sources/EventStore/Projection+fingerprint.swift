extension Projection {
    /// A digest of all that decides which rows this projection makes, as far as it can be known.
    ///
    /// It covers the name, the version, the tables, the types read, and which upcasters those types have.
    /// Tables built under another fingerprint are stale. The code of `apply` is not covered: raise `version`
    /// when it changes.
    public func fingerprint(with upcasters: Upcasters) -> EventHash {
        var bytes = CanonicalBytes(tag: "project1")
        bytes.append(name)
        bytes.append(Int64(version))
        bytes.append(Int64(tables.count))
        for table in tables {
            bytes.append(table.name)
            bytes.append(Int64(table.columns.count))
            for column in table.columns {
                bytes.append(column.name)
                bytes.append(column.type.rawValue)
                bytes.append(byte: column.isOptional ? 1 : 0)
            }
            for names in [table.primaryKey] + table.indexes {
                bytes.append(Int64(names.count))
                for name in names { bytes.append(name) }
            }
            bytes.append(Int64(-1))
        }
        bytes.append(Int64(types.count))
        let sorted = types.map(\.rawValue).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for type in sorted { bytes.append(type) }
        bytes.append(digest: upcasters.fingerprint(of: types))
        return EventHash(digesting: bytes.bytes)
    }
}
