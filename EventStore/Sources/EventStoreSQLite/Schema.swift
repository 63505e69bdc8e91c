// The file, format 2. docs/store.md describes it for those who read it with other programs.
//
// INVARIANTS, refused by the database itself, whoever writes:
//   - events are never changed or removed; a new one has the next position and the next version of its stream
//   - payloads are never removed, and changed in one way only: to NULL, once `erasures` says which event
//     tells of it
//   - erasures are never changed or removed
//   - the head only moves forwards
// Triggers guard against accidents and honest programs. Against a forger there is only the hash chain, with a
// head kept elsewhere.
//
// ERASURE. Payloads lie in a table of their own so that one can be erased by law while the chain verifies (it
// seals the payload's digest). NULL in data means "erased", a missing row means "damaged".
//
// FORMATS. 1 had no `erasures`, a `payloads_unchanged` and a `payloads_once` without a door, and a `rebuilds`
// that could not be taken up again. It is read as it is, and becomes format 2 in one transaction when it is
// opened to write.

import EventStore

/// The tables and pragmas of a store's file.
enum Schema {
    /// "EVST": tells our files from other SQLite databases.
    static let applicationID: Int64 = 0x4556_5354

    /// The format this program writes, and the newest it reads.
    static let version: Int64 = 2

    /// Makes the tables in an empty file; within a transaction.
    static func create(in connection: Connection) throws(EventStoreError) {
        for statement in tables + triggers { try connection.execute(statement) }
        try connection.execute("PRAGMA application_id = \(applicationID)")
        try connection.execute("PRAGMA user_version = \(version)")
    }

    /// Brings a file of an older format to this one; within a transaction.
    ///
    /// The events are left as they are. Tables that a rebuild under the old format left unfinished are
    /// dropped.
    static func upgrade(_ connection: Connection) throws(EventStoreError) {
        for statement in [rebuilds, erasures] + erasureTriggers + payloadTriggers {
            guard let object = SchemaObject(creation: statement) else { continue }
            if object.name == "rebuilds" { try connection.dropUnfinishedTables() }
            try connection.execute("DROP \(object.kind) IF EXISTS \(object.name)")
            try connection.execute(statement)
        }
        try connection.execute("PRAGMA user_version = \(version)")
    }

    /// The tables and triggers of the log and its bookkeeping, as a file of this format declares them.
    static var objects: [SchemaObject] { (tables + triggers).compactMap(SchemaObject.init(creation:)) }

    /// What a connection that writes needs, each time it is opened.
    ///
    /// In WAL mode `synchronous = FULL` syncs the log before a commit returns. `fullfsync` makes the sync
    /// reach the disk on systems where `fsync` stops at the disk's cache; elsewhere it does nothing.
    static let writerPragmas = [
        "PRAGMA synchronous = FULL",
        "PRAGMA fullfsync = ON",
        "PRAGMA checkpoint_fullfsync = ON",
        "PRAGMA foreign_keys = ON",
        // 16 MB: the inner pages of the indexes of a million events.
        "PRAGMA cache_size = -16000",
        "PRAGMA trusted_schema = OFF",
        // After a rebuild has made the write-ahead log long, give the space back.
        "PRAGMA journal_size_limit = 67108864",
    ]

    /// What a connection that only reads needs.
    static let readerPragmas = ["PRAGMA query_only = ON", "PRAGMA trusted_schema = OFF"]

