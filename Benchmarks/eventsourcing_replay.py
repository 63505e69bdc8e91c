"""Replays a store's news events with Python: the library eventsourcing reads them, sqlite3 writes the rows.

    python3 -m venv venv && venv/bin/pip install eventsourcing==9.5
    swift run -c release store-benchmark fill news.db 100000
    venv/bin/python eventsourcing_replay.py news.db
    swift run -c release store-benchmark replay news.db 3

The payloads of the store are copied, untimed, into the SQLite recorder of the library. Timed is what a replay does:
pages of 1,000 notifications from the recorder, json.loads, and the rows of all four projections written into tables
and indexes of the same SQL, 4,000 events a transaction. At the end the tables must hold what the store's hold.
"""

import json
import os
import sqlite3
import sys
import tempfile
import time
from uuid import NAMESPACE_URL, uuid5

from eventsourcing.persistence import StoredEvent
from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteDatastore

KINDS = {
    "StatementMade": ("statement", "speakers"),
    "MeetingHeld": ("meeting", "participants"),
    "VisitMade": ("visit", "visitors"),
    "PositionTaken": ("position", "holders"),
}
TABLES = [
    "timeline_entries", "entry_actors", "entry_topics", "actor_totals", "topic_totals", "entry_publications",
    "actors", "actor_names", "actor_publications", "topics", "topic_names", "articles",
]
PRAGMAS = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000;"
PAGE = 1_000
BATCH = 4_000


def copy(store, path):
    """Records the store's events with the library; what the payload does not hold rides along in the topic."""
    recorder = SQLiteApplicationRecorder(SQLiteDatastore(path))
    recorder.create_table()
    rows = store.execute(
        "SELECT stream, version, type, event_id, recorded_at, data FROM events JOIN payloads USING (position)"
        " ORDER BY position"
    )
    while page := rows.fetchmany(PAGE):
        recorder.insert_events([
            StoredEvent(uuid5(NAMESPACE_URL, stream), version, f"{kind} {event} {recorded}", data.encode())
            for stream, version, kind, event, recorded, data in page
        ])
    return recorder


def fold(name):
    """Names of the sample are ASCII and have no apostrophes."""
    return " ".join("".join(c if c.isalnum() else " " for c in name.replace(".", "").lower()).split())


