// Kernels for x86-64 with AVX2.
#if defined(__x86_64__)
#include <immintrin.h>

#include "Kernels.h"

#pragma STDC FP_CONTRACT OFF
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "FloatKernels.h"

/// `count` rows against a panel. The byte product of AVX2 takes unsigned by signed and saturates at 16 bits: the weights'
/// signs move to the inputs, and as nothing exceeds ±127, a pair of products stays within 32,258.
INLINE void tile(
    const int8_t *numbers, const float *scales, const NewsDenseLayer *layer, size_t first, const int count,
    float *results) {
    size_t inputs = layer->inputs, outputs = layer->outputs;
    const int8_t *panel = layer->panels + first * inputs;
    const __m256i ones = _mm256_set1_epi16(1);
    __m256i sums[4][2];
    for (int row = 0; row < count; row++) {
        sums[row][0] = sums[row][1] = _mm256_setzero_si256();
    }
    for (size_t i = 0; i < inputs; i += 4) {
        __m256i weights[2], sizes[2];
        for (int half = 0; half < 2; half++) {
            weights[half] = _mm256_loadu_si256((const __m256i *)(panel + i * 16 + 32 * half));
            sizes[half] = _mm256_abs_epi8(weights[half]);
        }
        for (int row = 0; row < count; row++) {
            int32_t four;
            __builtin_memcpy(&four, numbers + (size_t)row * inputs + i, 4);
            __m256i input = _mm256_set1_epi32(four);
            for (int half = 0; half < 2; half++) {
                __m256i pairs = _mm256_maddubs_epi16(sizes[half], _mm256_sign_epi8(input, weights[half]));
                sums[row][half] = _mm256_add_epi32(sums[row][half], _mm256_madd_epi16(pairs, ones));
            }
        }
    }
    for (int row = 0; row < count; row++) {
        for (int half = 0; half < 2; half++) {
            size_t output = first + 8 * (size_t)half;
            __m256 scale = _mm256_mul_ps(_mm256_set1_ps(scales[row]), _mm256_loadu_ps(layer->scales + output));
            __m256 product = _mm256_mul_ps(_mm256_cvtepi32_ps(sums[row][half]), scale);
            _mm256_storeu_ps(
                results + (size_t)row * outputs + output,
                _mm256_add_ps(product, _mm256_loadu_ps(layer->biases + output)));
        }
    }
}

static void multiply(
    const int8_t *numbers, const float *scales, size_t rows, const NewsDenseLayer *layer, float *results) {
    size_t inputs = layer->inputs, outputs = layer->outputs;
    for (size_t first = 0; first < outputs; first += 16) {
        size_t row = 0;
        for (; row + 4 <= rows; row += 4) {
            tile(numbers + row * inputs, scales + row, layer, first, 4, results + row * outputs);
        }
        if (row + 2 <= rows) {
            tile(numbers + row * inputs, scales + row, layer, first, 2, results + row * outputs);
            row += 2;
        }
        if (row < rows) {
            tile(numbers + row * inputs, scales + row, layer, first, 1, results + row * outputs);
        }
    }
}

#pragma clang attribute pop

const NewsKernelTable news_avx2_kernels = {
    quantise, multiply, add_and_normalise, gelu, leaky_relu, embed, accumulate, attend, row_products};
#endif
