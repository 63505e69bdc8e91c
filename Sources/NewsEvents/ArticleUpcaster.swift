public import EventStore

extension Upcaster {
    /// ArticleRecorded 1 → 2: what the text was read from moved here from the metadata, so that an erasure takes it.
    ///
    /// The metadata of version 1 is sealed and stays where it is.
    public static let articleInput = Upcaster(type: .articleRecorded, from: 1) { payload in
        try JSONObject.edit(payload) { object in object["input"] = .null }
    }
}
