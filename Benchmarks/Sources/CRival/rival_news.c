// The news projections, by hand: one pass over the log, one row after the other, nothing but what it takes.
// Names are taken to be ASCII and without escapes, as in the sample; anything else ends it with an error.
#include "rival.h"

#include <ctype.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(call) do { int checked = (call); if (checked != SQLITE_OK && checked != SQLITE_DONE && checked != SQLITE_ROW) { \
    fprintf(stderr, "rival_news.c:%d: %s\n", __LINE__, sqlite3_errmsg(db)); return __LINE__; } } while (0)

typedef struct { const char *start; int length; } text;

static const char *skip_string(const char *p) {
    for (p++; *p != '"'; p++) if (*p == '\\') p++;
    return p + 1;
}

static const char *skip_value(const char *p) {
    if (*p == '"') return skip_string(p);
    if (*p != '{' && *p != '[') {
        while (*p != ',' && *p != '}' && *p != ']') p++;
        return p;
    }
    int depth = 0;
    for (;;) {
        if (*p == '"') { p = skip_string(p); continue; }
        if (*p == '{' || *p == '[') depth++;
        if ((*p == '}' || *p == ']') && --depth == 0) return p + 1;
        p++;
    }
}

// Goes to the next member of an object, or element of an array without names; 0 behind the last.
static int next_member(const char **p, text *name, const char **value) {
    if (**p == '{' || **p == ',' || **p == '[') ++*p;
    if (**p == '}' || **p == ']') return 0;
    if (name) {
        name->start = *p + 1;
        *p = skip_string(*p);
        name->length = (int)(*p - name->start) - 1;
        ++*p;
    }
    *value = *p;
    *p = skip_value(*p);
    return 1;
}

static int is(text t, const char *word) { return (int)strlen(word) == t.length && memcmp(t.start, word, (size_t)t.length) == 0; }

static text string_at(const char *value) {
    if (*value != '"') return (text){NULL, 0};
    return (text){value + 1, (int)(skip_string(value) - value) - 2};
}

static void bind(sqlite3_stmt *s, int i, text t) {
    if (t.start) sqlite3_bind_text(s, i, t.start, t.length, SQLITE_STATIC); else sqlite3_bind_null(s, i);
}

static int fold(text name, char *out) {
    int length = 0, gap = 0;
    for (int i = 0; i < name.length; i++) {
        unsigned char c = (unsigned char)name.start[i];
        if (c == '.') continue;
        if (isalnum(c)) {
            if (gap && length) out[length++] = ' ';
            gap = 0;
            out[length++] = (char)tolower(c);
        } else gap = 1;
    }
    return length;
}

static int words(text t) {
    int count = 0;
    for (int i = 0; i < t.length; i++) count += t.start[i] != ' ' && (i == 0 || t.start[i - 1] == ' ');
    return count;
}

typedef struct {
    sqlite3 *db;
    sqlite3_stmt *rows, *entry, *entry_actor, *entry_topic, *actor_total, *topic_total, *entry_publication, *actor_publication, *actor, *find_actor,
        *name, *find_name, *topic, *find_topic, *topic_name, *article, *extracted;
    long long written, article_position;
} news;

static int put(news *n, sqlite3_stmt *s) {
    sqlite3 *db = n->db;
    CHECK(sqlite3_step(s));
    sqlite3_reset(s);
    n->written++;
    return 0;
}

#define PUT(s) do { int line = put(n, s); if (line) return line; } while (0)

static int record_name(news *n, text id, text name, int is_given) {
    sqlite3 *db = n->db;
    char folded[256];
    text f = {folded, fold(name, folded)};
    if (!f.length) return 0;
    bind(n->find_name, 1, f);
    bind(n->find_name, 2, id);
    int code = sqlite3_step(n->find_name);
    CHECK(code);
    int is_known = code == SQLITE_ROW, was_given = is_known ? sqlite3_column_int(n->find_name, 0) : 0;
    sqlite3_reset(n->find_name);
    if (is_known && !(is_given && !was_given)) return 0;
    bind(n->name, 1, f);
    bind(n->name, 2, id);
    bind(n->name, 3, name);
    sqlite3_bind_int(n->name, 4, is_given);
    PUT(n->name);
    return 0;
}

