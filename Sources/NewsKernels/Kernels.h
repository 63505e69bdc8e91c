// The table of kernels that each instruction set fills in; private to this library.
#ifndef NEWS_KERNELS_TABLE_H
#define NEWS_KERNELS_TABLE_H

#include "NewsKernels.h"

/// Queries whose attention any set computes together.
#define NEWS_MOST_QUERIES 4

typedef struct {
    void (*quantise)(const float *, size_t, size_t, int8_t *, float *);
    void (*multiply)(const int8_t *, const float *, size_t, const NewsDenseLayer *, float *);
    void (*add_and_normalise)(float *, const float *, size_t, size_t, const float *, const float *);
    void (*gelu)(float *, size_t);
    void (*leaky_relu)(float *, size_t);
    void (*embed)(NewsEmbedding, size_t, NewsEmbedding, size_t, NewsEmbedding, size_t, size_t, float *);
    void (*accumulate)(float *, const float *, float, size_t);
    void (*attend)(const float *, size_t, size_t, size_t, float *, float *);
    void (*row_products)(
        const float *, size_t, size_t, const float *, size_t, size_t, size_t, float *);
} NewsKernelTable;

extern const NewsKernelTable news_portable_kernels;
#if defined(__x86_64__)
extern const NewsKernelTable news_avx2_kernels;
extern const NewsKernelTable news_avx512_kernels;
#elif defined(__aarch64__)
extern const NewsKernelTable news_neon_kernels;
#endif

#endif
