import Foundation
import NewsEvents
import NewsExtraction
import NewsText

/// Extracts events from thousands of damaged articles: none may end the program, and none may take much longer than its
/// length allows.
///
/// Damage is drawn from a seed, so that a failing article can be made again; its number is printed before it is read
/// when the environment has `MUTATION_TRACE`.
struct MutationSweep {
    let extractor: Extractor

    /// Reads the articles and prints the times.
    ///
    /// - Parameter arguments: How many articles, then the files that they are made from.
    /// - Throws: What reading a file throws, or that arguments are missing.
    func run(_ arguments: [String]) throws {
        guard let count = arguments.first.flatMap({ Int($0) }), arguments.count > 1 else {
            throw CocoaError(
                .featureUnsupported,
                userInfo: [NSLocalizedDescriptionKey: "mutate COUNT FILE..."]
            )
        }
        let originals = try arguments.dropFirst().map { Array(try Data(contentsOf: URL(filePath: $0))) }
        let isTraced = ProcessInfo.processInfo.environment["MUTATION_TRACE"] != nil
        let clock = ContinuousClock()
        var (bytes, events, whole) = (0, 0, Duration.zero)
        var slowest = (number: 0, perKilobyte: Duration.zero)
        for number in 0..<count {
            if isTraced { print(number) }
            var damage = Damage(seed: UInt64(number))
            let text = String(
                decoding: damage.applied(to: originals[number % originals.count]),
                as: UTF8.self
            )
            var extraction: Extraction?
            let time = clock.measure {
                extraction = extractor.extract(Article(text: text, published: day, publishedFrom: "--date"))
            }
            events += extraction?.events.count ?? 0
            bytes += text.utf8.count
            whole += time
            // Short texts are all overhead.
            let perKilobyte = time * 1024 / Double(max(text.utf8.count, 2048))
            if perKilobyte > slowest.perKilobyte { slowest = (number, perKilobyte) }
        }
        print("\(count) damaged articles, \(bytes) bytes, \(events) events, \(Self.seconds(whole)) s")
        print(
            "mean \(Self.milliseconds(whole * 1024 / Double(max(bytes, 1)))) ms a kilobyte, "
                + "slowest \(Self.milliseconds(slowest.perKilobyte)) (article \(slowest.number))"
        )
    }

    private static func seconds(_ time: Duration) -> String { String(format: "%.1f", time / .seconds(1)) }
    private static func milliseconds(_ time: Duration) -> String {
        String(format: "%.1f", time / .milliseconds(1))
    }
}

/// What happens to text on its way: bytes flipped, lost, doubled and cut within a character; marks and scripts that no
/// rule expects.
private struct Damage {
    private static let insertions: [String] = [
        String(repeating: "\"", count: 400), "“", "”", "‘‘", "(((((((((((((((([[[[{{{", "))))", "\u{0}",
        "\u{feff}", "\r\n\r",
        "\u{a0}\u{ad}\u{200b}", "😀👩‍👩‍👧🇺🇸", "القدس עברית", "日本語の記事です。", "Москва сообщает, что",
        "e\u{301}\u{301}\u{301}",
        String(repeating: "x", count: 3000), String(repeating: "a ", count: 500), "\u{2028}\u{2029}\u{85}",
        "--—––…....",
        "http://a.b/c?d=“e”", " said ", " met ", ", who ", " according to ", "\n\n\n",
        "\u{202e}olleh\u{202c}",
    ]
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    mutating func applied(to original: [UInt8]) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...12, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, place + Int.random(in: 1...300, using: &random))
            switch Int.random(in: 0..<8, using: &random) {
            case 0: for _ in 0..<20 { flip(&bytes) }
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 3:
                bytes.insert(
                    contentsOf: Self.insertions.randomElement(using: &random).map { Array($0.utf8) } ?? [],
                    at: place
                )
            case 4: bytes.removeSubrange(place...)
            case 5: bytes = bytes.filter { $0 != UInt8(ascii: "\n") }
            case 6:
                for index in place..<end where bytes[index] == UInt8(ascii: " ") {
                    bytes[index] = UInt8(ascii: "\n")
                }
            default: bytes.replaceSubrange(place..<end, with: bytes[place..<end].reversed())
            }
        }
        return bytes
    }

    private mutating func flip(_ bytes: inout [UInt8]) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    }
}

/// A small seeded generator.
///
/// Source: Steele, Lea and Flood 2014, SplitMix.
private struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
