/// A set of relations: one bit each, so that asking it costs no more than a comparison.
public struct RelationSet: ExpressibleByArrayLiteral, Sendable {
    @usableFromInline let bits: UInt64

    /// Makes a set of relations.
    @inlinable public init(arrayLiteral relations: Relation...) {
        bits = relations.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
    }

    /// Whether a relation is in the set.
    @inlinable public func contains(_ relation: Relation) -> Bool {
        bits & 1 << UInt64(relation.rawValue) != 0
    }
}
