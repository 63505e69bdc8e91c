public import EventStore

extension Upcaster {
    /// StatementMade 1 → 2: one speaker became a list, so that joint statements have a place.
    ///
    /// Version 1 had `"speaker": "marco-rubio"` or null; version 2 has `"speakers": ["marco-rubio"]` or an empty list.
    public static let statementSpeakers = Upcaster(type: .statementMade, from: 1) { payload in
        try JSONObject.edit(payload) { object in
            let speaker = object.removeValue(forKey: "speaker") ?? .null
            object["speakers"] = .array(speaker == .null ? [] : [speaker])
        }
    }
}
