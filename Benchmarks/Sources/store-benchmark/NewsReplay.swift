import CRival
import EventStore
import EventStoreSQLite
import NewsEvents
import NewsTimeline

/// Rebuilds of the projections of a news timeline, held against the C program that writes the same rows.
struct NewsReplay {
    let path: String

    /// Makes a store of so many events, an article a transaction, and its projections.
    init(path: String, events: Int) throws {
        self.path = path
        let log = try open()
        // Ordered by article, in steps that fit into memory; one sync an article is not what is measured here.
        for number in 0..<events / NewsSample.eventsPerArticle {
            let (stream, events) = try NewsSample.article(number)
            _ = try log.append(events, to: stream, expecting: .none)
        }
    }

    func open() throws -> SQLiteEventLog {
        try SQLiteEventLog.open(at: path, access: .create, upcasters: Upcasters(Upcaster.news)) {
            Timestamp(rawValue: Sample.now)
        }
    }

    /// Rebuilds all projections.
    func rebuild() throws { _ = try open().rebuild(NewsProjections.all) }

    /// Lets the C program write the same rows into tables of its own, and drops them.
    ///
    /// - Returns: The seconds it took, measured by `time`.
    func rival(_ time: (() throws -> Void) throws -> Double, compares: Bool) throws -> Double {
        let tables = NewsProjections.all.flatMap(\.tables)
        let log = try open()
        var schema = ""
        for table in tables {
            let sql = try log.rows(
                "SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY rootpage",
                [.text(table.name)]
            )
            for case .text(let text)? in sql.map(\.first) {
                schema +=
                    text.replacing("\"\(table.name)\"", with: "\"c_\(table.name)\"")
                    .replacing("\"\(table.name)__", with: "\"c_\(table.name)__") + ";\n"
            }
        }
        var rows: Int64 = 0
        let seconds = try time {
            let line = rival_news(path, schema, 4_000, &rows)
            guard line == 0 else { throw Failure("rival_news.c:\(line) failed") }
        }
        for table in tables where compares {
            let columns = table.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
            let difference = try log.rows(
                """
                SELECT count(*) FROM (SELECT * FROM (SELECT \(columns) FROM "\(table.name)" EXCEPT
                SELECT \(columns) FROM "c_\(table.name)") UNION ALL SELECT * FROM
                (SELECT \(columns) FROM "c_\(table.name)" EXCEPT SELECT \(columns) FROM "\(table.name)"))
                """,
                []
            )
            guard difference == [[.integer(0)]] else { throw Failure("the tables \(table.name) differ") }
        }
        let line = rival_execute(path, tables.map { "DROP TABLE \"c_\($0.name)\";" }.joined())
        guard line == 0 else { throw Failure("rival.c:\(line) failed") }
        return seconds
    }
}
