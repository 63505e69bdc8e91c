extension EventStoreError: CustomStringConvertible {
    /// What went wrong, where, and what to do about it.
    public var description: String {
        switch self {
        case .versionConflict(let stream, let expected, let actual):
            switch expected {
            case .any:
                "Stream \(stream) already holds part of these events, or all in another order; it is at version "
                    + "\(actual). Read it and append only what is missing."
            case .none:
                "Stream \(stream) was expected to be empty but is at version \(actual). Read it and append again."
            case .exists:
                "Stream \(stream) was expected to hold events but is at version \(actual). Check its name."
            case .exactly(let version):
                "Stream \(stream) is at version \(actual) while you held \(version). Read it and append again."
            }
        case .idConflict(let id, let stream):
            "Event id \(id) is taken by another event, in stream \(stream). Give the new event an id of its own."
        case .notAStore(let path):
            "\(path) is not an event store. It was left as it is; choose another file."
        case .newerStore(let path, let found, let readable):
            "\(path) has format \(found), but this program reads up to format \(readable). Update the program."
        case .readOnly(let path):
            "\(path) is read-only: it cannot be written. Check the rights of the file and its folder, and whether its "
                + "disk may be written."
        case .diskFull(let path):
            "The disk that holds \(path) is full. Nothing was written; free some space and try again."
        case .busy(let path):
            "Another process has kept \(path) locked. Nothing was written; try again when it is done."
        case .cannotOpen(let path, let reason):
            "Cannot open \(path): \(reason)."
        case .damaged(let path, let reason):
            "\(path) is damaged: \(reason). Keep the file and restore a backup."
        case .invalidUpcasters(let reason):
            "These upcasters cannot work together: \(reason)."
        case .upcastFailed(let type, let from, let position, let reason):
            "The \(type) at position \(position) cannot be read from schema version \(from): \(reason)."
        case .projectionFailed(let name, let position, let reason):
            "Projection \(name) failed at position \(position): \(reason). Its tables are as they were before."
        case .invalidDeclaration(let reason):
            "This cannot be carried out: \(reason)."
        case .database(let code, let message, let sql):
            "The database failed with code \(code): \(message)" + (sql.map { " in: \($0)" } ?? ".")
        }
    }
}
