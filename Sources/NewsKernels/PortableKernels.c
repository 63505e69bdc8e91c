// Kernels in plain C, for machines without a set of their own and as the reference for the others.
//
// Integer products run over 16-bit numbers, of which one instruction of any x86-64 multiplies eight and adds neighbours.
// Rows and panels are widened into buffers: some rows once for all panels, a panel once for these rows, `BLOCK` inputs at
// a time so that the panel stays in the nearest cache.
//
// Widened rows lie `BLOCK` numbers apart. In a widened panel 2 inputs of one output are neighbours, so that a register of
// sums is 4 outputs: the weight of output o and input i is number (i / 2) * 32 + o * 2 + i % 2.
#include "Kernels.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#pragma STDC FP_CONTRACT OFF
#define QUERIES 2
#include "FloatKernels.h"

/// Inputs multiplied at a time: 12 kB of widened panel.
#define BLOCK 384
/// Rows widened at a time: 36 kB.
#define ROWS 48
/// Rows multiplied together: their sums fill half of 16 registers.
#define TILE 2

typedef int8_t eight_bytes __attribute__((vector_size(8)));
typedef int8_t loose_eight_bytes __attribute__((vector_size(8), aligned(1), may_alias));
typedef int16_t eight_shorts __attribute__((vector_size(16)));
typedef int32_t four_words __attribute__((vector_size(16)));
typedef int32_t loose_four_words __attribute__((vector_size(16), aligned(4), may_alias));

/// Adds eight products of 16-bit numbers to four sums, neighbours to the same one. Every x86-64 has an instruction for the
/// products, which compilers do not always find.
INLINE four_words add_products(four_words sums, four_words a, four_words b) {
#if defined(__SSE2__)
    sums += (four_words)_mm_madd_epi16((__m128i)a, (__m128i)b);
    // A sum is kept as it is written: compilers that regroup the sums of several products run out of registers.
    __asm__("" : "+x"(sums));
    return sums;
#else
    typedef int32_t eight_words __attribute__((vector_size(32)));
    eight_words products = __builtin_convertvector((eight_shorts)a, eight_words)
        * __builtin_convertvector((eight_shorts)b, eight_words);
    return sums + __builtin_shufflevector(products, products, 0, 2, 4, 6)
        + __builtin_shufflevector(products, products, 1, 3, 5, 7);
#endif
}

INLINE four_words repeated(four_words words, const int which) {
    switch (which) {
    case 0:
        return __builtin_shufflevector(words, words, 0, 0, 0, 0);
    case 1:
        return __builtin_shufflevector(words, words, 1, 1, 1, 1);
    case 2:
        return __builtin_shufflevector(words, words, 2, 2, 2, 2);
    default:
        return __builtin_shufflevector(words, words, 3, 3, 3, 3);
    }
}

INLINE four_words widened(const int8_t *numbers) {
    return (four_words)__builtin_convertvector(*(const loose_eight_bytes *)numbers, eight_shorts);
}

static void widen_row(const int8_t *row, size_t depth, four_words *wide) {
    for (size_t i = 0; i < depth; i += 8) {
        wide[i / 8] = widened(row + i);
    }
}

static void widen_panel(const int8_t *panel, size_t depth, four_words *wide) {
    for (size_t i = 0; i < depth; i += 4) {
        for (size_t part = 0; part < 4; part++) {
            const int8_t *weights = panel + i * 16 + part * 16;
            four_words low = widened(weights), high = widened(weights + 8);
            wide[i * 2 + part] = __builtin_shufflevector(low, high, 0, 2, 4, 6);
            wide[i * 2 + part + 4] = __builtin_shufflevector(low, high, 1, 3, 5, 7);
        }
    }
}

/// The products of `count` rows and a panel, as far as the block goes. Sums of earlier blocks wait as integers where the
/// results will be; the last block turns them into results.
INLINE void tile(
    const four_words *rows, const four_words *panel, size_t depth, const int count, bool starts, bool ends,
    const float *scales, const NewsDenseLayer *layer, size_t first, float *results) {
    four_words sums[TILE][4];
    for (int row = 0; row < count; row++) {
        for (int part = 0; part < 4; part++) {
            const float *earlier = results + (size_t)row * layer->outputs + first + 4 * part;
            sums[row][part] = starts ? (four_words){0} : *(const loose_four_words *)earlier;
        }
    }
    for (size_t i = 0; i < depth; i += 8) {
#pragma clang loop unroll(full)
        for (int pair = 0; pair < 4; pair++) {
            const four_words *weights = panel + i * 2 + pair * 4;
            for (int row = 0; row < count; row++) {
                four_words input = repeated(rows[(size_t)row * (BLOCK / 8) + i / 8], pair);
                for (int part = 0; part < 4; part++) {
                    sums[row][part] = add_products(sums[row][part], input, weights[part]);
                }
            }
        }
    }
    for (int row = 0; row < count; row++) {
        for (int part = 0; part < 4; part++) {
            size_t output = first + 4 * (size_t)part;
            float *result = results + (size_t)row * layer->outputs + output;
            if (ends) {
                four_lanes scale = LOAD_FOUR(layer->scales + output) * scales[row];
                four_lanes product = __builtin_convertvector(sums[row][part], four_lanes) * scale;
                STORE_FOUR(result, product + LOAD_FOUR(layer->biases + output));
            } else {
                *(loose_four_words *)result = sums[row][part];
            }
        }
    }
}

static void multiply(
    const int8_t *numbers, const float *scales, size_t rows, const NewsDenseLayer *layer, float *results) {
    four_words wide[ROWS * BLOCK / 8], panel[16 * BLOCK / 8];
    size_t inputs = layer->inputs, outputs = layer->outputs;
    for (size_t start = 0; start < inputs; start += BLOCK) {
        size_t depth = inputs - start < BLOCK ? inputs - start : BLOCK;
        bool starts = start == 0, ends = start + depth == inputs;
        for (size_t top = 0; top < rows; top += ROWS) {
            size_t count = rows - top < ROWS ? rows - top : ROWS;
            for (size_t row = 0; row < count; row++) {
                widen_row(numbers + (top + row) * inputs + start, depth, wide + row * (BLOCK / 8));
            }
            for (size_t first = 0; first < outputs; first += 16) {
                widen_panel(layer->panels + first * inputs + start * 16, depth, panel);
                for (size_t row = 0; row < count; row += TILE) {
                    const four_words *tops = wide + row * (BLOCK / 8);
                    const float *scale = scales + top + row;
                    float *result = results + (top + row) * outputs;
                    if (row + TILE <= count) {
                        tile(tops, panel, depth, TILE, starts, ends, scale, layer, first, result);
                    } else {
                        tile(tops, panel, depth, 1, starts, ends, scale, layer, first, result);
                    }
                }
            }
        }
    }
}

const NewsKernelTable news_portable_kernels = {
    quantise, multiply, add_and_normalise, gelu, leaky_relu, embed, accumulate, attend, row_products};
