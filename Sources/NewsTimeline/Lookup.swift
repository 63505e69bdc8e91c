/// What a name given by a user stands for.
public enum Lookup<Found: Sendable>: Sendable {
    /// Exactly one, or one named by its very id; `also` are others that share the name.
    case found(Found, also: [Found])
    /// Several that the name fits equally, best known first.
    case ambiguous([Found])
    /// None; `closest` are the nearest spellings, best first, at most three.
    case none(closest: [Found])
}
