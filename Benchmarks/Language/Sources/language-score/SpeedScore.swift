import Foundation
import NewsExtraction
import NewsLanguage
import NewsText

/// Words a second of each stage, of the document and of the events, one article after the other on one core; peak memory
/// of the process.
struct SpeedScore {
    let pipeline: LanguagePipeline
    let extractor: Extractor

    func run(_ files: [String]) throws {
        let articles = try files.map { path in
            // Bytes that are no UTF-8 become U+FFFD, so that mutated text can be read too.
            Article(
                text: String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self),
                published: day,
                publishedFrom: "--date"
            )
        }
        if let first = articles.first { _ = extractor.extract(first) }
        let clock = ContinuousClock()
        var times: [LanguagePipeline.Stage: Duration] = [:]
        var (words, bytes, whole, events) = (0, 0, Duration.zero, Duration.zero)
        for article in articles {
            let start = clock.now
            var last = start
            let document = pipeline.read(article) { stage in
                let now = clock.now
                times[stage, default: .zero] += now - last
                last = now
            }
            whole += clock.now - start
            events += clock.measure { _ = extractor.extract(from: document, of: article) }
            words += document.tokens.count
            bytes += article.text.utf8.count
        }
        print("\(articles.count) articles, \(bytes) bytes, \(words) words")
        for stage in LanguagePipeline.Stage.allCases {
            row(stage.rawValue, times[stage] ?? .zero, words, whole)
        }
        row("whole", whole, words, whole)
        row("events", events, words, whole + events)
        row("with events", whole + events, words, whole + events)
        let before = (times[.model] ?? .zero) + (times[.segmentation] ?? .zero)
        print("after the model            \(percent(1 - before / (whole + events))) % of it")
        print("\(label("peak memory"))\(Self.peakMegabytes) MB")
    }

    private static var peakMegabytes: Int {
        var usage = rusage()
        #if os(Linux)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return Int(usage.ru_maxrss) / 1024
        #else
            getrusage(RUSAGE_SELF, &usage)
            return Int(usage.ru_maxrss) / 1_048_576
        #endif
    }

    private func row(_ name: String, _ time: Duration, _ words: Int, _ whole: Duration) {
        let seconds = time / .seconds(1)
        print(
            "\(label(name))\(String(format: "%9.1f ms", seconds * 1000)) "
                + "\(percent(time / whole)) %  \(String(format: "%.0f", Double(words) / max(seconds, 1e-9))) words/s"
        )
    }
}
