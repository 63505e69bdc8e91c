// An event as a line of JSON: CloudEvents 1.0, JSON format (cloudevents.io, spec v1.0.2).
//
// FORMAT. One object a line, these members in this order:
//
//     specversion      "1.0"
//     id, type         of the event
//     source           given by who exports
//     subject          the stream
//     time             recorded_at, RFC 3339 in UTC with microseconds; left out beyond the years 0000 to 9999
//     datacontenttype  "application/json", or "text/plain" if the payload is not a single JSON value on one line;
//                      left out with data
//     position, streamversion, schemaversion, recordedat, occurredat (left out if there is none)
//                      decimal numbers as strings: an Integer of CloudEvents has 32 bits
//     metadata         as stored, in a string
//     payloaddigest, hash
//                      64 hexadecimal digits
//     erasedby, erasurereason
//                      only if the payload was erased: the position of the event that tells of it, and why
//     data             the payload, byte for byte as stored if it is JSON, else in a string; left out if
//     erased
//
// INVARIANTS. Reading a line that was written gives the same event to the byte. Members may come in any
// order; unknown ones and time are passed over when reading, since recordedat says the same and more exactly.

/// Writes and reads events as lines of JSON.
package enum CloudEventLine {
    /// Why a line cannot be read.
    package struct Malformed: Error, CustomStringConvertible {
        package let description: String
    }

    /// The line of an event, with the line feed at its end.
    package static func write(_ event: SealedEvent, source: String) -> [UInt8] {
        let header = event.header
        var line = JSONObjectWriter()
        line.add("specversion", "1.0")
        line.add("id", header.id.rawValue)
        line.add("source", source)
        line.add("type", header.type.rawValue)
        line.add("subject", header.stream.rawValue)
        if let time = CivilTime(header.recordedAt) { line.add("time", time.description) }
        let payload = event.payload.map { Array($0.utf8) }
        let isJSON = payload.map(JSONScanner.isSingleValue) ?? false
        if payload != nil { line.add("datacontenttype", isJSON ? "application/json" : "text/plain") }
        line.add("position", header.position.description)
        line.add("streamversion", String(header.version))
        line.add("schemaversion", String(header.schemaVersion))
        line.add("recordedat", String(header.recordedAt.rawValue))
        if let occurredAt = header.occurredAt { line.add("occurredat", String(occurredAt.rawValue)) }
        line.add("metadata", header.metadata)
        line.add("payloaddigest", header.payloadDigest.description)
        line.add("hash", event.hash.description)
        if let erasure = event.erasure {
            line.add("erasedby", erasure.recordedBy.description)
            line.add("erasurereason", erasure.reason)
        }
        if let payload {
            if isJSON { line.add("data", json: payload) } else { line.add("data", event.payload ?? "") }
        }
        return line.finish()
    }

    /// The event of a line.
    package static func read(_ line: [UInt8]) throws(Malformed) -> SealedEvent {
        let members = try members(of: line)
        guard try members.text("specversion") == "1.0" else {
            throw Malformed(description: "it is not of CloudEvents 1.0")
        }
        let position = Position(rawValue: try members.number("position"))
        let header = EventHeader(
            position: position,
            stream: StreamName(rawValue: try members.text("subject")),
            version: try members.number("streamversion"),
            id: EventID(rawValue: try members.text("id")),
            type: EventType(rawValue: try members.text("type")),
            schemaVersion: Int(try members.number("schemaversion")),
            metadata: try members.text("metadata"),
            occurredAt: members.has("occurredat")
                ? Timestamp(rawValue: try members.number("occurredat")) : nil,
            recordedAt: Timestamp(rawValue: try members.number("recordedat")),
            payloadDigest: try members.hash("payloaddigest")
        )
        var erasure: ErasedPayload?
        if members.has("erasedby") {
            erasure = ErasedPayload(
                position: position,
                recordedBy: Position(rawValue: try members.number("erasedby")),
                reason: try members.text("erasurereason")
            )
        }
        guard members.has("data") != (erasure != nil) else {
            throw Malformed(description: "it has neither data nor an erasure, or both")
        }
        let payload = erasure == nil ? try members.payload() : nil
        return SealedEvent(header: header, hash: try members.hash("hash"), payload: payload, erasure: erasure)
    }

    private static func members(of line: [UInt8]) throws(Malformed) -> Members {
        let notJSON = Malformed(description: "it is not a JSON object")
        var scanner = JSONScanner(line)
        var values: [String: [UInt8]] = [:]
        scanner.skipBlanks()
        guard scanner.take("{") else { throw notJSON }
        repeat {
            scanner.skipBlanks()
            guard let name = scanner.string() else { throw notJSON }
            scanner.skipBlanks()
            guard scanner.take(":") else { throw notJSON }
            scanner.skipBlanks()
            guard let value = scanner.skipValue() else { throw notJSON }
            guard values.updateValue(Array(value), forKey: name) == nil else {
                throw Malformed(description: "it has two members named \(name)")
            }
            scanner.skipBlanks()
        } while scanner.take(",")
        guard scanner.take("}") else { throw notJSON }
        scanner.skipBlanks()
        guard scanner.isAtEnd else { throw notJSON }
        return Members(values: values)
    }

    /// The members of a line, each as its bytes.
    private struct Members {
        let values: [String: [UInt8]]

        func has(_ name: String) -> Bool { values[name] != nil }

        func text(_ name: String) throws(Malformed) -> String {
            guard let value = values[name] else { throw Malformed(description: "it has no \(name)") }
            var scanner = JSONScanner(value)
            guard let text = scanner.string() else {
                throw Malformed(description: "its \(name) is not a string")
            }
            return text
        }

        func number(_ name: String) throws(Malformed) -> Int64 {
            guard let number = Int64(try text(name)) else {
                throw Malformed(description: "its \(name) is not a number of 64 bits in a string")
            }
            return number
        }

        func hash(_ name: String) throws(Malformed) -> EventHash {
            guard let hash = EventHash(try text(name)) else {
                throw Malformed(description: "its \(name) is not 64 hexadecimal digits")
            }
            return hash
        }

        func payload() throws(Malformed) -> String {
            guard try text("datacontenttype") == "application/json" else { return try text("data") }
            guard let data = values["data"], let payload = String(validating: data, as: UTF8.self) else {
                throw Malformed(description: "its data is not UTF-8")
            }
            return payload
        }
    }
}
