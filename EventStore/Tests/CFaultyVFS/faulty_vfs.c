// What power loss leaves, modelled on the promise of POSIX: what was written before a sync that returned is there.
// Of later writes any subset may be there, in sectors of 512 bytes; cutting a file short counts as such a write.
// ftruncate and pwrite are POSIX, which a strict language standard hides.
#define _POSIX_C_SOURCE 200809L

#include "faulty_vfs.h"

#include <fcntl.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct pending {
    struct pending *next;
    sqlite3_int64 offset;
    int count;  // -1: cut the file to `offset` bytes
    unsigned char bytes[];
} pending;

typedef struct tracked {
    struct tracked *next;
    char *durable;
    pending *first, **last;
} tracked;

typedef struct faulty_file {
    sqlite3_file base;
    sqlite3_file *real;
    tracked *tracked;
} faulty_file;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs faulty_vfs;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int registration = SQLITE_ERROR;
// A disk for each thread: tests fail side by side.
static _Thread_local enum faulty_kind armed;
static _Thread_local long remaining;
static _Thread_local int does_stay, has_fired, is_tracking;
static _Thread_local tracked *all_tracked;

void faulty_vfs_arm(enum faulty_kind kind, long n, int stays) {
    armed = kind;
    remaining = n;
    does_stay = stays;
    has_fired = 0;
}

int faulty_vfs_has_fired(void) { return has_fired; }

// Whether this operation is the one to fail.
static int fails(enum faulty_kind kind) {
    if (armed != kind) return 0;
    if (has_fired) return does_stay;
    if (--remaining > 0) return 0;
    has_fired = 1;
    return 1;
}

static void forget(tracked *t) {
    while (t->first) {
        pending *next = t->first->next;
        free(t->first);
        t->first = next;
    }
    t->last = &t->first;
}

void faulty_vfs_track(void) {
    while (all_tracked) {
        tracked *next = all_tracked->next;
        forget(all_tracked);
        free(all_tracked->durable);
        free(all_tracked);
        all_tracked = next;
    }
    is_tracking = 1;
}

static tracked *track(const char *name, int flags) {
    if (!is_tracking || !name || !(flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL))) return NULL;
    size_t length = strlen(name);
    char *durable = malloc(length + sizeof ".durable");
    memcpy(durable, name, length);
    memcpy(durable + length, ".durable", sizeof ".durable");
    for (tracked *t = all_tracked; t; t = t->next) {
        if (strcmp(t->durable, durable) == 0) {
            free(durable);
            return t;
        }
    }
    tracked *t = calloc(1, sizeof *t);
    t->durable = durable;
    t->last = &t->first;
    t->next = all_tracked;
    all_tracked = t;
    return t;
}

static void remember(tracked *t, const void *bytes, int count, sqlite3_int64 offset) {
    if (!t) return;
    pending *p = malloc(sizeof *p + (count > 0 ? (size_t)count : 0));
    p->next = NULL;
    p->offset = offset;
    p->count = count;
    if (count > 0) memcpy(p->bytes, bytes, (size_t)count);
    *t->last = p;
    t->last = &p->next;
}

static void apply(int fd, const pending *p, int from, int to) {
    if (p->count < 0) {
        if (ftruncate(fd, p->offset) != 0) abort();
    } else if (to > from && pwrite(fd, p->bytes + from, (size_t)(to - from), p->offset + from) != to - from) {
        abort();
    }
}

static int open_durable(const tracked *t) {
    int fd = open(t->durable, O_RDWR | O_CREAT, 0644);
    if (fd < 0) abort();
    return fd;
}

static void make_durable(tracked *t) {
    if (!t) return;
    int fd = open_durable(t);
    for (const pending *p = t->first; p; p = p->next) apply(fd, p, 0, p->count);
    close(fd);
    forget(t);
}

void faulty_vfs_cut_power(unsigned long long seed) {
    is_tracking = 0;
    for (tracked *t = all_tracked; t; t = t->next) {
        int fd = open_durable(t);
        for (const pending *p = t->first; p; p = p->next) {
            for (int from = 0; from < (p->count > 0 ? p->count : 1); from += 512) {
                seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
                if (!(seed >> 63)) continue;
                apply(fd, p, from, from + 512 < p->count ? from + 512 : p->count);
            }
        }
        close(fd);
        forget(t);
    }
}

