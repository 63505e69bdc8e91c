#include "rival.h"

#include <openssl/sha.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#define CHECK(call) do { int checked = (call); if (checked != SQLITE_OK && checked != SQLITE_DONE && checked != SQLITE_ROW) { \
    fprintf(stderr, "rival.c:%d: %s\n", __LINE__, sqlite3_errmsg(db)); return __LINE__; } } while (0)

static const char *pragmas =
    "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; PRAGMA trusted_schema = OFF;"
    "PRAGMA journal_size_limit = 67108864";

static unsigned char *put64(unsigned char *at, long long number) {
    for (int shift = 56; shift >= 0; shift -= 8) *at++ = (unsigned char)((unsigned long long)number >> shift);
    return at;
}

static unsigned char *put_text(unsigned char *at, const char *text) {
    size_t length = strlen(text);
    at = put64(at, (long long)length);
    memcpy(at, text, length);
    return at + length;
}

int rival_append(const char *path, const char *prefix, long first, const rival_event *events, long count, long batch,
                 long long recorded_at) {
    sqlite3 *db;
    sqlite3_stmt *begin, *commit, *head, *version, *event, *payload, *move;
    CHECK(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL));
    CHECK(sqlite3_exec(db, pragmas, NULL, NULL, NULL));
    CHECK(sqlite3_prepare_v3(db, "BEGIN IMMEDIATE", -1, SQLITE_PREPARE_PERSISTENT, &begin, NULL));
    CHECK(sqlite3_prepare_v3(db, "COMMIT", -1, SQLITE_PREPARE_PERSISTENT, &commit, NULL));
    CHECK(sqlite3_prepare_v3(db, "SELECT position, hash FROM head", -1, SQLITE_PREPARE_PERSISTENT, &head, NULL));
    CHECK(sqlite3_prepare_v3(db, "SELECT max(version) FROM events WHERE stream = ?", -1, SQLITE_PREPARE_PERSISTENT,
                             &version, NULL));
    CHECK(sqlite3_prepare_v3(db, "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?)", -1,
                             SQLITE_PREPARE_PERSISTENT, &event, NULL));
    CHECK(sqlite3_prepare_v3(db, "INSERT INTO payloads VALUES (?, ?)", -1, SQLITE_PREPARE_PERSISTENT, &payload, NULL));
    CHECK(sqlite3_prepare_v3(db, "UPDATE head SET position = ?, hash = ? WHERE id = 1", -1, SQLITE_PREPARE_PERSISTENT,
                             &move, NULL));
    for (long start = 0; start < count; start += batch) {
        char stream[64];
        unsigned char hash[32], digest[32], bytes[512];
        snprintf(stream, sizeof stream, "%s%ld", prefix, first + start / batch);
        CHECK(sqlite3_step(begin));
        sqlite3_reset(begin);
        CHECK(sqlite3_step(head));
        long long position = sqlite3_column_int64(head, 0);
        memcpy(hash, sqlite3_column_blob(head, 1), 32);
        sqlite3_reset(head);
        sqlite3_bind_text(version, 1, stream, -1, SQLITE_STATIC);
        CHECK(sqlite3_step(version));
        long long last = sqlite3_column_int64(version, 0);
        sqlite3_reset(version);
        for (long index = start; index < start + batch && index < count; index++) {
            const rival_event *e = &events[index];
            position++;
            last++;
            SHA256((const unsigned char *)e->payload, (size_t)e->payload_length, digest);
            unsigned char *at = bytes;
            memcpy(at, "evchain1", 8);
            memcpy(at + 8, hash, 32);
            at = put64(put64(put64(put64(at + 40, position), last), 1), recorded_at);
            *at++ = 0;
            at = put_text(put_text(put_text(put_text(at, stream), e->id), e->type), "{}");
            memcpy(at, digest, 32);
            SHA256(bytes, (size_t)(at + 32 - bytes), hash);
            sqlite3_bind_int64(event, 1, position);
            sqlite3_bind_text(event, 2, stream, -1, SQLITE_STATIC);
            sqlite3_bind_int64(event, 3, last);
            sqlite3_bind_text(event, 4, e->id, -1, SQLITE_STATIC);
            sqlite3_bind_text(event, 5, e->type, -1, SQLITE_STATIC);
            sqlite3_bind_int64(event, 6, 1);
            sqlite3_bind_int64(event, 7, recorded_at);
            sqlite3_bind_text(event, 8, "{}", -1, SQLITE_STATIC);
            sqlite3_bind_blob(event, 9, digest, 32, SQLITE_STATIC);
            sqlite3_bind_blob(event, 10, hash, 32, SQLITE_STATIC);
            CHECK(sqlite3_step(event));
            sqlite3_reset(event);
            sqlite3_bind_int64(payload, 1, position);
            sqlite3_bind_text(payload, 2, e->payload, e->payload_length, SQLITE_STATIC);
            CHECK(sqlite3_step(payload));
            sqlite3_reset(payload);
        }
        sqlite3_bind_int64(move, 1, position);
        sqlite3_bind_blob(move, 2, hash, 32, SQLITE_STATIC);
        CHECK(sqlite3_step(move));
        sqlite3_reset(move);
        CHECK(sqlite3_step(commit));
        sqlite3_reset(commit);
    }
    sqlite3_stmt *all[] = {begin, commit, head, version, event, payload, move};
    for (int i = 0; i < 7; i++) sqlite3_finalize(all[i]);
    CHECK(sqlite3_close(db));
    return 0;
}

static const char *selection =
    "SELECT e.position, e.stream, e.version, e.event_id, e.type, e.schema_version, e.metadata, e.occurred_at,"
    " e.recorded_at, p.data FROM events e LEFT JOIN payloads p ON p.position = e.position ORDER BY e.position";

int rival_read(const char *path, long long *bytes) {
    sqlite3 *db;
    sqlite3_stmt *rows;
    CHECK(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL));
    CHECK(sqlite3_prepare_v2(db, selection, -1, &rows, NULL));
    static const int texts[] = {1, 3, 4, 6, 9};
    *bytes = 0;
    int code;
    while ((code = sqlite3_step(rows)) == SQLITE_ROW) {
        volatile long long number = sqlite3_column_int64(rows, 0) + sqlite3_column_int64(rows, 2)
            + sqlite3_column_int64(rows, 5) + sqlite3_column_int64(rows, 8);
        (void)number;
        for (int i = 0; i < 5; i++) {
            const char *text = (const char *)sqlite3_column_text(rows, texts[i]);
            int length = sqlite3_column_bytes(rows, texts[i]);
            // A program that keeps the event must copy it.
            char copy[4096];
            memcpy(copy, text, (size_t)(length < 4096 ? length : 4096));
            __asm__ volatile("" : : "r"(copy) : "memory");
            *bytes += length;
        }
    }
    CHECK(code);
    sqlite3_finalize(rows);
    CHECK(sqlite3_close(db));
    return 0;
}

int rival_execute(const char *path, const char *sql) {
    sqlite3 *db;
    CHECK(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL));
    CHECK(sqlite3_exec(db, sql, NULL, NULL, NULL));
    CHECK(sqlite3_close(db));
    return 0;
}