class Projections:
    def __init__(self, db):
        self.db = db
        self.published = {}

    def apply(self, position, topic, state):
        kind, event_id, recorded_at = topic.split(" ")
        body = json.loads(state)
        if kind == "ArticleRecorded":
            self.recorded(position, int(recorded_at), body)
        elif kind == "ArticleExtracted":
            self.extracted(body)
        else:
            self.found(position, kind, event_id, int(recorded_at), body, state)

    def recorded(self, position, recorded_at, body):
        article, day = body["article"], body["published"]
        self.published[article] = (day, position)
        self.db.execute("INSERT INTO entry_publications VALUES (?, ?, ?)", (article, day, position))
        self.db.execute("INSERT INTO actor_publications VALUES (?, ?)", (article, day))
        self.db.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, 0, 0, NULL, NULL, NULL)",
            (article, position, day, body["publishedFrom"], body["title"], body["outlet"], body["byline"],
             body["url"], body["characters"], body["sha256"], recorded_at),
        )

    def extracted(self, body):
        published, _ = self.published[body["article"]]
        self.db.execute(
            "UPDATE articles SET extractor = ?, events = ?, diagnostics = ? WHERE id = ?",
            (body["extractor"], body["events"], len(body["diagnostics"]), body["article"]),
        )
        for actor in body["actors"]:
            self.actor(actor, published)
        for topic in body["topics"]:
            self.db.execute("INSERT INTO topics VALUES (?, ?) ON CONFLICT DO NOTHING", (topic["id"], topic["name"]))
            self.db.execute(
                "INSERT INTO topic_names VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name",
                (fold(topic["name"]), topic["id"], topic["name"]),
            )

    def actor(self, actor, published):
        name, role = actor["name"], actor["role"]
        since = published if role else None
        known = self.db.execute(
            "SELECT name, role, role_published FROM actors WHERE id = ?", (actor["id"],)
        ).fetchone()
        if known:
            if (len(name.split()), len(name)) <= (len(known[0].split()), len(known[0])):
                name = known[0]
            if known[1] and (not role or (published, len(role)) <= (known[2], len(known[1]))):
                role, since = known[1], known[2]
        self.db.execute(
            "INSERT INTO actors VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name,"
            " kind = excluded.kind, role = excluded.role, role_published = excluded.role_published",
            (actor["id"], name, actor["kind"], role, since),
        )
        if actor["kind"] == "person":
            words = actor["name"].split(" ")
            for start in range(1, len(words)):
                self.name(" ".join(words[start:]), 0, actor["id"])
        for given in actor["aliases"] + [actor["name"]]:
            self.name(given, 1, actor["id"])

    def name(self, name, given, actor):
        self.db.execute(
            "INSERT INTO actor_names VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name,"
            " given = excluded.given WHERE given < excluded.given",
            (fold(name), actor, name, given),
        )

    def found(self, position, kind, event_id, recorded_at, body, state):
        word, members = KINDS[kind]
        published, article_position = self.published[body["article"]]
        when = body["when"]
        first, last = (when["from"], when["to"]) if when else (published, published)
        undated = 0 if when else 1
        self.db.execute(
            "INSERT INTO timeline_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (position, event_id, word, body["article"], first, last, undated, published, recorded_at,
             body["confidence"], state.decode()),
        )
        for column, names in (("actor", body[members]), ("topic", body["topics"])):
            self.db.executemany(
                f"INSERT INTO entry_{column}s VALUES (?, ?, ?, ?, ?)",
                [(name, first, undated, position, ordinal) for ordinal, name in enumerate(names)],
            )
            self.db.executemany(
                f"INSERT INTO {column}_totals VALUES (?, 1, 1, ?) ON CONFLICT DO UPDATE SET events = events + 1,"
                " articles = articles + (last_article <> excluded.last_article),"
                " last_article = excluded.last_article",
                [(name, article_position) for name in names],
            )


def replay(recorder, db):
    projections = Projections(db)
    position = 0
    while True:
        db.execute("BEGIN IMMEDIATE")
        for _ in range(BATCH // PAGE):
            page = recorder.select_notifications(start=position + 1, limit=PAGE)
            for event in page:
                projections.apply(event.id, event.topic, event.state)
            position += len(page)
        db.execute("COMMIT")
        if len(page) < PAGE:
            return position


def main(path):
    store = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    with tempfile.TemporaryDirectory(dir=os.path.dirname(os.path.abspath(path))) as folder:
        recorder = copy(store, folder + "/recorder.db")
        db = sqlite3.connect(folder + "/projections.db", isolation_level=None)
        db.executescript(PRAGMAS)
        for table in TABLES:
            for (sql,) in store.execute(
                "SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY rootpage", (table,)
            ):
                db.execute(sql)
        start = time.perf_counter()
        count = replay(recorder, db)
        seconds = time.perf_counter() - start
        db.execute("ATTACH ? AS store", (path,))
        for table in TABLES:
            for a, b in (("main", "store"), ("store", "main")):
                (different,) = db.execute(
                    f"SELECT count(*) FROM (SELECT * FROM {a}.{table} EXCEPT SELECT * FROM {b}.{table})"
                ).fetchone()
                if different:
                    sys.exit(f"the tables {table} differ in {different} rows")
        start = time.perf_counter()
        position = 0
        while page := recorder.select_notifications(start=position + 1, limit=PAGE):
            position += len(page)
        reading = time.perf_counter() - start
        print(f"replay of {count} events with eventsourcing and sqlite3: {count / seconds:.0f} events/s")
        print(f"the recorder's part, reading alone: {count / reading:.0f} events/s")


if __name__ == "__main__":
    main(sys.argv[1])