static int f_close(sqlite3_file *file) {
    faulty_file *f = (faulty_file *)file;
    return f->real->pMethods ? f->real->pMethods->xClose(f->real) : SQLITE_OK;
}
static int f_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
    sqlite3_file *real = ((faulty_file *)file)->real;
    return real->pMethods->xRead(real, bytes, count, offset);
}
static int f_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
    faulty_file *f = (faulty_file *)file;
    if (fails(FAULTY_WRITE) || fails(FAULTY_POWER)) return SQLITE_IOERR_WRITE;
    if (fails(FAULTY_FULL)) return SQLITE_FULL;
    if (fails(FAULTY_TORN_WRITE)) {
        f->real->pMethods->xWrite(f->real, bytes, count / 2, offset);
        return SQLITE_IOERR_WRITE;
    }
    remember(f->tracked, bytes, count, offset);
    return f->real->pMethods->xWrite(f->real, bytes, count, offset);
}
static int f_truncate(sqlite3_file *file, sqlite3_int64 size) {
    faulty_file *f = (faulty_file *)file;
    if (fails(FAULTY_TRUNCATE) || fails(FAULTY_POWER)) return SQLITE_IOERR_TRUNCATE;
    remember(f->tracked, NULL, -1, size);
    return f->real->pMethods->xTruncate(f->real, size);
}
static int f_sync(sqlite3_file *file, int flags) {
    faulty_file *f = (faulty_file *)file;
    if (fails(FAULTY_SYNC) || fails(FAULTY_POWER)) return SQLITE_IOERR_FSYNC;
    make_durable(f->tracked);
    return f->real->pMethods->xSync(f->real, flags);
}
static int f_size(sqlite3_file *file, sqlite3_int64 *size) {
    sqlite3_file *real = ((faulty_file *)file)->real;
    return real->pMethods->xFileSize(real, size);
}
static int f_lock(sqlite3_file *file, int level) {
    sqlite3_file *real = ((faulty_file *)file)->real;
    return real->pMethods->xLock(real, level);
}
static int f_unlock(sqlite3_file *file, int level) {
    sqlite3_file *real = ((faulty_file *)file)->real;
    return real->pMethods->xUnlock(real, level);
}
static int f_check(sqlite3_file *file, int *result) {
    sqlite3_file *real = ((faulty_file *)file)->real;
    return real->pMethods->xCheckReservedLock(real, result);
}
static int f_control(sqlite3_file *file, int op, void *argument) {
    sqlite3_file *real = ((faulty_file *)file)->real;
    return real->pMethods->xFileControl(real, op, argument);
}
static int f_sector(sqlite3_file *file) {
    sqlite3_file *real = ((faulty_file *)file)->real;
    return real->pMethods->xSectorSize(real);
}
// No promise of the device: neither atomic writes nor writes in order.
static int f_characteristics(sqlite3_file *file) { (void)file; return 0; }
static int f_shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
    sqlite3_file *real = ((faulty_file *)file)->real;
    return real->pMethods->xShmMap(real, page, size, extend, memory);
}
static int f_shm_lock(sqlite3_file *file, int offset, int n, int flags) {
    sqlite3_file *real = ((faulty_file *)file)->real;
    return real->pMethods->xShmLock(real, offset, n, flags);
}
static void f_shm_barrier(sqlite3_file *file) {
    sqlite3_file *real = ((faulty_file *)file)->real;
    real->pMethods->xShmBarrier(real);
}
static int f_shm_unmap(sqlite3_file *file, int does_delete) {
    sqlite3_file *real = ((faulty_file *)file)->real;
    return real->pMethods->xShmUnmap(real, does_delete);
}

static const sqlite3_io_methods methods = {
    2, f_close, f_read, f_write, f_truncate, f_sync, f_size, f_lock, f_unlock, f_check, f_control, f_sector,
    f_characteristics, f_shm_map, f_shm_lock, f_shm_barrier, f_shm_unmap, NULL, NULL,
};

static int v_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
    (void)vfs;
    faulty_file *f = (faulty_file *)file;
    f->base.pMethods = NULL;
    f->real = (sqlite3_file *)(f + 1);
    int code = real_vfs->xOpen(real_vfs, name, f->real, flags, out);
    if (code != SQLITE_OK) return code;
    f->tracked = track(name, flags);
    f->base.pMethods = &methods;
    return SQLITE_OK;
}
static int v_delete(sqlite3_vfs *vfs, const char *name, int sync) {
    (void)vfs;
    for (tracked *t = is_tracking ? all_tracked : NULL; t; t = t->next) {
        size_t length = strlen(name);
        if (strncmp(t->durable, name, length) == 0 && strcmp(t->durable + length, ".durable") == 0) {
            forget(t);
            unlink(t->durable);
        }
    }
    return real_vfs->xDelete(real_vfs, name, sync);
}

static void register_vfs(void) {
    real_vfs = sqlite3_vfs_find(NULL);
    if (!real_vfs) return;
    faulty_vfs = *real_vfs;
    faulty_vfs.zName = "faulty";
    faulty_vfs.pNext = NULL;
    faulty_vfs.szOsFile = (int)sizeof(faulty_file) + real_vfs->szOsFile;
    faulty_vfs.xOpen = v_open;
    faulty_vfs.xDelete = v_delete;
    registration = sqlite3_vfs_register(&faulty_vfs, 0);
}

int faulty_vfs_register(void) {
    pthread_once(&once, register_vfs);
    return registration;
}
