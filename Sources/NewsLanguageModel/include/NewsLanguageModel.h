// Data that the language stages read, embedded in the program: trained weights and lexicons.
#ifndef NEWS_LANGUAGE_MODEL_H
#define NEWS_LANGUAGE_MODEL_H

#include <stddef.h>

/// Bytes that live as long as the program.
typedef struct {
    const unsigned char *_Nonnull bytes;
    size_t count;
} EmbeddedResource;

/// The trained weights, aligned to 64 bytes; docs/language-model.md gives the format.
EmbeddedResource news_language_model(void);

#endif
