// Kernels in plain C, for machines without a set of their own and as the reference for the others.
#include "Kernels.h"

#pragma STDC FP_CONTRACT OFF
#include "FloatKernels.h"

typedef int8_t eight_bytes __attribute__((vector_size(8)));
typedef int8_t loose_eight_bytes __attribute__((vector_size(8), aligned(1), may_alias));
typedef int16_t eight_shorts __attribute__((vector_size(16)));
typedef int32_t eight_words __attribute__((vector_size(32)));

/// One row against half a panel. A product of bytes fits 16 bits; every cell of the half panel has a sum of its own, so
/// that nothing is added across lanes before the end.
static void multiply(
    const int8_t *numbers, const float *scales, size_t rows, const NewsDenseLayer *layer, float *results) {
    size_t inputs = layer->inputs, outputs = layer->outputs;
    for (size_t first = 0; first < outputs; first += 8) {
        const int8_t *panel = layer->panels + first / 16 * 16 * inputs + first % 16 * 4;
        for (size_t row = 0; row < rows; row++) {
            const int8_t *x = numbers + row * inputs;
            eight_words sums[4] = {{0}, {0}, {0}, {0}};
            for (size_t i = 0; i < inputs; i += 4) {
                eight_shorts input = {x[i], x[i + 1], x[i + 2], x[i + 3], x[i], x[i + 1], x[i + 2], x[i + 3]};
                for (int pair = 0; pair < 4; pair++) {
                    eight_bytes weight = *(const loose_eight_bytes *)(panel + i * 16 + pair * 8);
                    eight_shorts product = __builtin_convertvector(weight, eight_shorts) * input;
                    sums[pair] += __builtin_convertvector(product, eight_words);
                }
            }
            for (size_t o = 0; o < 8; o++) {
                const int32_t *four = (const int32_t *)&sums[o / 2] + o % 2 * 4;
                int32_t sum = (four[0] + four[1]) + (four[2] + four[3]);
                results[row * outputs + first + o] = FINISH(sum, scales[row], layer, first + o);
            }
        }
    }
}

const NewsKernelTable news_portable_kernels = {
    quantise, multiply, add_and_normalise, gelu, leaky_relu, embed, accumulate, attend, row_products};
