import CRival
import EventStore
import Foundation

/// Events like those of a news timeline: some 400 bytes of JSON with a speaker, a day, a quotation and its evidence.
enum Sample {
    static let now: Int64 = 1_761_350_400_000_000

    private static let actors = [
        "marco-rubio", "benjamin-netanyahu", "donald-trump", "emir-of-qatar", "jd-vance", "antonio-guterres",
        "ursula-von-der-leyen", "recep-tayyip-erdogan", "abdel-fattah-el-sisi", "keir-starmer",
    ]
    private static let types = ["StatementMade", "MeetingHeld", "VisitMade", "PositionTaken"]

    static func events(_ range: Range<Int>) -> [NewEvent] {
        range.map { number in
            NewEvent(
                // Ordered, as ids that derive from the article and the ordinal are.
                id: EventID(rawValue: String(format: "0199f2a4-%08x-7000-8000-%012x", number >> 4, number)),
                type: EventType(rawValue: types[number % 4]),
                schemaVersion: 1,
                payload: payload(number)
            )
        }
    }

    private static func payload(_ number: Int) -> String {
        let day = String(format: "2025-%02d-%02d", number / 28 % 12 + 1, number % 28 + 1)
        return """
            {"article":"a\(number / 15)","speaker":"\(actors[number % 10])","day":"\(day)",\
            "about":"\(actors[(number / 10 + number + 1) % 10 == number % 10 ? (number + 1) % 10 : (number / 10 + number + 1) % 10])",\
            "cue":{"start":\(number % 3000),"end":\(number % 3000 + 4)},"evidence":{"start":397,"end":581},\
            "content":[{"start":436,"end":580}],"directness":"indirect","confidence":0.92,"topics":["gaza","ceasefire"],\
            "quote":"We will not rest until every hostage is home, and the work of the next days will show number \(number)."}
            """
    }

    /// The same events as C sees them.
    static func withC<Result>(
        _ events: [NewEvent],
        _ body: (UnsafePointer<rival_event>) throws -> Result
    ) throws -> Result {
        var list: [rival_event] = []
        for event in events {
            list.append(
                rival_event(
                    id: strdup(event.id.rawValue),
                    type: strdup(event.type.rawValue),
                    payload: strdup(event.payload),
                    payload_length: Int32(event.payload.utf8.count)
                )
            )
        }
        defer {
            for event in list {
                free(UnsafeMutablePointer(mutating: event.id))
                free(UnsafeMutablePointer(mutating: event.type))
                free(UnsafeMutablePointer(mutating: event.payload))
            }
        }
        return try list.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { throw Failure("no events") }
            return try body(start)
        }
    }
}
