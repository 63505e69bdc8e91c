/// An event as stored, with the hash that seals it: what an export carries.
package struct SealedEvent: Hashable, Sendable {
    package let header: EventHeader
    package let hash: EventHash
    /// The payload as stored; nil if it was erased.
    package let payload: String?
    /// What is known of the erasure; nil unless the payload was erased.
    package let erasure: ErasedPayload?

    package init(header: EventHeader, hash: EventHash, payload: String?, erasure: ErasedPayload?) {
        self.header = header
        self.hash = hash
        self.payload = payload
        self.erasure = erasure
    }
}
