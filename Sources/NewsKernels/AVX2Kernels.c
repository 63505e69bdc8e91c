// Kernels for x86-64 with AVX2.
#if defined(__x86_64__)
#include <immintrin.h>

#include "Kernels.h"

#pragma STDC FP_CONTRACT OFF
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "FloatKernels.h"

/// `count` rows against half a panel. The byte product of AVX2 saturates, so both sides are widened to 16 bits: each
/// output then has two partial sums side by side, added at the end.
INLINE void tile(
    const int8_t *numbers, const float *scales, const NewsDenseLayer *layer, size_t first, const int count,
    float *results) {
    size_t inputs = layer->inputs, outputs = layer->outputs;
    const int8_t *panel = layer->panels + first / 16 * 16 * inputs + first % 16 * 4;
    __m256i sums[4][2];
    for (int row = 0; row < count; row++) {
        sums[row][0] = sums[row][1] = _mm256_setzero_si256();
    }
    for (size_t i = 0; i < inputs; i += 4) {
        __m256i low = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(panel + i * 16)));
        __m256i high = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(panel + i * 16 + 16)));
        for (int row = 0; row < count; row++) {
            int32_t four;
            __builtin_memcpy(&four, numbers + (size_t)row * inputs + i, 4);
            __m256i x = _mm256_broadcastq_epi64(_mm_cvtepi8_epi16(_mm_cvtsi32_si128(four)));
            sums[row][0] = _mm256_add_epi32(sums[row][0], _mm256_madd_epi16(x, low));
            sums[row][1] = _mm256_add_epi32(sums[row][1], _mm256_madd_epi16(x, high));
        }
    }
    for (int row = 0; row < count; row++) {
        // hadd works within halves: 0 1 4 5 2 3 6 7 becomes 0 … 7.
        __m256i sum = _mm256_permute4x64_epi64(_mm256_hadd_epi32(sums[row][0], sums[row][1]), 0xd8);
        __m256 scale = _mm256_mul_ps(_mm256_set1_ps(scales[row]), _mm256_loadu_ps(layer->scales + first));
        __m256 product = _mm256_mul_ps(_mm256_cvtepi32_ps(sum), scale);
        _mm256_storeu_ps(
            results + (size_t)row * outputs + first, _mm256_add_ps(product, _mm256_loadu_ps(layer->biases + first)));
    }
}

static void multiply(
    const int8_t *numbers, const float *scales, size_t rows, const NewsDenseLayer *layer, float *results) {
    size_t inputs = layer->inputs, outputs = layer->outputs;
    for (size_t first = 0; first < outputs; first += 8) {
        size_t row = 0;
        for (; row + 4 <= rows; row += 4) {
            tile(numbers + row * inputs, scales + row, layer, first, 4, results + row * outputs);
        }
        for (; row < rows; row++) {
            tile(numbers + row * inputs, scales + row, layer, first, 1, results + row * outputs);
        }
    }
}

#pragma clang attribute pop

const NewsKernelTable news_avx2_kernels = {
    quantise, multiply, add_and_normalise, gelu, leaky_relu, embed, accumulate, attend, row_products};
#endif
