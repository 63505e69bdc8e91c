#ifndef FAULTY_VFS_H
#define FAULTY_VFS_H

// A layer under SQLite, named "faulty", that passes everything on to the system's own and fails when told to.
// What is armed and tracked is the calling thread's own; a file is to be used by the thread that opened it.

enum faulty_kind {
    FAULTY_NONE,
    FAULTY_WRITE,        // the write fails and nothing is written
    FAULTY_TORN_WRITE,   // half of it is written
    FAULTY_SYNC,         // the sync fails
    FAULTY_TRUNCATE,     // cutting a file short fails
    FAULTY_FULL,         // the write finds no space
    FAULTY_POWER         // from here on nothing reaches the disk
};

// Makes the layer known to SQLite, unless it is.
int faulty_vfs_register(void);

// Fails the n-th operation of a kind from now on (n counts from 1), and all after it if `stays`.
// For FAULTY_POWER every write, sync and truncate counts.
void faulty_vfs_arm(enum faulty_kind kind, long n, int stays);

// Whether the failure has come about since it was armed.
int faulty_vfs_has_fired(void);

// Records, from now on, what each file would hold after a loss of power: for every file F that is written, "F.durable"
// holds what was synced. Files are told by their path.
void faulty_vfs_track(void);

// The power goes: of what was written and not synced, each write reaches "F.durable" or not, or in part, by the seed.
void faulty_vfs_cut_power(unsigned long long seed);

#endif
