// Kernels in plain C, for machines without a set of their own and as the reference for the others.
#include "Kernels.h"

#pragma STDC FP_CONTRACT OFF
#include "FloatKernels.h"

static void multiply(
    const int8_t *numbers, const float *scales, size_t rows, const NewsDenseLayer *layer, float *results) {
    size_t inputs = layer->inputs, outputs = layer->outputs;
    for (size_t first = 0; first < outputs; first += 16) {
        const int8_t *panel = layer->panels + first * inputs;
        for (size_t row = 0; row < rows; row++) {
            const int8_t *x = numbers + row * inputs;
            int32_t sums[16] = {0};
            for (size_t i = 0; i < inputs; i += 4) {
                const int8_t *group = panel + i * 16;
                for (size_t o = 0; o < 16; o++) {
                    sums[o] += x[i] * group[o * 4] + x[i + 1] * group[o * 4 + 1] + x[i + 2] * group[o * 4 + 2]
                        + x[i + 3] * group[o * 4 + 3];
                }
            }
            for (size_t o = 0; o < 16; o++) {
                results[row * outputs + first + o] = FINISH(sums[o], scales[row], layer, first + o);
            }
        }
    }
}

const NewsKernelTable news_portable_kernels = {
    quantise, multiply, add_and_normalise, gelu, leaky_relu, embed, accumulate, attend, row_products};
