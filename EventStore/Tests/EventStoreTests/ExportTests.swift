import EventStore
import Foundation
import Testing

@testable import EventStoreSQLite

@Suite("Exports and imports")
struct ExportTests {
    let folder: TemporaryFolder
    let log: SQLiteEventLog

    init() throws {
        folder = try TemporaryFolder()
        log = try folder.log(at: 1_761_350_400_123_456)
        let payloads = [
            "", "{}", " {}", "{} ", "null", "-1.5e+7", #"{"a":[1,{"b":"\u00e9\ud83d\ude00"}]}"#, "not json",
            "{\n}", "\u{0}\u{1F}\u{7F}", #""\q""#, "[1,]", "01", "👩‍👩‍👧‍👦 e\u{301} \u{E9}", #"{"a":1,"a":2}"#,
            String(repeating: "[", count: 5000),
        ]
        for (index, payload) in payloads.enumerated() {
            let event = NewEvent(
                id: EventID(rawValue: "id \"\(index)\"\n\u{1}"),
                type: EventType(rawValue: "Type \(index % 3)\\"),
                schemaVersion: index + 1,
                payload: payload,
                metadata: payload,
                occurredAt: ([nil, 0, .min, .max] as [Int64?])[index % 4].map(Timestamp.init(rawValue:))
            )
            _ = try log.append([event], to: index % 2 == 0 ? .a : .b, expecting: .any)
        }
        _ = try log.append(NewEvent.deposits(1...1200), to: StreamName(rawValue: "c/\u{0}"), expecting: .none)
    }

    private func lines() throws -> (lines: [[UInt8]], head: Head) {
        var bytes: [UInt8] = []
        let head = try log.export { bytes += $0 }
        return (bytes.split(separator: UInt8(ascii: "\n")).map(Array.init), head)
    }

    private func take(_ lines: [[UInt8]], expecting head: Head? = nil) throws -> Head {
        var rest = lines[...]
        return try SQLiteEventLog.importLog(at: folder.file("copy.db"), expecting: head) { rest.popFirst() }
    }

    @Test("give the same log, hash for hash and byte for byte")
    func roundTrip() throws {
        let (lines, head) = try lines()
        #expect(lines.count == 1216)
        #expect(try take(lines, expecting: head) == head)
        #expect(try folder.contents().filter { $0.hasPrefix("copy") } == ["copy.db"])
        let copy = try folder.log("copy.db", access: .readOnly)
        #expect(try copy.everything() == log.everything())
        #expect(try copy.verify(against: log.head()).isIntact)
        for (event, other) in zip(try copy.everything(), try log.everything()) {
            #expect(Array(event.payload.utf8) == Array(other.payload.utf8))
        }
    }

    @Test("are CloudEvents 1.0 that any JSON reader understands")
    func cloudEvents() throws {
        let (lines, _) = try lines()
        let names = /[a-z0-9]{1,20}/
        for line in lines {
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
            )
            #expect(object["specversion"] as? String == "1.0")
            for required in ["id", "source", "type"] {
                #expect((object[required] as? String)?.isEmpty == false)
            }
            #expect(object.keys.allSatisfy { $0.wholeMatch(of: names) != nil })
            #expect(object["time"] as? String == "2025-10-25T00:00:00.123456Z")
        }
        let second = try #require(try JSONSerialization.jsonObject(with: Data(lines[6])) as? [String: Any])
        #expect(second["datacontenttype"] as? String == "application/json")
        #expect(second["data"] is [String: Any])
    }

    @Test("carry what was erased as erased")
    func erased() throws {
        let note = NewEvent.noted("why", "{}")
        _ = try log.erase(stream: .a, reason: "asked \"for\"", recording: note, projections: [])
        let (lines, head) = try lines()
        #expect(try take(lines) == head)
        let report = try folder.log("copy.db").verify()
        #expect(report.isIntact)
        #expect(report.erasures == (try log.verify().erasures))
        #expect(report.erasures.count == 8)
    }

    /// What may happen to an export on its way.
    struct Fault: CustomStringConvertible, Sendable {
        let description: String
        let reason: String
        let change: @Sendable (inout [[UInt8]]) -> Void

        static let all = [
            Fault(description: "a line missing", reason: "a line is missing") { $0.remove(at: 9) },
            Fault(description: "a line doubled", reason: "a line is missing") { $0.insert($0[9], at: 9) },
            Fault(description: "lines out of order", reason: "a line is missing") { $0.swapAt(20, 21) },
            Fault(description: "another payload", reason: "digest") {
                $0[40] = replacing("number\":", "number\": ", in: $0[40])
            },
            Fault(description: "another type", reason: "hash") {
                $0[40] = replacing("Deposited", "Withdrawn", in: $0[40])
            },
            Fault(description: "another version", reason: "version") {
                $0[40] = replacing("streamversion\":\"", "streamversion\":\"9", in: $0[40])
            },
            Fault(description: "another hash", reason: "hash") {
                $0[40] = replacing("\"hash\":\"", "\"hash\":\"ffff", in: $0[40])
            },
            Fault(description: "half a line", reason: "not a JSON object") { $0[40].removeLast(20) },
            Fault(description: "no JSON", reason: "not a JSON object") { $0[40] = Array("hello".utf8) },
            Fault(description: "a member twice", reason: "two members") {
                $0[40] = replacing("{\"spec", "{\"id\":\"x\",\"spec", in: $0[40])
            },
            Fault(description: "no data", reason: "neither data") {
                $0[40] = replacing("\"data\"", "\"other\"", in: $0[40])
            },
        ]

        private static func replacing(_ old: String, _ new: String, in line: [UInt8]) -> [UInt8] {
            Array(String(decoding: line, as: UTF8.self).replacingOccurrences(of: old, with: new).utf8)
        }
    }

    @Test("with a fault are refused, and the line is named", arguments: Fault.all)
    func refused(_ fault: Fault) throws {
        var (lines, _) = try lines()
        fault.change(&lines)
        #expect {
            try take(lines)
        } throws: { error in
            guard case EventStoreError.damaged(_, let reason) = error else { return false }
            return reason.contains("line ") && reason.contains(fault.reason)
        }
        #expect(try folder.contents().allSatisfy { !$0.hasPrefix("copy") })
    }

    @Test("cut short show against the head that was kept, and not without")
    func cutShort() throws {
        let (lines, head) = try lines()
        let short = Array(lines.dropLast(3))
        #expect(throws: EventStoreError.self) { try take(short, expecting: head) }
        #expect(try folder.contents().allSatisfy { !$0.hasPrefix("copy") })
        #expect(try take(short).position.rawValue == head.position.rawValue - 3)
    }

    @Test("of an empty log are no lines and give an empty log")
    func empty() throws {
        let empty = try folder.log("empty.db")
        #expect(try empty.export { _ in Issue.record("there is nothing to write") } == (try empty.head()))
        #expect(try take([]) == (try empty.head()))
    }
}
