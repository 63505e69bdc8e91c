#ifndef RIVAL_H
#define RIVAL_H

// What a careful C programmer would write over the same tables: prepared statements, one transaction an append, the
// same pragmas, the same chain (OpenSSL's SHA-256), and nothing between the program and SQLite.
// All functions give 0, or the line of rival.c that failed.

typedef struct rival_event {
    const char *id;
    const char *type;
    const char *payload;
    int payload_length;
} rival_event;

// Appends `count` events in transactions of `batch`, each to a stream of its own named "<prefix><n>", n from `first`.
int rival_append(const char *path, const char *prefix, long first, const rival_event *events, long count, long batch,
                 long long recorded_at);

// Reads all events in order; gives the number of bytes of their texts.
int rival_read(const char *path, long long *bytes);

// Reads a log of news and writes the rows of the news projections into tables of `schema`, named with "c_" before.
int rival_news(const char *path, const char *schema, long batch, long long *rows);

// Runs statements.
int rival_execute(const char *path, const char *sql);

#endif
