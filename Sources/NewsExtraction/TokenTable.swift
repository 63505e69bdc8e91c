/// What is known of some of a text's tokens, by the token; nothing of a token outside the text.
///
/// Rules ask for these at every word, so a lookup is an index into an array, no hash.
struct TokenTable<Value: Sendable>: Sendable {
    private var values: [Value?]

    init(count: Int) { values = [Value?](repeating: nil, count: count) }

    subscript(token: Int) -> Value? {
        get { values.indices.contains(token) ? values[token] : nil }
        set { values[token] = newValue }
    }
}
