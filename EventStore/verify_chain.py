#!/usr/bin/env python3
"""Recomputes the hash chain of an event store, with nothing but Python's standard library.

usage: verify_chain.py FILE

Prints the number of events and the head, exit code 0; or the first event that does not agree, exit code 1.
docs/store.md defines the chain. The file is only read.
"""
import hashlib
import sqlite3
import struct
import sys
from urllib.parse import quote


def sealed(text):
    return struct.pack(">q", len(text)) + text


def verify(path):
    database = sqlite3.connect(f"file:{quote(path)}?mode=ro", uri=True)
    database.text_factory = bytes
    database.execute("BEGIN")
    position, previous, versions, erased = 0, bytes(32), {}, {}
    if database.execute("PRAGMA user_version").fetchone()[0] >= 2:
        erased = dict(database.execute("SELECT position, recorded_by FROM erasures"))
    for at, stream, version, event_id, kind, schema, occurred, recorded, metadata, digest, stored, has, data in database.execute(
        "SELECT e.position, stream, version, event_id, type, schema_version, occurred_at, recorded_at, metadata,"
        " payload_digest, hash, p.position, p.data FROM events e LEFT JOIN payloads p USING (position) ORDER BY 1"
    ):
        position += 1
        versions[stream] = versions.get(stream, 0) + 1
        if at != position or version != versions[stream] or has is None:
            sys.exit(f"position {position}: an event, a version or a payload is missing")
        if data is None and erased.get(at, 0) <= at:
            sys.exit(f"position {position}: the payload is gone and no later event tells why")
        if data is not None and hashlib.sha256(data).digest() != digest:
            sys.exit(f"position {position}: the payload does not have the recorded digest")
        header = struct.pack(">8s32sqqqq", b"evchain1", previous, at, version, schema, recorded)
        header += b"\0" if occurred is None else b"\1" + struct.pack(">q", occurred)
        header += sealed(stream) + sealed(event_id) + sealed(kind) + sealed(metadata) + digest
        previous = hashlib.sha256(header).digest()
        if previous != stored:
            sys.exit(f"position {position}: the hash does not follow from what the event holds")
    if database.execute("SELECT position, hash FROM head").fetchall() != [(position, previous)]:
        sys.exit(f"position {position + 1}: the head is not that of the last event")
    print(position, previous.hex())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    verify(sys.argv[1])