static int record_actor(news *n, const char *p, text published) {
    sqlite3 *db = n->db;
    text id = {0}, name = {0}, kind = {0}, role = {0}, member;
    const char *value, *aliases = NULL;
    while (next_member(&p, &member, &value)) {
        if (is(member, "id")) id = string_at(value);
        else if (is(member, "name")) name = string_at(value);
        else if (is(member, "kind")) kind = string_at(value);
        else if (is(member, "role")) role = string_at(value);
        else if (is(member, "aliases")) aliases = value;
    }
    text shown = name, since = role.start ? published : (text){0};
    char kept_name[256], kept_role[256], kept_since[16];
    bind(n->find_actor, 1, id);
    int code = sqlite3_step(n->find_actor);
    CHECK(code);
    if (code == SQLITE_ROW) {
        text known = {(const char *)sqlite3_column_text(n->find_actor, 0), sqlite3_column_bytes(n->find_actor, 0)};
        int a = words(name), b = words(known);
        if (!(a == b ? name.length > known.length : a > b)) {
            memcpy(kept_name, known.start, (size_t)known.length);
            shown = (text){kept_name, known.length};
        }
        if (sqlite3_column_type(n->find_actor, 1) != SQLITE_NULL) {
            text r = {(const char *)sqlite3_column_text(n->find_actor, 1), sqlite3_column_bytes(n->find_actor, 1)};
            text s = {(const char *)sqlite3_column_text(n->find_actor, 2), sqlite3_column_bytes(n->find_actor, 2)};
            int order = memcmp(published.start, s.start, 10);
            if (!role.start || !(order > 0 || (order == 0 && role.length > r.length))) {
                memcpy(kept_role, r.start, (size_t)r.length);
                memcpy(kept_since, s.start, (size_t)s.length);
                role = (text){kept_role, r.length};
                since = (text){kept_since, s.length};
            }
        }
    }
    sqlite3_reset(n->find_actor);
    bind(n->actor, 1, id);
    bind(n->actor, 2, shown);
    bind(n->actor, 3, kind);
    bind(n->actor, 4, role);
    bind(n->actor, 5, since);
    PUT(n->actor);
    if (is(kind, "person")) {
        for (int i = 1; i < name.length; i++) {
            if (name.start[i] != ' ') continue;
            int line = record_name(n, id, (text){name.start + i + 1, name.length - i - 1}, 0);
            if (line) return line;
        }
    }
    while (next_member(&aliases, NULL, &value)) {
        int line = record_name(n, id, string_at(value), 1);
        if (line) return line;
    }
    return record_name(n, id, name, 1);
}

static int recorded(news *n, const char *p, long long position, long long recorded_at, char *article, char *published) {
    text m, id = {0}, day = {0}, from = {0}, title = {0}, outlet = {0}, byline = {0}, url = {0}, sha = {0};
    long long characters = 0;
    const char *value;
    while (next_member(&p, &m, &value)) {
        if (is(m, "article")) id = string_at(value);
        else if (is(m, "published")) day = string_at(value);
        else if (is(m, "publishedFrom")) from = string_at(value);
        else if (is(m, "title")) title = string_at(value);
        else if (is(m, "outlet")) outlet = string_at(value);
        else if (is(m, "byline")) byline = string_at(value);
        else if (is(m, "url")) url = string_at(value);
        else if (is(m, "sha256")) sha = string_at(value);
        else if (is(m, "characters")) characters = atoll(value);
    }
    snprintf(article, 64, "%.*s", id.length, id.start);
    snprintf(published, 16, "%.*s", day.length, day.start);
    n->article_position = position;
    sqlite3_stmt *publications[] = {n->entry_publication, n->actor_publication};
    for (int i = 0; i < 2; i++) {
        bind(publications[i], 1, id);
        bind(publications[i], 2, day);
        if (i == 0) sqlite3_bind_int64(publications[i], 3, position);
        PUT(publications[i]);
    }
    text columns[] = {day, from, title, outlet, byline, url};
    bind(n->article, 1, id);
    sqlite3_bind_int64(n->article, 2, position);
    for (int i = 0; i < 6; i++) bind(n->article, 3 + i, columns[i]);
    sqlite3_bind_int64(n->article, 9, characters);
    bind(n->article, 10, sha);
    sqlite3_bind_int64(n->article, 11, recorded_at);
    PUT(n->article);
    return 0;
}

