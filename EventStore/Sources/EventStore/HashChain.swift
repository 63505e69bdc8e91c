// The hash chain, format 1.
//
// FORMAT. hash(n) is SHA-256 over these bytes, one after the other, nothing between them:
//
//     8   the ASCII bytes "evchain1"
//    32   hash(n - 1); 32 zero bytes for n = 1
//     8   position
//     8   version
//     8   schema_version
//     8   recorded_at
//     1   0 if occurred_at is NULL, else 1
//     8   occurred_at, only if the byte before is 1
//     8   count of the bytes of stream,   then these bytes
//     8   count of the bytes of event_id, then these bytes
//     8   count of the bytes of type,     then these bytes
//     8   count of the bytes of metadata, then these bytes
//    32   payload_digest: SHA-256 of the payload's bytes
//
// Integers are 64 bits, two's complement, most significant byte first. Texts are UTF-8 as stored: no
// normalisation, no terminator. Times are microseconds since 1970-01-01T00:00:00Z.
//
// INVARIANTS. Every text carries its length, so no two headers give the same bytes. The payload enters as its
// digest alone: a payload can be erased and every hash still verifies. Everything else is sealed in full, so
// what may have to be erased one day belongs in the payload, never in the metadata, the stream's name or the
// id.
//
// LIMITS. A chain shows that something before its head was changed, added or taken away. It does not show
// that its tail was cut off, nor that the whole was written anew: for that, keep a head (position and hash)
// elsewhere.
//
// SOURCE. Haber and Stornetta, "How to time-stamp a digital document", J. Cryptology 3 (1991), section 5.1
// (linking).

/// The rule that makes each event's hash from its header and the hash before it.
public enum HashChain {
    /// What stands before the first event: 32 zero bytes.
    public static let start = EventHash.zero

    /// The digest of a payload's UTF-8 bytes.
    public static func digest(ofPayload payload: String) -> EventHash {
        EventHash(digesting: payload)
    }

    /// The hash of an event, given the hash of the event before it.
    ///
    /// - Complexity: O(bytes of the header's texts).
    public static func hash(of header: EventHeader, after previous: EventHash) -> EventHash {
        var bytes = CanonicalBytes(tag: "evchain1")
        bytes.append(digest: previous)
        bytes.append(header.position.rawValue)
        bytes.append(header.version)
        bytes.append(Int64(header.schemaVersion))
        bytes.append(header.recordedAt.rawValue)
        if let occurredAt = header.occurredAt {
            bytes.append(byte: 1)
            bytes.append(occurredAt.rawValue)
        } else {
            bytes.append(byte: 0)
        }
        bytes.append(header.stream.rawValue)
        bytes.append(header.id.rawValue)
        bytes.append(header.type.rawValue)
        bytes.append(header.metadata)
        bytes.append(digest: header.payloadDigest)
        return EventHash(digesting: bytes.bytes)
    }
}
