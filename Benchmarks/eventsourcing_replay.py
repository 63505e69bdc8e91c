"""Replays a store's news events with Python: the library eventsourcing reads them, sqlite3 writes the rows.

    python3 -m venv venv && venv/bin/pip install eventsourcing==9.5
    swift run -c release store-benchmark fill news.db 100000
    venv/bin/python eventsourcing_replay.py news.db
    swift run -c release store-benchmark replay news.db 3

The events of the store are copied, untimed, into an application of the library. Timed are two replays, which write the
rows of all four projections into tables and indexes of the same SQL and must end with what the store's tables hold:

1. as the library replays with SQLite: a Follower pulls the events, and its recorder writes each one's rows and the
   position in one transaction (sections of 1,000 instead of the 10 it has by itself);
2. faster than the library does by itself: pages of 1,000 events, their rows written 4,000 events a transaction.
"""

import json
import os
import sqlite3
import sys
import tempfile
import time
from uuid import NAMESPACE_URL, uuid5

from eventsourcing.application import Application
from eventsourcing.domain import DomainEvent
from eventsourcing.sqlite import SQLiteProcessRecorder
from eventsourcing.system import Follower
from eventsourcing.utils import get_topic

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


class News(Application):
    log_section_size = PAGE


class NewsEvent(DomainEvent):
    kind: str
    event: str
    recorded: int
    payload: str


def copy(store, news):
    """Records the store's events in the application."""
    rows = store.execute(
        "SELECT stream, version, type, event_id, recorded_at, data FROM events JOIN payloads USING (position)"
        " ORDER BY position"
    )
    while page := rows.fetchmany(PAGE):
        news.recorder.insert_events([
            news.mapper.to_stored_event(NewsEvent(
                originator_id=uuid5(NAMESPACE_URL, stream), originator_version=version,
                timestamp=NewsEvent.create_timestamp(), kind=kind, event=event, recorded=recorded, payload=data,
            ))
            for stream, version, kind, event, recorded, data in page
        ])


def fold(name):
    """Names of the sample are ASCII and have no apostrophes."""
    return " ".join("".join(c if c.isalnum() else " " for c in name.replace(".", "").lower()).split())


class Rows:
    """The rows of the four projections."""

    def __init__(self, db):
        self.db = db
        self.published = {}

    def apply(self, position, event):
        body = json.loads(event.payload)
        if event.kind == "ArticleRecorded":
            self.recorded(position, event.recorded, body)
        elif event.kind == "ArticleExtracted":
            self.extracted(body)
        else:
            self.found(position, event, body)

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

    def found(self, position, event, body):
        word, members = KINDS[event.kind]
        published, article_position = self.published[body["article"]]
        when = body["when"]
        first, last = (when["from"], when["to"]) if when else (published, published)
        undated = 0 if when else 1
        self.db.execute(
            "INSERT INTO timeline_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (position, event.event, word, body["article"], first, last, undated, published, event.recorded,
             body["confidence"], event.payload),
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


class View(SQLiteProcessRecorder):
    """The tables, in a database of the library's, with its own transactions."""

    rows = Rows(None)

    def _insert_events(self, c, stored_events, **kwargs):
        super()._insert_events(c, stored_events, **kwargs)
        self.rows.db = Cursor(c)
        self.rows.apply(kwargs["tracking"].notification_id, kwargs["event"])


class Cursor:
    """The library's cursor, whose `execute` gives nothing back, in the place of a connection."""

    def __init__(self, cursor):
        self.cursor = cursor

    def execute(self, sql, values=()):
        self.cursor.execute(sql, values)
        return self.cursor

    def executemany(self, sql, values):
        self.cursor.executemany(sql, values)


class Timeline(Follower):
    pull_section_size = PAGE

    def policy(self, event, processing_event):
        processing_event.collect_events(event=event)


def definitions(store):
    """The SQL of the tables and indexes."""
    return [
        sql
        for table in TABLES
        for (sql,) in store.execute(
            "SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY rootpage", (table,)
        )
    ]


def follow(news, store, path):
    """Replays as the library does; gives back the seconds."""
    timeline = Timeline(env={
        "PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": path, "PROCESS_RECORDER_TOPIC": get_topic(View),
    })
    with timeline.recorder.datastore.transaction(commit=True) as cursor:
        for sql in definitions(store):
            cursor.execute(sql)
    timeline.follow(news.name, news.notification_log)
    start = time.perf_counter()
    timeline.pull_and_process(news.name)
    return time.perf_counter() - start


def replay(news, db):
    """Replays in pages and larger transactions; gives back the seconds."""
    start = time.perf_counter()
    rows = Rows(db)
    position = 0
    while True:
        db.execute("BEGIN IMMEDIATE")
        for _ in range(BATCH // PAGE):
            page = news.recorder.select_notifications(start=position + 1, limit=PAGE)
            for notification in page:
                rows.apply(notification.id, news.mapper.to_domain_event(notification))
            position += len(page)
        db.execute("COMMIT")
        if len(page) < PAGE:
            return time.perf_counter() - start


def compare(path, store):
    """Stops when a table differs from the store's."""
    db = sqlite3.connect(path)
    db.execute("ATTACH ? AS store", (store,))
    for table in TABLES:
        for a, b in (("main", "store"), ("store", "main")):
            (different,) = db.execute(
                f"SELECT count(*) FROM (SELECT * FROM {a}.{table} EXCEPT SELECT * FROM {b}.{table})"
            ).fetchone()
            if different:
                sys.exit(f"the tables {table} differ in {different} rows")


def main(path):
    store = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    (count,) = store.execute("SELECT count(*) FROM events").fetchone()
    with tempfile.TemporaryDirectory(dir=os.path.dirname(os.path.abspath(path))) as folder:
        news = News(env={"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": folder + "/news.db"})
        copy(store, news)
        seconds = follow(news, store, folder + "/follower.db")
        compare(folder + "/follower.db", path)
        print(f"replay of {count} events by a Follower: {count / seconds:.0f} events/s")
        db = sqlite3.connect(folder + "/rows.db", isolation_level=None)
        db.executescript(PRAGMAS + ";".join(definitions(store)))
        seconds = replay(news, db)
        compare(folder + "/rows.db", path)
        print(f"replay of {count} events in pages and larger transactions: {count / seconds:.0f} events/s")


if __name__ == "__main__":
    main(sys.argv[1])