    private static let tables = [
        """
        CREATE TABLE events (
            position INTEGER PRIMARY KEY,
            stream TEXT NOT NULL,
            version INTEGER NOT NULL,
            event_id TEXT NOT NULL UNIQUE,
            type TEXT NOT NULL,
            schema_version INTEGER NOT NULL,
            occurred_at INTEGER,
            recorded_at INTEGER NOT NULL,
            metadata TEXT NOT NULL,
            payload_digest BLOB NOT NULL,
            hash BLOB NOT NULL,
            UNIQUE (stream, version)
        ) STRICT
        """,
        """
        CREATE TABLE payloads (
            position INTEGER PRIMARY KEY REFERENCES events (position),
            data TEXT
        ) STRICT
        """,
        erasures,
        """
        CREATE TABLE head (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            position INTEGER NOT NULL,
            hash BLOB NOT NULL
        ) STRICT
        """,
        "INSERT INTO head VALUES (1, 0, zeroblob(32))",
        """
        CREATE TABLE projections (
            name TEXT PRIMARY KEY,
            version INTEGER NOT NULL,
            fingerprint BLOB NOT NULL,
            position INTEGER NOT NULL,
            generation INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        rebuilds,
        """
        CREATE TABLE projection_tables (
            name TEXT PRIMARY KEY,
            projection TEXT NOT NULL,
            is_live INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
    ]

    private static let rebuilds = """
        CREATE TABLE rebuilds (
            projection TEXT PRIMARY KEY,
            generation INTEGER NOT NULL,
            attempt INTEGER NOT NULL,
            fingerprint BLOB NOT NULL,
            position INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """

    private static let erasures = """
        CREATE TABLE erasures (
            position INTEGER PRIMARY KEY REFERENCES events (position),
            recorded_by INTEGER NOT NULL REFERENCES events (position),
            reason TEXT NOT NULL
        ) STRICT
        """

    private static let erasureTriggers = [
        """
        CREATE TRIGGER erasures_told BEFORE INSERT ON erasures
        WHEN NEW.recorded_by <= NEW.position
            OR NOT EXISTS (SELECT 1 FROM events WHERE position = NEW.recorded_by)
            OR EXISTS (SELECT 1 FROM erasures WHERE position = NEW.position)
        BEGIN SELECT raise(ABORT, 'an erasure is told by a later event, once'); END
        """,
        """
        CREATE TRIGGER erasures_unchanged BEFORE UPDATE ON erasures
        BEGIN SELECT raise(ABORT, 'erasures are never changed'); END
        """,
        """
        CREATE TRIGGER erasures_kept BEFORE DELETE ON erasures
        BEGIN SELECT raise(ABORT, 'erasures are never removed'); END
        """,
    ]

    private static let payloadTriggers = [
        """
        CREATE TRIGGER payloads_once BEFORE INSERT ON payloads
        WHEN EXISTS (SELECT 1 FROM payloads WHERE position = NEW.position)
            OR (NEW.data IS NULL AND NOT EXISTS (SELECT 1 FROM erasures WHERE position = NEW.position))
        BEGIN SELECT raise(ABORT, 'payloads are never changed'); END
        """,
        """
        CREATE TRIGGER payloads_unchanged BEFORE UPDATE ON payloads
        WHEN NEW.data IS NOT NULL OR NEW.position <> OLD.position
            OR NOT EXISTS (SELECT 1 FROM erasures WHERE position = OLD.position)
        BEGIN SELECT raise(ABORT, 'payloads are never changed'); END
        """,
    ]

    private static let triggers = eventTriggers + erasureTriggers + payloadTriggers

    private static let eventTriggers = [
        // REPLACE removes rows without firing DELETE triggers, so what is there already must be refused up
        // front.
        """
        CREATE TRIGGER events_in_order BEFORE INSERT ON events
        WHEN NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM events)
            OR NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM events WHERE stream = NEW.stream)
            OR EXISTS (SELECT 1 FROM events WHERE event_id = NEW.event_id)
        BEGIN SELECT raise(ABORT, 'events are appended in order, once'); END
        """,
        """
        CREATE TRIGGER events_unchanged BEFORE UPDATE ON events
        BEGIN SELECT raise(ABORT, 'events are never changed'); END
        """,
        """
        CREATE TRIGGER events_kept BEFORE DELETE ON events
        BEGIN SELECT raise(ABORT, 'events are never removed'); END
        """,
        """
        CREATE TRIGGER payloads_kept BEFORE DELETE ON payloads
        BEGIN SELECT raise(ABORT, 'payloads are never removed'); END
        """,
        """
        CREATE TRIGGER head_once BEFORE INSERT ON head
        WHEN EXISTS (SELECT 1 FROM head)
        BEGIN SELECT raise(ABORT, 'there is one head'); END
        """,
        """
        CREATE TRIGGER head_forwards BEFORE UPDATE ON head
        WHEN NEW.position <= OLD.position OR NEW.id <> OLD.id
        BEGIN SELECT raise(ABORT, 'the head only moves forwards'); END
        """,
        """
        CREATE TRIGGER head_kept BEFORE DELETE ON head
        BEGIN SELECT raise(ABORT, 'the head is never removed'); END
        """,
    ]
}