static int extracted(news *n, const char *p, text published) {
    sqlite3 *db = n->db;
    text m, id = {0}, extractor = {0};
    const char *value, *actors = NULL, *topics = NULL, *diagnostics = NULL, *element;
    long long events = 0, count = 0;
    while (next_member(&p, &m, &value)) {
        if (is(m, "article")) id = string_at(value);
        else if (is(m, "extractor")) extractor = string_at(value);
        else if (is(m, "events")) events = atoll(value);
        else if (is(m, "actors")) actors = value;
        else if (is(m, "topics")) topics = value;
        else if (is(m, "diagnostics")) diagnostics = value;
    }
    while (next_member(&diagnostics, NULL, &element)) count++;
    bind(n->extracted, 1, extractor);
    sqlite3_bind_int64(n->extracted, 2, events);
    sqlite3_bind_int64(n->extracted, 3, count);
    bind(n->extracted, 4, id);
    PUT(n->extracted);
    while (next_member(&actors, NULL, &element)) {
        int line = record_actor(n, element, published);
        if (line) return line;
    }
    while (next_member(&topics, NULL, &element)) {
        text topic = {0}, name = {0};
        while (next_member(&element, &m, &value)) {
            if (is(m, "id")) topic = string_at(value);
            else if (is(m, "name")) name = string_at(value);
        }
        bind(n->find_topic, 1, topic);
        int code = sqlite3_step(n->find_topic);
        CHECK(code);
        sqlite3_reset(n->find_topic);
        if (code != SQLITE_ROW) {
            bind(n->topic, 1, topic);
            bind(n->topic, 2, name);
            PUT(n->topic);
        }
        char folded[256];
        bind(n->topic_name, 1, (text){folded, fold(name, folded)});
        bind(n->topic_name, 2, topic);
        bind(n->topic_name, 3, name);
        PUT(n->topic_name);
    }
    return 0;
}

static int finding(news *n, const char *payload, int length, long long position, const char *type, long long recorded_at,
                   const char *known, text published) {
    const char *p = payload, *value, *actors = NULL, *topics = NULL;
    const char *kind = *type == 'S' ? "statement" : *type == 'M' ? "meeting" : *type == 'V' ? "visit" : "position";
    text m, article = {0}, from = published, to = published;
    int is_undated = 1;
    double confidence = 0;
    while (next_member(&p, &m, &value)) {
        if (is(m, "article")) article = string_at(value);
        else if (is(m, "topics")) topics = value;
        else if (is(m, "confidence")) confidence = strtod(value, NULL);
        else if (is(m, "speakers") || is(m, "participants") || is(m, "visitors") || is(m, "holders")) actors = value;
        else if (is(m, "when") && *value == '{') {
            const char *inner;
            while (next_member(&value, &m, &inner)) {
                if (is(m, "from")) from = string_at(inner);
                else if (is(m, "to")) to = string_at(inner);
            }
            is_undated = 0;
        }
    }
    if (!is(article, known)) return __LINE__;
    sqlite3_bind_int64(n->entry, 1, position);
    sqlite3_bind_text(n->entry, 2, (const char *)sqlite3_column_text(n->rows, 2), sqlite3_column_bytes(n->rows, 2), SQLITE_STATIC);
    sqlite3_bind_text(n->entry, 3, kind, -1, SQLITE_STATIC);
    bind(n->entry, 4, article);
    bind(n->entry, 5, from);
    bind(n->entry, 6, to);
    sqlite3_bind_int(n->entry, 7, is_undated);
    bind(n->entry, 8, published);
    sqlite3_bind_int64(n->entry, 9, recorded_at);
    sqlite3_bind_double(n->entry, 10, confidence);
    sqlite3_bind_text(n->entry, 11, payload, length, SQLITE_STATIC);
    PUT(n->entry);
    sqlite3_stmt *lists[] = {n->entry_actor, n->entry_topic}, *totals[] = {n->actor_total, n->topic_total};
    const char *values[] = {actors, topics};
    for (int i = 0; i < 2; i++) {
        for (int ordinal = 0; next_member(&values[i], NULL, &value); ordinal++) {
            bind(lists[i], 1, string_at(value));
            bind(lists[i], 2, from);
            sqlite3_bind_int(lists[i], 3, is_undated);
            sqlite3_bind_int64(lists[i], 4, position);
            sqlite3_bind_int(lists[i], 5, ordinal);
            PUT(lists[i]);
            bind(totals[i], 1, string_at(value));
            sqlite3_bind_int64(totals[i], 2, n->article_position);
            PUT(totals[i]);
        }
    }
    return 0;
}

