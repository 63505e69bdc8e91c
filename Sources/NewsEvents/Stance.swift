/// Which way an actor stands on something.
public enum Stance: String, Sendable, Encodable, CaseIterable {
    /// Back or praise; reject or refuse; ask or insist; promise or agree; criticise or accuse; warn of one's own act; say it is not so.
    case support, oppose, demand, pledge, condemn, threaten, deny

    /// The PLOVER event code (Open Event Data Alliance, 2021); nil for `deny`, which has none.
    public var plover: String? {
        switch self {
        case .support: "SUPPORT"
        case .oppose: "REJECT"
        case .demand: "REQUEST"
        case .pledge: "AGREE"
        case .condemn: "ACCUSE"
        case .threaten: "THREATEN"
        case .deny: nil
        }
    }
}
