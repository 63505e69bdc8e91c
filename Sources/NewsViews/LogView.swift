public import EventStore

/// Raw events of the log, as text or as one JSON object a line.
public enum LogView {
    /// Position, moment, type, stream and version; below it the payload as stored and read through the upcasters.
    public static func text(_ event: RecordedEvent, palette: Palette) -> String {
        oneline(event, palette: palette)
            + "    id \(event.id)\n    metadata \(event.metadata)\n    "
            + (event.isErased ? palette.paint("erased", .faint) : event.payload) + "\n"
    }

    /// Position, moment, type, stream and version on one line; whether it was erased.
    public static func oneline(_ event: RecordedEvent, palette: Palette) -> String {
        let position =
            String(repeating: " ", count: max(0, 6 - event.position.description.count)) + "\(event.position)"
        let padding = String(repeating: " ", count: max(1, 18 - event.type.rawValue.count))
        return palette.paint(position, .identity)
            + "  \(event.recordedAt.iso8601)  \(event.type)\(padding)\(event.stream) @\(event.version)"
            + (event.isErased ? palette.paint("  erased", .faint) : "") + "\n"
    }

    /// Every column of the log; `payload` and `metadata` are JSON inside, `payload` null once erased.
    public static func jsonLine(_ event: RecordedEvent) -> String {
        JSON.object([
            "seq": .integer(Int(event.position.rawValue)),
            "id": .string(event.id.rawValue),
            "stream": .string(event.stream.rawValue),
            "version": .integer(Int(event.version)),
            "type": .string(event.type.rawValue),
            "schema_version": .integer(event.schemaVersion),
            "occurred": .string(event.occurredAt?.iso8601),
            "recorded": .string(event.recordedAt.iso8601),
            "erased": .bool(event.isErased),
            "metadata": .verbatim(event.metadata),
            "payload": event.isErased ? .null : .verbatim(event.payload),
        ]).compact + "\n"
    }
}