int rival_news(const char *path, const char *schema, long batch, long long *rows_written) {
    sqlite3 *db;
    news all = {0}, *n = &all;
    CHECK(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL));
    n->db = db;
    CHECK(sqlite3_exec(db,
        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; PRAGMA trusted_schema = OFF;"
        "PRAGMA journal_size_limit = 67108864", NULL, NULL, NULL));
    CHECK(sqlite3_exec(db, schema, NULL, NULL, NULL));
    char selection[512];
    snprintf(selection, sizeof selection,
        "SELECT e.position, e.type, e.event_id, e.recorded_at, p.data FROM events e"
        " JOIN payloads p ON p.position = e.position WHERE e.position > ? ORDER BY e.position LIMIT %ld", batch);
    struct { sqlite3_stmt **statement; const char *sql; } statements[] = {
        {&n->rows, selection},
        {&n->entry, "INSERT INTO c_timeline_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
        {&n->entry_actor, "INSERT INTO c_entry_actors VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET ordinal = excluded.ordinal"},
        {&n->entry_topic, "INSERT INTO c_entry_topics VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET ordinal = excluded.ordinal"},
        {&n->actor_total, "INSERT INTO c_actor_totals VALUES (?, 1, 1, ?) ON CONFLICT DO UPDATE SET events = events + 1,"
            " articles = articles + (last_article <> excluded.last_article), last_article = excluded.last_article"},
        {&n->topic_total, "INSERT INTO c_topic_totals VALUES (?, 1, 1, ?) ON CONFLICT DO UPDATE SET events = events + 1,"
            " articles = articles + (last_article <> excluded.last_article), last_article = excluded.last_article"},
        {&n->entry_publication, "INSERT INTO c_entry_publications VALUES (?, ?, ?)"},
        {&n->actor_publication, "INSERT INTO c_actor_publications VALUES (?, ?)"},
        {&n->actor, "INSERT INTO c_actors VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name,"
            " kind = excluded.kind, role = excluded.role, role_published = excluded.role_published"},
        {&n->find_actor, "SELECT name, role, role_published FROM c_actors WHERE id = ?"},
        {&n->name, "INSERT INTO c_actor_names VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name, given = excluded.given"},
        {&n->find_name, "SELECT given FROM c_actor_names WHERE folded = ? AND actor = ?"},
        {&n->topic, "INSERT INTO c_topics VALUES (?, ?)"},
        {&n->find_topic, "SELECT 1 FROM c_topics WHERE id = ?"},
        {&n->topic_name, "INSERT INTO c_topic_names VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name"},
        {&n->article, "INSERT INTO c_articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, 0, 0, NULL, NULL, NULL)"},
        {&n->extracted, "UPDATE c_articles SET extractor = ?, events = ?, diagnostics = ? WHERE id = ?"},
    };
    int count = (int)(sizeof statements / sizeof *statements);
    for (int i = 0; i < count; i++) CHECK(sqlite3_prepare_v3(db, statements[i].sql, -1, SQLITE_PREPARE_PERSISTENT, statements[i].statement, NULL));
    char article[64] = "", published[16] = "";
    long long position = 0;
    for (int found = 1; found;) {
        found = 0;
        CHECK(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL));
        sqlite3_bind_int64(n->rows, 1, position);
        int code;
        while ((code = sqlite3_step(n->rows)) == SQLITE_ROW) {
            found = 1;
            position = sqlite3_column_int64(n->rows, 0);
            const char *type = (const char *)sqlite3_column_text(n->rows, 1);
            long long recorded_at = sqlite3_column_int64(n->rows, 3);
            const char *payload = (const char *)sqlite3_column_text(n->rows, 4);
            text day = {published, (int)strlen(published)};
            int line = strcmp(type, "ArticleRecorded") == 0 ? recorded(n, payload, position, recorded_at, article, published)
                : strcmp(type, "ArticleExtracted") == 0 ? extracted(n, payload, day)
                : finding(n, payload, sqlite3_column_bytes(n->rows, 4), position, type, recorded_at, article, day);
            if (line) return line;
        }
        CHECK(code);
        sqlite3_reset(n->rows);
        CHECK(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL));
    }
    *rows_written = n->written;
    for (int i = 0; i < count; i++) sqlite3_finalize(*statements[i].statement);
    CHECK(sqlite3_close(db));
    return 0;
}
