import Foundation
import NewsLanguage
import NewsText

/// TempEval-3, task A: time expressions of TimeML articles, their type and their value.
///
/// Strict asks for the very span, relaxed for an overlap; type and value count expressions that overlap and agree in it, so
/// each is at most the relaxed figure (UzZaman et al. 2013). The text is read as plain text; the day of writing stands
/// for the day of publication, and its own TIMEX3 is not counted.
struct TempEvalScore {
    let pipeline: LanguagePipeline

    private struct Figures {
        var strict = Score(), relaxed = Score(), type = Score(), value = Score()
    }

    /// Scores every `.tml` file below the folders.
    func run(_ folders: [String]) throws {
        let isListing = folders.contains("--errors")
        var (all, dates, calendar) = (Figures(), Figures(), Figures())
        var articles = 0
        for path in folders.filter({ $0 != "--errors" }).flatMap(Self.files) {
            guard let file = TimeMLFile(try String(contentsOfFile: path, encoding: .utf8)) else {
                print("\(path): no text or no day of writing")
                continue
            }
            articles += 1
            let article = Article(text: file.text, published: file.written, publishedFrom: "DCT")
            let document = pipeline.read(article)
            let found = document.dates.map { Timex($0, in: document) }
            if isListing { list(found, file, path) }
            count(found, file.times, into: &all)
            let foundDates = found.filter { $0.type == "DATE" }
            count(foundDates, file.times.filter { $0.type == "DATE" }, into: &dates)
            // Vague expressions count neither way here.
            let vague = file.times.filter { !$0.isCalendarDate && $0.type == "DATE" }
            count(
                foundDates.filter { date in !vague.contains { $0.range.overlaps(date.range) } },
                file.times.filter(\.isCalendarDate),
                into: &calendar
            )
        }
        print("\(articles) articles")
        for (name, figures) in [
            ("all TIMEX3", all), ("DATE", dates), ("DATE, in the calendar", calendar),
        ] {
            print("\(label(name + ", strict"))\(figures.strict.row)")
            print("\(label("  relaxed"))\(figures.relaxed.row)")
            print("\(label("  type"))\(figures.type.row)")
            print("\(label("  value"))\(figures.value.row)")
        }
    }

    private static func files(below folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".tml") && !($0.split(separator: "/").last ?? "").hasPrefix(".") }
            .sorted().map { "\(folder)/\($0)" }
    }

    private func count(_ found: [Timex], _ wanted: [Timex], into figures: inout Figures) {
        let strict = found.filter { own in wanted.contains { $0.range == own.range } }.count
        let pairs = Self.pairs(found, wanted)
        func add(_ score: inout Score, _ right: Int) { score.add(right, found.count, wanted.count) }
        add(&figures.strict, strict)
        add(&figures.relaxed, pairs.count)
        add(&figures.type, pairs.count { $0.own.type == $0.gold.type })
        add(&figures.value, pairs.count { $0.own.value == $0.gold.value })
    }

    /// Overlapping expressions, one to one, in text order; equal spans first.
    private static func pairs(_ found: [Timex], _ wanted: [Timex]) -> [(own: Timex, gold: Timex)] {
        var left = wanted
        var pairs: [(own: Timex, gold: Timex)] = []
        for own in found {
            let index =
                left.firstIndex { $0.range == own.range } ?? left.firstIndex { $0.range.overlaps(own.range) }
            if let index { pairs.append((own, left.remove(at: index))) }
        }
        return pairs
    }

    private func list(_ found: [Timex], _ file: TimeMLFile, _ path: String) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let pairs = Self.pairs(found, file.times)
        for gold in file.times where !pairs.contains(where: { $0.gold == gold }) {
            print("\(name)\tmissed\t\(gold.type)\t\(gold.value)\t\(gold.words)")
        }
        for own in found where !pairs.contains(where: { $0.own == own }) {
            print("\(name)\tspurious\t\(own.type)\t\(own.value)\t\(own.words)")
        }
        for (own, gold) in pairs {
            let span = own.range == gold.range ? "" : "span"
            let type = own.type == gold.type ? "" : "type"
            let value = own.value == gold.value ? "" : "value"
            guard span + type + value != "" else { continue }
            let kinds = [span, type, value].filter { !$0.isEmpty }.joined(separator: "+")
            print(
                "\(name)\t\(kinds)\t\(gold.type) \(gold.value) '\(gold.words)'\t\(own.type) \(own.value) '\(own.words)'"
            )
        }
    }
}
