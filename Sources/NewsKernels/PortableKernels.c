// Kernels in plain C, for machines without a set of their own and as the reference for the others.
#include "Kernels.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#pragma STDC FP_CONTRACT OFF
#define QUERIES 1
#include "FloatKernels.h"

typedef int8_t eight_bytes __attribute__((vector_size(8)));
typedef int8_t loose_eight_bytes __attribute__((vector_size(8), aligned(1), may_alias));
typedef int16_t eight_shorts __attribute__((vector_size(16)));
typedef int32_t four_words __attribute__((vector_size(16)));

/// Sums of neighbouring products. Every x86-64 has an instruction for it, which compilers do not find by themselves.
INLINE four_words pair_products(eight_shorts a, eight_shorts b) {
#if defined(__SSE2__)
    return (four_words)_mm_madd_epi16((__m128i)a, (__m128i)b);
#else
    typedef int32_t eight_words __attribute__((vector_size(32)));
    eight_words products = __builtin_convertvector(a, eight_words) * __builtin_convertvector(b, eight_words);
    return __builtin_shufflevector(products, products, 0, 2, 4, 6)
        + __builtin_shufflevector(products, products, 1, 3, 5, 7);
#endif
}

/// `count` rows against half a panel: 8 outputs, two a register, each with two partial sums that are added at the end.
INLINE void tile(
    const int8_t *numbers, const float *scales, const NewsDenseLayer *layer, size_t first, const int count,
    float *results) {
    size_t inputs = layer->inputs, outputs = layer->outputs;
    const int8_t *panel = layer->panels + first / 16 * 16 * inputs + first % 16 * 4;
    four_words sums[2][4] = {{{0}}};
    for (size_t i = 0; i < inputs; i += 4) {
        eight_shorts weights[4];
        for (int pair = 0; pair < 4; pair++) {
            eight_bytes narrow = *(const loose_eight_bytes *)(panel + i * 16 + pair * 8);
            weights[pair] = __builtin_convertvector(narrow, eight_shorts);
        }
        for (int row = 0; row < count; row++) {
            uint32_t four;
            __builtin_memcpy(&four, numbers + (size_t)row * inputs + i, 4);
            uint64_t twice = (uint64_t)four << 32 | four;
            eight_shorts input = __builtin_convertvector((eight_bytes)twice, eight_shorts);
            for (int pair = 0; pair < 4; pair++) {
                sums[row][pair] += pair_products(input, weights[pair]);
            }
        }
    }
    for (int row = 0; row < count; row++) {
        for (size_t o = 0; o < 8; o++) {
            const int32_t *two = (const int32_t *)&sums[row][o / 2] + o % 2 * 2;
            results[(size_t)row * outputs + first + o] = FINISH(two[0] + two[1], scales[row], layer, first + o);
        }
    }
}

static void multiply(
    const int8_t *numbers, const float *scales, size_t rows, const NewsDenseLayer *layer, float *results) {
    size_t inputs = layer->inputs, outputs = layer->outputs;
    for (size_t first = 0; first < outputs; first += 8) {
        size_t row = 0;
        for (; row + 2 <= rows; row += 2) {
            tile(numbers + row * inputs, scales + row, layer, first, 2, results + row * outputs);
        }
        if (row < rows) {
            tile(numbers + row * inputs, scales + row, layer, first, 1, results + row * outputs);
        }
    }
}

const NewsKernelTable news_portable_kernels = {
    quantise, multiply, add_and_normalise, gelu, leaky_relu, embed, accumulate, attend, row_products};
