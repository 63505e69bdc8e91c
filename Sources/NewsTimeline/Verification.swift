public import EventStore

/// All that a verification of a store looked at and what it found.
public struct Verification: Sendable {
    /// The hash chain and the tables of the log.
    public let chain: ChainReport
    /// The words events attribute to articles; nil when the log is too damaged to read.
    public let texts: TextAudit.Report?
    /// The projections against a fresh replay; nil when the log is too damaged to replay.
    public let projections: [ProjectionComparison]?
    /// Why texts or projections could not be looked at.
    public let obstacles: [Finding]

    /// Something that does not agree.
    public struct Finding: Hashable, Sendable {
        /// What was checked.
        public let check: Check
        /// Where in the log, if it is about one place.
        public let position: Position?
        /// What does not agree.
        public let reason: String

        /// Makes a finding.
        public init(check: Check, position: Position?, reason: String) {
            (self.check, self.position, self.reason) = (check, position, reason)
        }
    }

    /// What is checked.
    public enum Check: String, Sendable {
        /// The hash chain; the words of articles; the projections.
        case chain, texts, projections
    }

    /// Puts the parts together.
    public init(
        chain: ChainReport,
        texts: TextAudit.Report?,
        projections: [ProjectionComparison]?,
        obstacles: [Finding]
    ) {
        (self.chain, self.texts, self.projections, self.obstacles) = (chain, texts, projections, obstacles)
    }

    /// Number of things that do not agree.
    public var count: Int {
        chain.failures.count + Int(chain.furtherFailures) + (texts?.findings.count ?? 0)
            + (texts?.furtherFindings ?? 0) + (projections?.count { !$0.isEqual } ?? 0) + obstacles.count
    }
}
